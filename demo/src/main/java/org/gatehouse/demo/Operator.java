package org.gatehouse.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Somebody who administers the directory over the operations API, as the user {@code operator}. */
public final class Operator {
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final HttpClient client;
  private final URI api;
  private final String authorization;
  private final Stage stage;

  /**
   * @param api the root of the operations API
   * @param tls what trusts the server
   */
  public Operator(URI api, String password, SSLContext tls, Stage stage) {
    byte[] credentials = ("operator:" + password).getBytes(StandardCharsets.UTF_8);
    this.client = HttpClient.newBuilder().sslContext(tls).connectTimeout(Deadline.PATIENCE).build();
    this.api = api;
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    this.stage = stage;
  }

  /** The names of the SIP domains. */
  public List<String> domains() throws IOException, InterruptedException {
    return members(call("GET", "domains", null), "name");
  }

  public void addUser(Account account) throws IOException, InterruptedException {
    call("POST", "users", json("aor", account.aor(), "password", account.password()));
  }

  public void putMeetingServer(String name) throws IOException, InterruptedException {
    call("PUT", "meeting-servers/" + name, "{}");
  }

  public void putConference(String id, String meetingServer)
      throws IOException, InterruptedException {
    call("PUT", "conferences/" + id, json("meetingServer", meetingServer));
  }

  /** A session key for a user, good for ten minutes. */
  public String issueKey(String conference, Account user) throws IOException, InterruptedException {
    String order = "{\"user\":" + quoted(user.aor()) + ",\"lifetimeSeconds\":600}";
    List<String> keys =
        members(call("POST", "conferences/" + conference + "/keys", order), "sessionKey");
    if (keys.isEmpty()) {
      throw new IOException("no sessionKey in the answer of the operations API");
    }
    return keys.get(0);
  }

  /** Publishes an inside origin for GET and HEAD. */
  public void publish(String name, String pathPrefix, URI target)
      throws IOException, InterruptedException {
    String members = json("pathPrefix", pathPrefix, "target", target.toString());
    call(
        "PUT",
        "resources/" + name,
        members.substring(0, members.length() - 1) + ",\"methods\":[\"GET\",\"HEAD\"]}");
  }

  /**
   * Removes an object where it is there.
   *
   * @param path such as {@code users/alice@localhost}
   */
  public void remove(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = exchange("DELETE", path, null);
    if (response.statusCode() != 404) {
      done("DELETE " + path, response);
    }
  }

  private String call(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    return done(method + " " + path, exchange(method, path, body));
  }

  private HttpResponse<String> exchange(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "/" + encoded(path)))
            .timeout(Deadline.PATIENCE)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    String door = api.getPort() + "/tcp";
    stage.sent(door, "operator: " + method + " " + path);
    HttpResponse<String> response = send(request);
    stage.received(door, "operator: " + response.statusCode());
    return response;
  }

  private static String done(String what, HttpResponse<String> response) throws IOException {
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    List<String> errors = members(response.body(), "error");
    throw new IOException(
        what
            + " was answered "
            + response.statusCode()
            + (errors.isEmpty() ? "" : ": " + errors.get(0)));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException("the operations API at " + api + " does not answer: " + e, e);
    }
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/").replace("+", "%20");
  }

  /** An object with string members, given as names and values in turn. */
  static String json(String... members) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < members.length; i += 2) {
      pairs.add(quoted(members[i]) + ":" + quoted(members[i + 1]));
    }
    return "{" + String.join(",", pairs) + "}";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The string values of all members of a name, wherever they stand. */
  static List<String> members(String json, String name) {
    List<String> values = new ArrayList<>();
    Matcher matcher =
        Pattern.compile(Pattern.quote("\"" + name + "\"") + "\\s*:\\s*" + STRING).matcher(json);
    while (matcher.find()) {
      values.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
    }
    return values;
  }
}
