package org.gatehouse.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.directory.administration.DirectoryAdministration;
import org.gatehouse.operations.Bodies.DomainBody;
import org.jspecify.annotations.Nullable;

/** Our SIP domains, by name. */
@RequestScoped
@Path("domains")
@Produces(MediaType.APPLICATION_JSON)
public class DomainsResource {
  @Inject private DirectoryAdministration directory;

  @GET
  public Response domains() {
    return Answers.ok(directory.domains());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@Nullable DomainBody body) {
    String name = body == null ? null : body.name;
    if (name == null) {
      return Answers.incomplete("POST domains", new Members().want("name", name).missing());
    }
    return Answers.created(directory.addDomain(name));
  }

  @DELETE
  @Path("{name}")
  public Response remove(@PathParam("name") String name) {
    return Answers.removed(directory.removeDomain(name));
  }
}
