package org.gatehouse.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client outside of the HTTP reverse proxy. */
public final class Browser {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Deadline.PATIENCE).build();
  private final InetSocketAddress proxy;
  private final Stage stage;

  /**
   * @param proxy the external HTTP door
   */
  public Browser(InetSocketAddress proxy, Stage stage) {
    this.proxy = proxy;
    this.stage = stage;
  }

  /** Gets a path. */
  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send("GET", path, request(path).GET());
  }

  /** Posts text to a path. */
  public HttpResponse<byte[]> post(String path, String text)
      throws IOException, InterruptedException {
    return send("POST", path, request(path).POST(BodyPublishers.ofString(text)));
  }

  private HttpRequest.Builder request(String path) {
    String host = proxy.getAddress().getHostAddress();
    String authority = host.indexOf(':') < 0 ? host : "[" + host + "]";
    URI uri = URI.create("http://" + authority + ":" + proxy.getPort() + path);
    return HttpRequest.newBuilder(uri).timeout(Deadline.PATIENCE);
  }

  private HttpResponse<byte[]> send(String method, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    String door = Doors.label(proxy, "tcp");
    stage.sent(door, method + " " + path);
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    stage.received(door, response.statusCode() + ", " + response.body().length + " octets");
    return response;
  }
}
