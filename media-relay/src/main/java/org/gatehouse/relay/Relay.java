package org.gatehouse.relay;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.admission.AllocationQuestion;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.PermissionQuestion;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.Stranger;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.MessageIntegrity;
import org.gatehouse.stun.MessageIntegritySha256;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.StunFormatException;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.TransactionIds;
import org.gatehouse.transport.DatagramHandler;
import org.gatehouse.transport.DatagramSocketHandle;
import org.gatehouse.transport.UdpLoop;
import org.gatehouse.turn.Allocation;
import org.gatehouse.turn.Allocations;
import org.gatehouse.turn.Answer;
import org.gatehouse.turn.Arrival;
import org.gatehouse.turn.ChannelBinding;
import org.gatehouse.turn.ChannelData;
import org.gatehouse.turn.ErrorCodes;
import org.gatehouse.turn.FiveTuple;
import org.gatehouse.turn.Limits;
import org.gatehouse.turn.LongTermCredential;
import org.gatehouse.turn.Outcome;
import org.gatehouse.turn.RequestProcessing;
import org.gatehouse.turn.SendIndication;
import org.gatehouse.turn.Step;
import org.gatehouse.turn.TurnServer;

/**
 * A TURN server on one loop, which owns everything here: what its doors receive is told apart (RFC
 * 7983 §7), requests go their steps, data goes through.
 */
final class Relay {
  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final int MOST_BYTES = 65536 + 64;

  private final UdpLoop loop;
  private final RelayConfiguration configuration;
  private final RelayCounters counters;
  private final Questions questions;
  private final TurnServer server;
  private final RelayedPorts ports;
  private final Pending pending = new Pending();

  /** A request on its way through the steps. */
  private record Request(Arrival arrival, Side side, DatagramSocketHandle door) {
    Stranger stranger() {
      return new Stranger(side, "UDP", arrival.fiveTuple().client());
    }
  }

  Relay(
      UdpLoop loop,
      RelayConfiguration configuration,
      RelayCounters counters,
      Questions questions,
      SecureRandom random) {
    this.loop = loop;
    this.configuration = configuration;
    this.counters = counters;
    this.questions = questions;
    this.server =
        new TurnServer(
            new LongTermCredential(configuration.realm(), Limits.STANDARD, random),
            new Allocations(Limits.STANDARD, random, this::ended),
            configuration.relayedAddresses().keySet());
    PeerSocket.Way way =
        new PeerSocket.Way(
            loop, counters, new TransactionIds(random), ByteBuffer.allocateDirect(MOST_BYTES));
    this.ports = new RelayedPorts(loop, configuration, way, random);
  }

  /** Begins to end what expires. On the loop. */
  void start() {
    Instant now = loop.clock().instant();
    server.allocations().sweep(now);
    pending.sweep(now);
    loop.schedule(SWEEP, this::start);
  }

  /** Ends every allocation. On the loop. */
  void end() {
    server.allocations().endAll();
  }

  /** What receives at a listener of this side. */
  DatagramHandler door(Side side) {
    return (socket, client, datagram) -> received(socket, new From(client, side), datagram);
  }

  private record From(InetSocketAddress client, Side side) {}

  private void received(DatagramSocketHandle door, From from, ByteBuffer datagram) {
    FiveTuple fiveTuple = new FiveTuple(from.client(), door.localAddress());
    if (ChannelData.startsIn(datagram)) {
      channelData(fiveTuple, datagram);
      return;
    }
    StunMessage message;
    try {
      message = StunMessage.decode(datagram);
    } catch (StunFormatException e) {
      counters.malformedDatagrams.increment();
      return;
    }
    if (message.messageClass() == MessageClass.REQUEST) {
      request(new Request(new Arrival(message, fiveTuple), from.side(), door));
    } else if (message.messageClass() == MessageClass.INDICATION) {
      indication(fiveTuple, message);
    } else {
      counters.datagramsDropped.increment();
    }
  }

  /** RFC 8656 §12.6. */
  private void channelData(FiveTuple fiveTuple, ByteBuffer datagram) {
    Instant now = loop.clock().instant();
    Allocation allocation = server.allocations().find(fiveTuple, now);
    int number = ChannelData.read(datagram);
    ChannelBinding channel = allocation == null ? null : allocation.channel(number, now);
    if (allocation == null || channel == null) {
      counters.datagramsDropped.increment();
    } else {
      allocation.relayed().send(datagram, channel.peer());
    }
  }

