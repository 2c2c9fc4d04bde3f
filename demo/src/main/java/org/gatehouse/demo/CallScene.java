package org.gatehouse.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.gatehouse.turn.ChannelData;
import org.jspecify.annotations.Nullable;

/** Two users outside register, call each other through the relay, write, and hang up. */
final class CallScene implements AutoCloseable {
  private static final int PACKETS = 50;
  private static final int CHANNEL = ChannelData.FIRST_NUMBER;

  private final Party alice;
  private final Party bob;
  private final Stage stage;
  private @Nullable Dialog ofAlice;
  private @Nullable Dialog ofBob;

  CallScene(Preparation prepared, Doors doors, Stage stage) throws IOException {
    this.alice = new Party(prepared.alice(), doors.sip(), doors.relay(), stage);
    this.bob = new Party(prepared.bob(), doors.sip(), doors.relayInside(), stage);
    this.stage = stage;
  }

  void play(Steps steps) {
    steps.step("Both users register from outside at the Access Edge", this::register);
    steps.step("Both allocate a relayed address at the A/V Edge", this::allocate);
    steps.step("Alice calls Bob", this::call);
    steps.step("Media flow both ways through the relay", this::talk);
    steps.step("Each sends the other a message", this::write);
    steps.step("Bob hangs up; Alice gives up a second call before it is answered", this::end);
  }

  private void register() throws IOException {
    alice.register();
    bob.register();
  }

  private void allocate() throws IOException {
    alice.allocate();
    bob.allocate();
  }

  private void call() throws IOException {
    OutgoingCall outgoing = alice.agent().call(bob.agent().account(), alice.description());
    IncomingCall incoming = bob.agent().awaitCall();
    same("the offer that Bob got", alice.description(), incoming.offer());
    incoming.ring();
    outgoing.awaitRinging();
    incoming.answer(bob.description());
    Dialog answered = outgoing.awaitAnswer();
    same("the answer that Alice got", bob.description(), answered.remoteDescription());
    ofBob = incoming.awaitAcknowledgement();
    ofAlice = answered;
    if (answered.routes() == 0) {
      throw new IOException("no Record-Route in the answer: later requests would miss the edge");
    }
  }

  private void talk() throws IOException {
    InetSocketAddress toBob = dialog(ofAlice).remoteDescription().address();
    InetSocketAddress toAlice = dialog(ofBob).remoteDescription().address();
    alice.relay().permit(toBob);
    alice.relay().bind(CHANNEL, toBob);
    bob.relay().permit(toAlice);
    bob.relay().bind(CHANNEL, toAlice);
    flow(alice, bob);
    flow(bob, alice);
  }

  private void flow(Party from, Party to) throws IOException {
    Set<String> sent = new HashSet<>();
    for (int i = 0; i < PACKETS; i++) {
      String payload = "packet " + i + " " + Randoms.token(150);
      sent.add(payload);
      from.relay().send(CHANNEL, payload.getBytes(StandardCharsets.UTF_8));
    }
    stage.sent(from.relay().door(), from.name() + ": " + PACKETS + " packets on a channel");
    for (int i = 0; i < PACKETS; i++) {
      String payload = new String(next(to, i), StandardCharsets.UTF_8);
      if (!sent.remove(payload)) {
        throw new IOException(to.name() + " got a packet that nobody sent, or one twice");
      }
    }
    stage.received(to.relay().door(), to.name() + ": all " + PACKETS + " packets");
  }

  private static byte[] next(Party to, int arrived) throws IOException {
    try {
      return to.relay().await(CHANNEL);
    } catch (IOException e) {
      String some = arrived + " of " + PACKETS + " packets arrived";
      throw new IOException(some + "; then: " + e.getMessage(), e);
    }
  }

  private void write() throws IOException {
    write(alice, bob, "Good morning, Bob. Grüße.");
    write(bob, alice, "Good morning, Alice.");
  }

  private static void write(Party from, Party to, String text) throws IOException {
    Exchange message = from.agent().message(to.agent().account(), text);
    same("the text that " + to.name() + " got", text, to.agent().awaitMessage());
    message.await(200);
  }

  private void end() throws IOException {
    Exchange bye = dialog(ofBob).bye();
    dialog(ofAlice).awaitBye();
    bye.await(200);
    OutgoingCall second = alice.agent().call(bob.agent().account(), alice.description());
    IncomingCall incoming = bob.agent().awaitCall();
    incoming.ring();
    second.awaitRinging();
    second.cancel();
    incoming.awaitCancel();
    second.awaitTerminated();
  }

  /** Gives back allocations and registrations. */
  void leave() throws IOException {
    try {
      alice.leave();
    } finally {
      bob.leave();
    }
  }

  private static Dialog dialog(@Nullable Dialog dialog) throws IOException {
    if (dialog == null) {
      throw new IOException("there is no call");
    }
    return dialog;
  }

  private static void same(String what, Object awaited, Object got) throws IOException {
    if (!awaited.equals(got)) {
      throw new IOException(what + " is " + got + " instead of " + awaited);
    }
  }

  @Override
  public void close() {
    alice.close();
    bob.close();
  }
}
