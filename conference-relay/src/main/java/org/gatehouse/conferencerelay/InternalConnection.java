package org.gatehouse.conferencerelay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.ConferenceAdmission;
import org.gatehouse.admission.MeetingServer;
import org.gatehouse.admission.MeetingServerQuestion;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.Stranger;
import org.gatehouse.conference.ConferenceOpening;
import org.gatehouse.conference.OpeningDecoder;
import org.gatehouse.connector.Authority;

/**
 * A connection that a meeting server dialled out, until a participant gets it. It says its name and
 * then nothing, so that whatever it sends before {@code CONNECT} ends it.
 */
final class InternalConnection extends OpeningHandler {
  private final Authority<ConferenceAdmission> authority;
  private final MeetingServers servers;

  InternalConnection(
      ConferenceProperties.Door door,
      ConferenceCounters counters,
      Authority<ConferenceAdmission> authority,
      MeetingServers servers) {
    super(
        counters,
        OpeningDecoder.meetingServer(),
        counters.meetingServersOpening,
        door.openingTimeout());
    this.authority = authority;
    this.servers = servers;
  }

  @Override
  void opened(ChannelHandlerContext context, ConferenceOpening opening) {
    String name = ((ConferenceOpening.MeetingServer) opening).name();
    SslHandler tls = context.pipeline().get(SslHandler.class);
    if (tls != null && !CertifiedNames.allow(tls.engine().getSession(), name)) {
      refuse(context, "its certificate does not hold the name " + name);
      return;
    }
    Stranger stranger = stranger(Side.INTERNAL, context);
    authority.ask(
        bean -> bean.meetingServer(new MeetingServerQuestion(stranger, name)),
        context.executor(),
        answer -> answered(context, answer));
  }

  @Override
  void later(ChannelHandlerContext context, ByteBuf octets) {
    octets.release();
    malformed(context, "octets before CONNECT");
  }

  private void answered(ChannelHandlerContext context, Admission<MeetingServer> answer) {
    if (ended()) {
      return;
    }
    if (answer instanceof Admission.Admitted<MeetingServer> admitted) {
      known();
      String server = admitted.grant().name();
      ConferenceLog.LOG.waiting(context.channel(), server);
      servers.ready(server, context.channel());
    } else if (answer instanceof Admission.Refused<MeetingServer> refused) {
      refuse(context, refused.reason() + " by " + refused.rule());
    } else {
      refuse(context, "the authority cannot answer");
    }
  }
}
