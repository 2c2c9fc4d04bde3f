package org.gatehouse.sip.proxy;

import java.util.Arrays;
import java.util.Optional;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.Limits;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;

/** The answer to octets that are no proper request but can be answered (RFC 3261 §8.2, §16.3). */
public final class MalformedRequest {
  private MalformedRequest() {}

  /**
   * The 400 or 505 to send back where the octets came from, or nothing where they are a response,
   * an ACK, or have no Via line. It repeats what the request has of the lines of §8.2.6.2.
   *
   * @param why what was wrong with the whole message
   */
  public static Optional<SipMessage> answer(byte[] octets, SipFormatException why, String toTag) {
    return head(octets)
        .filter(SipMessage::isRequest)
        .filter(head -> !head.method().equals("ACK") && head.count(HeaderName.VIA) > 0)
        .map(
            head ->
                head.version().equalsIgnoreCase("SIP/2.0")
                    ? SipMessage.response(head, 400, "Malformed " + why.field(), toTag)
                    : SipMessage.response(head, 505, "Version Not Supported", toTag));
  }

  /** The lines before the body; of a message cut short in its header, those that are whole. */
  private static Optional<SipMessage> head(byte[] octets) {
    try {
      return Optional.of(SipMessage.parseHead(octets, Limits.DEFAULT));
    } catch (SipFormatException e) {
      return closed(octets);
    }
  }

  private static Optional<SipMessage> closed(byte[] octets) {
    int end = octets.length;
    while (end > 1 && !(octets[end - 2] == '\r' && octets[end - 1] == '\n')) {
      end--;
    }
    byte[] whole = Arrays.copyOf(octets, end + 2);
    whole[end] = '\r';
    whole[end + 1] = '\n';
    try {
      return Optional.of(SipMessage.parseHead(whole, Limits.DEFAULT));
    } catch (SipFormatException e) {
      return Optional.empty();
    }
  }
}
