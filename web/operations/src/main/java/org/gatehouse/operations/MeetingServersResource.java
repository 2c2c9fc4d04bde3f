package org.gatehouse.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.directory.administration.DirectoryAdministration;
import org.gatehouse.directory.administration.MeetingServerEntry;
import org.gatehouse.operations.Bodies.MeetingServerBody;
import org.jspecify.annotations.Nullable;

/** The inside servers that may host conferences. */
@RequestScoped
@Path("meeting-servers")
@Produces(MediaType.APPLICATION_JSON)
public class MeetingServersResource {
  @Inject private DirectoryAdministration directory;

  @GET
  public Response servers() {
    return Answers.ok(directory.meetingServers());
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("name") String name, @Nullable MeetingServerBody body) {
    boolean enabled = body == null || !Boolean.FALSE.equals(body.enabled);
    return Answers.ok(directory.putMeetingServer(new MeetingServerEntry(name, enabled)));
  }

  @DELETE
  @Path("{name}")
  public Response remove(@PathParam("name") String name) {
    return Answers.removed(directory.removeMeetingServer(name));
  }
}
