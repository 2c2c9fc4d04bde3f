package org.gatehouse.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.directory.administration.ConferenceEntry;
import org.gatehouse.directory.administration.DirectoryAdministration;
import org.gatehouse.directory.administration.KeyOrder;
import org.gatehouse.operations.Bodies.ConferenceBody;
import org.gatehouse.operations.Bodies.KeyBody;
import org.jspecify.annotations.Nullable;

/** Conferences and the session keys that lead to them. */
@RequestScoped
@Path("conferences")
@Produces(MediaType.APPLICATION_JSON)
public class ConferencesResource {
  @Inject private DirectoryAdministration directory;

  @GET
  public Response conferences() {
    return Answers.ok(directory.conferences());
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("id") String id, @Nullable ConferenceBody body) {
    String meetingServer = body == null ? null : body.meetingServer;
    if (meetingServer == null) {
      return Answers.incomplete(
          "PUT conferences/" + id, new Members().want("meetingServer", meetingServer).missing());
    }
    return Answers.ok(directory.putConference(new ConferenceEntry(id, meetingServer)));
  }

  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    return Answers.removed(directory.removeConference(id));
  }

  @POST
  @Path("{id}/keys")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response issueKey(@PathParam("id") String id, @Nullable KeyBody body) {
    String user = body == null ? null : body.user;
    Long lifetimeSeconds = body == null ? null : body.lifetimeSeconds;
    if (body == null || user == null || lifetimeSeconds == null) {
      return Answers.incomplete(
          "POST conferences/" + id + "/keys",
          new Members().want("user", user).want("lifetimeSeconds", lifetimeSeconds).missing());
    }
    int maximumUses = body.maximumUses == null ? 0 : body.maximumUses;
    return Answers.created(
        directory.issueKey(new KeyOrder(id, user, lifetimeSeconds, maximumUses)));
  }
}
