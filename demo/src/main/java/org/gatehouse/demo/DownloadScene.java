package org.gatehouse.demo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** A published file is read from outside, and nothing else is possible. */
final class DownloadScene {
  private final Preparation prepared;
  private final Browser browser;

  DownloadScene(Preparation prepared, Browser browser) {
    this.prepared = prepared;
    this.browser = browser;
  }

  void play() throws IOException, InterruptedException {
    HttpResponse<byte[]> file = browser.get(prepared.path());
    want(200, file);
    if (!Arrays.equals(prepared.file(), file.body())) {
      throw new IOException("the file that arrived is not the file inside");
    }
    want(404, browser.get("/" + prepared.name() + "-unpublished/addressbook.bin"));
    want(405, browser.post(prepared.path(), "changed"));
  }

  private static void want(int status, HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() != status) {
      throw new IOException(
          response.request().method()
              + " "
              + response.uri().getPath()
              + " was answered "
              + response.statusCode()
              + " instead of "
              + status);
    }
  }
}
