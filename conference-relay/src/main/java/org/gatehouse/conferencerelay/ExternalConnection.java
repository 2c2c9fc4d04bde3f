package org.gatehouse.conferencerelay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.ConferenceAdmission;
import org.gatehouse.admission.ConferenceGrant;
import org.gatehouse.admission.ConferenceQuestion;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.Stranger;
import org.gatehouse.conference.ConferenceOpening;
import org.gatehouse.conference.OpeningDecoder;
import org.gatehouse.connector.Authority;
import org.jspecify.annotations.Nullable;

/**
 * A participant's connection until it enters its conference. Nothing is read from it while the
 * authority decides; the little that came with the opening is kept and forwarded first.
 */
final class ExternalConnection extends OpeningHandler {
  /** Octets of the meeting that may come before the participant has entered. */
  static final int MOST_EARLY_OCTETS = 64 * 1024;

  private final Authority<ConferenceAdmission> authority;
  private final MeetingServers servers;
  private final ConferenceProperties.Door door;
  private final Deque<ByteBuf> early = new ArrayDeque<>();
  private int earlyOctets;

  ExternalConnection(
      ConferenceProperties.Door door,
      ConferenceCounters counters,
      Authority<ConferenceAdmission> authority,
      MeetingServers servers) {
    super(
        counters,
        OpeningDecoder.participant(),
        counters.participantsOpening,
        door.openingTimeout());
    this.door = door;
    this.authority = authority;
    this.servers = servers;
  }

  @Override
  void opened(ChannelHandlerContext context, ConferenceOpening opening) {
    context.channel().config().setAutoRead(false);
    String sessionKey = ((ConferenceOpening.Participant) opening).sessionKey();
    Stranger stranger = stranger(Side.EXTERNAL, context);
    authority.ask(
        bean -> bean.connection(new ConferenceQuestion(stranger, sessionKey)),
        context.executor(),
        answer -> answered(context, answer));
  }

  @Override
  void later(ChannelHandlerContext context, ByteBuf octets) {
    earlyOctets += octets.readableBytes();
    early.add(octets);
    if (earlyOctets > MOST_EARLY_OCTETS) {
      refuse(context, "too many octets before entering");
    }
  }

  private void answered(ChannelHandlerContext context, Admission<ConferenceGrant> answer) {
    if (ended()) {
      return;
    }
    if (answer instanceof Admission.Admitted<ConferenceGrant> admitted) {
      ConferenceGrant grant = admitted.grant();
      servers.take(
          grant.meetingServer(), context.executor(), inside -> taken(context, grant, inside));
    } else if (answer instanceof Admission.Refused<ConferenceGrant> refused) {
      refuse(context, refused.reason() + " by " + refused.rule());
    } else {
      refuse(context, "the authority cannot answer");
    }
  }

  private void taken(
      ChannelHandlerContext context, ConferenceGrant grant, @Nullable Channel inside) {
    if (ended()) {
      if (inside != null) {
        servers.ready(grant.meetingServer(), inside);
      }
    } else if (inside == null) {
      refuse(context, "no connection of meeting server " + grant.meetingServer());
    } else {
      Deque<ByteBuf> first = new ArrayDeque<>(early);
      early.clear();
      new ParticipantPair(grant, context.channel(), inside, counters)
          .enter(this, door.idleTimeout(), first);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    super.handlerRemoved(context);
    early.forEach(ByteBuf::release);
    early.clear();
  }
}
