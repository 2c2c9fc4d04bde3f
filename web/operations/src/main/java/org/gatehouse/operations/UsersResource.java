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
import org.gatehouse.directory.administration.DirectoryAdministration;
import org.gatehouse.directory.administration.UserEntry;
import org.gatehouse.operations.Bodies.UserBody;
import org.jspecify.annotations.Nullable;

/** The users of the enterprise. */
@RequestScoped
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
  @Inject private DirectoryAdministration directory;

  @GET
  public Response users() {
    return Answers.ok(directory.users());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@Nullable UserBody body) {
    String aor = body == null ? null : body.aor;
    String password = body == null ? null : body.password;
    if (body == null || aor == null || password == null) {
      return Answers.incomplete(
          "POST users", new Members().want("aor", aor).want("password", password).missing());
    }
    Integer allocations = body.maximumAllocations;
    return Answers.created(
        directory.addUser(
            new UserEntry(
                aor,
                !Boolean.FALSE.equals(body.enabled),
                allocations == null ? UserEntry.DEFAULT_MAXIMUM_ALLOCATIONS : allocations),
            password.toCharArray()));
  }

  @PUT
  @Path("{aor}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response changePassword(@PathParam("aor") String aor, @Nullable UserBody body) {
    String password = body == null ? null : body.password;
    if (password == null) {
      return Answers.incomplete(
          "PUT users/" + aor + "/password", new Members().want("password", password).missing());
    }
    return Answers.ok(directory.changePassword(aor, password.toCharArray()));
  }

  @PUT
  @Path("{aor}/enabled")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enable(@PathParam("aor") String aor, @Nullable UserBody body) {
    Boolean enabled = body == null ? null : body.enabled;
    if (enabled == null) {
      return Answers.incomplete(
          "PUT users/" + aor + "/enabled", new Members().want("enabled", enabled).missing());
    }
    return Answers.ok(directory.enableUser(aor, enabled));
  }

  @DELETE
  @Path("{aor}")
  public Response remove(@PathParam("aor") String aor) {
    return Answers.removed(directory.removeUser(aor));
  }
}
