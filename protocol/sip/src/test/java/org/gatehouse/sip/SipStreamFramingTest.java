package org.gatehouse.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;

class SipStreamFramingTest {
  private static final String STREAM =
      SipMessageTest.INVITE + "\r\n\r\n" + SipMessageTest.INVITE + "\r\n\r\n\r\n\r\n";

  @Test
  @Spec("RFC 3261 §18.3")
  void findsTheMessagesAtEveryChunkBoundary() throws Exception {
    byte[] stream = STREAM.getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= stream.length; cut++) {
      SipStreamFraming framing = new SipStreamFraming(Limits.DEFAULT);
      List<byte[]> messages = new ArrayList<>();
      messages.addAll(framing.append(ByteBuffer.wrap(stream, 0, cut)));
      messages.addAll(framing.append(ByteBuffer.wrap(stream, cut, stream.length - cut)));
      assertThat(messages)
          .extracting(octets -> new String(octets, StandardCharsets.UTF_8))
          .containsExactly(SipMessageTest.INVITE, SipMessageTest.INVITE);
      assertThat(framing.takeKeepAlives()).isEqualTo(3);
      assertThat(framing.takeKeepAlives()).isZero();
    }
  }

  @Test
  @Spec("RFC 5626 §3.5.1")
  void countsAKeepAliveThatComesOctetByOctet() throws Exception {
    SipStreamFraming framing = new SipStreamFraming(Limits.DEFAULT);
    for (byte octet : "\r\n\r\n".getBytes(StandardCharsets.UTF_8)) {
      assertThat(framing.append(ByteBuffer.wrap(new byte[] {octet}))).isEmpty();
    }
    assertThat(framing.takeKeepAlives()).isEqualTo(1);
  }

  @Test
  void refusesAStreamWithoutContentLengthOrOverTheLimit() {
    SipStreamFraming framing = new SipStreamFraming(Limits.DEFAULT);
    byte[] lengthless =
        SipMessageTest.INVITE.replace("Content-Length: 4\r\n", "").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> framing.append(ByteBuffer.wrap(lengthless)))
        .isInstanceOf(SipFormatException.class);
    SipStreamFraming small = new SipStreamFraming(new Limits(100, 10));
    assertThatThrownBy(() -> small.append(ByteBuffer.wrap(new byte[300])))
        .isInstanceOf(SipFormatException.class);
  }
}
