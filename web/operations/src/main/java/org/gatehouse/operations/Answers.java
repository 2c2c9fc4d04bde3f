package org.gatehouse.operations;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.Problem;

/** Outcomes of the directory as HTTP. Nothing that is answered may be stored on the way. */
final class Answers {
  private Answers() {}

  /** 200 with what was asked for or changed. */
  static <T> Response ok(Outcome<T> outcome) {
    return answer(Status.OK, outcome);
  }

  /** 201 with what was made. */
  static <T> Response created(Outcome<T> outcome) {
    return answer(Status.CREATED, outcome);
  }

  /** 204. */
  static <T> Response removed(Outcome<T> outcome) {
    return outcome instanceof Outcome.Done<T>
        ? Response.noContent().build()
        : answer(Status.NO_CONTENT, outcome);
  }

  /** 400: the body lacks a member. */
  static Response incomplete(String request, List<String> missing) {
    return problem(
        Status.BAD_REQUEST,
        "the body of "
            + request
            + " lacks "
            + String.join(", ", missing)
            + "; send these members as JSON");
  }

  /** A problem document. */
  static Response problem(Response.StatusType status, String text) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(new ProblemDocument(text))
        .build();
  }

  private static <T> Response answer(Status status, Outcome<T> outcome) {
    if (outcome instanceof Outcome.NotDone<T> notDone) {
      return problem(statusOf(notDone.problem().kind()), notDone.problem().text());
    }
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(((Outcome.Done<T>) outcome).value())
        .build();
  }

  private static Status statusOf(Problem.Kind kind) {
    return switch (kind) {
      case INVALID -> Status.BAD_REQUEST;
      case UNKNOWN -> Status.NOT_FOUND;
      case CONFLICT -> Status.CONFLICT;
      case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
    };
  }
}
