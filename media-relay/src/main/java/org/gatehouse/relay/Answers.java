package org.gatehouse.relay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Admission.Admitted;
import org.gatehouse.admission.Admission.Refused;
import org.gatehouse.admission.Admission.Unavailable;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.PeerGrant;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.RelayGrant;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.turn.Answer;
import org.gatehouse.turn.Answer.Denied;
import org.gatehouse.turn.Answer.Granted;
import org.gatehouse.turn.ErrorCodes;
import org.gatehouse.turn.LongTermKeys;

/** From the authority's words to TURN's. */
final class Answers {
  private Answers() {}

  static Answer<LongTermKeys> credentials(Admission<DigestKeys> admission) {
    return answer(
        admission,
        keys -> new LongTermKeys(keys.md5(), keys.sha256()),
        reason -> reason == Reason.BANNED ? ErrorCodes.FORBIDDEN : ErrorCodes.UNAUTHENTICATED);
  }

  static Answer<Duration> allocation(Admission<RelayGrant> admission) {
    return answer(
        admission,
        RelayGrant::maximumLifetime,
        reason ->
            reason == Reason.QUOTA_REACHED
                ? ErrorCodes.ALLOCATION_QUOTA_REACHED
                : ErrorCodes.FORBIDDEN);
  }

  static Answer<InetSocketAddress> permission(Admission<PeerGrant> admission) {
    return answer(admission, PeerGrant::peer, reason -> ErrorCodes.FORBIDDEN);
  }

  private static <A, G> Answer<G> answer(
      Admission<A> admission, Function<A, G> granted, Function<Reason, ErrorCode> refused) {
    if (admission instanceof Admitted<A> admitted) {
      return new Granted<>(granted.apply(admitted.grant()));
    }
    if (admission instanceof Refused<A> no) {
      return new Denied<>(refused.apply(no.reason()));
    }
    RelayLog.LOG.unanswered(((Unavailable<A>) admission).cause());
    return new Denied<>(ErrorCodes.SERVER_ERROR);
  }
}
