package org.gatehouse.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.directory.administration.DirectoryAdministration;
import org.gatehouse.directory.administration.PeerRuleEntry;
import org.gatehouse.operations.Bodies.PeerRuleBody;
import org.jspecify.annotations.Nullable;

/** Which peers the relay may reach. */
@RequestScoped
@Path("peer-rules")
@Produces(MediaType.APPLICATION_JSON)
public class PeerRulesResource {
  @Inject private DirectoryAdministration directory;

  @GET
  public Response rules() {
    return Answers.ok(directory.peerRules());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(@Nullable List<@Nullable PeerRuleBody> body) {
    if (body == null) {
      return Answers.incomplete("PUT peer-rules", List.of("an array of rules"));
    }
    List<PeerRuleEntry> rules = new ArrayList<>();
    for (PeerRuleBody rule : body) {
      String network = rule == null ? null : rule.network;
      Boolean allowed = rule == null ? null : rule.allowed;
      if (network == null || allowed == null) {
        return Answers.incomplete(
            "PUT peer-rules, in rule " + rules.size() + ",",
            new Members().want("network", network).want("allowed", allowed).missing());
      }
      rules.add(new PeerRuleEntry(network, allowed));
    }
    return Answers.ok(directory.replacePeerRules(rules));
  }
}
