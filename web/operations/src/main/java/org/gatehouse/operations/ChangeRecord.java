package org.gatehouse.operations;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Logs which operator changed what, and with which result. Paths stay percent-encoded. */
@Provider
public class ChangeRecord implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS")) {
      SecurityContext security = request.getSecurityContext();
      Principal operator = security == null ? null : security.getUserPrincipal();
      OperationsLog.LOG.changed(
          operator == null ? "unknown" : operator.getName(),
          method,
          request.getUriInfo().getRequestUri().getRawPath(),
          response.getStatus());
    }
  }
}
