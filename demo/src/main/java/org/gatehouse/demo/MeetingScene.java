package org.gatehouse.demo;

import java.io.IOException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import org.gatehouse.conference.ConnectLine;

/** Two strangers are refused at the Web Conferencing Edge; Alice meets a server inside. */
final class MeetingScene {
  private static final int LENGTH = 100_000;

  private final Preparation prepared;
  private final Doors doors;
  private final SSLContext tls;
  private final Stage stage;

  MeetingScene(Preparation prepared, Doors doors, SSLContext tls, Stage stage) {
    this.prepared = prepared;
    this.doors = doors;
    this.tls = tls;
    this.stage = stage;
  }

  void play() throws IOException {
    try (MeetingServer server = new MeetingServer(tls, doors.conferenceInside(), stage)) {
      server.register(prepared.name());
      try (MeetingClient stranger = client()) {
        stranger.enterWithoutKey();
        stranger.awaitRefusal();
      }
      try (MeetingClient stranger = client()) {
        stranger.enter(Randoms.token(43));
        stranger.awaitRefusal();
      }
      try (MeetingClient participant = client()) {
        participant.enter(prepared.sessionKey());
        meet(server, participant);
      }
      server.awaitEnd();
    }
  }

  /** What the server hears first is of Alice: nothing of the strangers was forwarded. */
  private void meet(MeetingServer server, MeetingClient participant) throws IOException {
    ConnectLine connect = server.awaitParticipant();
    if (!connect.equals(new ConnectLine(prepared.name(), prepared.alice().aor()))) {
      throw new IOException("the meeting server was told " + connect);
    }
    byte[] question = Randoms.octets(LENGTH);
    participant.send(question);
    same(question, server.await(LENGTH));
    byte[] answer = Randoms.octets(LENGTH);
    server.send(answer);
    same(answer, participant.await(LENGTH));
  }

  private MeetingClient client() throws IOException {
    return new MeetingClient(tls, doors.conference(), stage);
  }

  private static void same(byte[] sent, byte[] received) throws IOException {
    if (!Arrays.equals(sent, received)) {
      throw new IOException("other octets arrived than were sent");
    }
  }
}