  /** RFC 8656 §11.2; a Binding indication only keeps a NAT open (RFC 8489 §6.3.2). */
  private void indication(FiveTuple fiveTuple, StunMessage message) {
    if (message.method().equals(Method.BINDING)) {
      return;
    }
    Instant now = loop.clock().instant();
    Allocation allocation = server.allocations().find(fiveTuple, now);
    if (allocation == null || !message.method().equals(Method.SEND)) {
      counters.datagramsDropped.increment();
      return;
    }
    SendIndication.process(allocation, message, now)
        .ifPresentOrElse(
            send -> allocation.relayed().send(send.payload(), send.peer()),
            counters.datagramsDropped::increment);
  }

  private void request(Request request) {
    Instant now = loop.clock().instant();
    if (request.arrival().message().method().equals(Method.BINDING)) {
      counters.bindingRequests.increment();
    }
    if (pending.begin(request.arrival(), now)) {
      advance(request, RequestProcessing.process(server, request.arrival(), now));
    } else {
      counters.datagramsDropped.increment();
    }
  }

  /** Gets what a step needs, and goes on with it. */
  private void advance(Request request, Step step) {
    if (step instanceof Step.Done done) {
      pending.end(request.arrival());
      conclude(request, done.outcome());
    } else if (step instanceof Step.NeedsRelayedAddress needed) {
      advance(request, needed.resume().with(ports.bind(needed), loop.clock().instant()));
    } else {
      ask(request, step);
    }
  }

  private void ask(Request request, Step step) {
    Stranger stranger = request.stranger();
    if (step instanceof Step.NeedsCredentials needed) {
      CredentialsQuestion question =
          new CredentialsQuestion(stranger, needed.username(), configuration.realm());
      questions.ask(
          authority -> authority.credentials(question),
          answer -> resume(request, needed.resume(), Answers.credentials(answer)));
    } else if (step instanceof Step.NeedsAllocation needed) {
      AllocationQuestion question =
          new AllocationQuestion(stranger, needed.username(), needed.held());
      questions.ask(
          authority -> authority.allocation(question),
          answer -> resume(request, needed.resume(), Answers.allocation(answer)));
    } else if (step instanceof Step.NeedsPermission needed) {
      PermissionQuestion question =
          new PermissionQuestion(needed.username(), stranger, needed.peer());
      questions.ask(
          authority -> authority.permission(question),
          answer -> resume(request, needed.resume(), Answers.permission(answer)));
    }
  }

  private <G> void resume(Request request, Step.Resume<G> rest, Answer<G> answer) {
    advance(request, rest.with(answer, loop.clock().instant()));
  }

  private void conclude(Request request, Outcome outcome) {
    Arrival arrival = request.arrival();
    InetSocketAddress client = arrival.fiveTuple().client();
    if (outcome instanceof Outcome.Success success) {
      if (arrival.message().method().equals(Method.ALLOCATE)) {
        begun(request);
      }
      request.door().send(success.response().encode(), client);
    } else if (outcome instanceof Outcome.ErrorResponse failure) {
      count(arrival.message(), failure.error().code());
      RelayLog.LOG.refused(arrival.message().method(), client, failure.error());
      request.door().send(failure.response().encode(), client);
    } else {
      counters.datagramsDropped.increment();
    }
  }

  private void count(StunMessage message, int error) {
    boolean proved =
        message.has(MessageIntegrity.class) || message.has(MessageIntegritySha256.class);
    if (error == ErrorCodes.UNAUTHENTICATED.code() && proved) {
      counters.authenticationFailures.increment();
    }
    boolean toPeer =
        message.method().equals(Method.CREATE_PERMISSION)
            || message.method().equals(Method.CHANNEL_BIND);
    if (error == ErrorCodes.FORBIDDEN.code() && toPeer) {
      counters.permissionsRefused.increment();
    }
  }

  /** Ties the socket of a new allocation to its door; a retransmission finds it tied. */
  private void begun(Request request) {
    Allocation allocation =
        server.allocations().find(request.arrival().fiveTuple(), loop.clock().instant());
    if (allocation != null
        && allocation.relayed() instanceof PeerSocket socket
        && socket.attach(allocation, request.door())) {
      counters.allocationsActive.increment();
      counters.allocationsTotal.increment();
      RelayLog.LOG.allocationBegins(allocation);
    }
  }

  private void ended(Allocation allocation) {
    counters.allocationsActive.decrement();
    RelayLog.LOG.allocationEnds(allocation);
  }
}
