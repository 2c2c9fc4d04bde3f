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
import java.util.List;
import java.util.Objects;
import org.gatehouse.directory.administration.DirectoryAdministration;
import org.gatehouse.directory.administration.PublicationEntry;
import org.gatehouse.operations.Bodies.ResourceBody;
import org.jspecify.annotations.Nullable;

/** What the HTTP reverse proxy publishes. */
@RequestScoped
@Path("resources")
@Produces(MediaType.APPLICATION_JSON)
public class PublicationsResource {
  @Inject private DirectoryAdministration directory;

  @GET
  public Response publications() {
    return Answers.ok(directory.publications());
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("name") String name, @Nullable ResourceBody body) {
    String pathPrefix = body == null ? null : body.pathPrefix;
    String target = body == null ? null : body.target;
    List<@Nullable String> methods = body == null ? null : body.methods;
    if (body == null || pathPrefix == null || target == null || methods == null) {
      return Answers.incomplete(
          "PUT resources/" + name,
          new Members()
              .want("pathPrefix", pathPrefix)
              .want("target", target)
              .want("methods", methods)
              .missing());
    }
    return Answers.ok(
        directory.putPublication(
            new PublicationEntry(
                name,
                pathPrefix,
                target,
                methods.stream().map(Objects::toString).toList(),
                !Boolean.FALSE.equals(body.enabled))));
  }

  @DELETE
  @Path("{name}")
  public Response remove(@PathParam("name") String name) {
    return Answers.removed(directory.removePublication(name));
  }
}
