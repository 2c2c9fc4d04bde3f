package org.gatehouse.operations;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever a request throws, as a problem document. */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {
  @Override
  public Response toResponse(Exception failure) {
    if (failure instanceof JsonbException
        || failure.getCause() instanceof JsonbException
        || failure instanceof ProcessingException) {
      return Answers.problem(
          Status.BAD_REQUEST,
          "the body is not the JSON that this request takes; the operations page shows it");
    }
    if (failure instanceof WebApplicationException refused) {
      Response.StatusType status = refused.getResponse().getStatusInfo();
      Response problem =
          Answers.problem(
              status,
              "this request was answered "
                  + status.getStatusCode()
                  + " "
                  + status.getReasonPhrase()
                  + "; the operations page lists what there is");
      return Response.fromResponse(problem)
          .allow(refused.getResponse().getAllowedMethods())
          .build();
    }
    OperationsLog.LOG.requestFailed(failure);
    return Answers.problem(
        Status.INTERNAL_SERVER_ERROR, "this request failed; the server's log says why, GATE5501");
  }
}
