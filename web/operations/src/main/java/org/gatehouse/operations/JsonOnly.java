package org.gatehouse.operations;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Wants {@code Content-Type: application/json} on every POST and PUT. A page of another origin
 * cannot make a browser send that without asking first (Fetch, CORS-preflight), and nobody here
 * answers such a question; a body without a type, which it can send, is refused like any other.
 */
@Provider
public class JsonOnly implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String method = request.getMethod();
    MediaType type = request.getMediaType();
    boolean wantsJson = method.equals("POST") || method.equals("PUT");
    boolean isJson =
        type != null
            && type.getType().equalsIgnoreCase("application")
            && type.getSubtype().equalsIgnoreCase("json");
    if (wantsJson && !isJson) {
      request.abortWith(
          Answers.problem(
              Status.UNSUPPORTED_MEDIA_TYPE,
              "the body of this " + method + " is no JSON; send Content-Type: application/json"));
    }
  }
}
