package org.gatehouse.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.gatehouse.conformance.Spec;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.Data;
import org.gatehouse.stun.DontFragment;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.StunMessageBuilder;
import org.gatehouse.stun.TransactionId;
import org.gatehouse.stun.UnknownAttribute;
import org.gatehouse.stun.XorPeerAddress;
import org.junit.jupiter.api.Test;

class RelayedDataTest {
  private static final TransactionId ID = new TransactionId(1, 2);
  private static final XorPeerAddress PEER = new XorPeerAddress(Harness.PEER);
  private final Harness server = new Harness();

  private static ByteBuffer octets(int count) {
    ByteBuffer octets = ByteBuffer.allocate(count);
    for (int i = 0; i < count; i++) {
      octets.put((byte) i);
    }
    return octets.flip();
  }

  private static StunMessageBuilder send() {
    return StunMessage.with(MessageClass.INDICATION, Method.SEND, ID);
  }

  @Test
  @Spec("RFC 8656 §11.2")
  void sendsToAPermittedPeerAtAnyPort() {
    Allocation allocation = server.allocate();
    StunMessage message = Harness.decoded(send().add(PEER).add(new Data(octets(5))).build());
    assertThat(SendIndication.process(allocation, message, server.now)).isEmpty();
    server.alice(
        Method.CREATE_PERMISSION,
        new XorPeerAddress(new InetSocketAddress(Harness.PEER.getAddress(), 1)));
    assertThat(SendIndication.process(allocation, message, server.now))
        .contains(new SendIndication(Harness.PEER, octets(5)));
  }

  @Test
  @Spec("RFC 8656 §11.2")
  void discardsASendIndicationThatLacksOrAsksTooMuch() {
    Allocation allocation = server.allocate();
    server.alice(Method.CREATE_PERMISSION, PEER);
    Data data = new Data(octets(1));
    UnknownAttribute unknown = new UnknownAttribute(AttributeType.of(0x7FFF), octets(0));
    for (StunMessageBuilder builder :
        new StunMessageBuilder[] {
          send().add(PEER),
          send().add(data),
          send().add(PEER).add(data).add(new DontFragment()),
          send().add(PEER).add(data).add(unknown)
        }) {
      StunMessage message = Harness.decoded(builder.build());
      assertThat(SendIndication.process(allocation, message, server.now)).isEmpty();
    }
  }

  @Test
  @Spec("RFC 8656 §11.3")
  void writesDataIndicationsOfEveryPadding() throws Exception {
    for (int length = 0; length < 9; length++) {
      ByteBuffer out = ByteBuffer.allocate(length + DataIndication.OVERHEAD_IN_BYTES);
      DataIndication.write(out, ID, Harness.PEER, octets(length));
      StunMessage message = StunMessage.decode(out.flip());
      assertThat(message.method()).isEqualTo(Method.DATA);
      assertThat(message.messageClass()).isEqualTo(MessageClass.INDICATION);
      assertThat(message.transactionId()).isEqualTo(ID);
      assertThat(message.attributes()).containsExactly(PEER, new Data(octets(length)));
    }
  }

  @Test
  @Spec("RFC 8656 §12.4")
  void readsBackTheChannelDataThatItWrites() {
    ByteBuffer out = ByteBuffer.allocate(64);
    ChannelData.write(out, 0x4001, octets(5));
    out.flip();
    assertThat(out.remaining()).isEqualTo(9);
    assertThat(ChannelData.startsIn(out)).isTrue();
    assertThat(ChannelData.read(out)).isEqualTo(0x4001);
    assertThat(out).isEqualTo(octets(5));
  }

  @Test
  @Spec("RFC 8656 §12.6")
  void dropsThePaddingAndRefusesALengthBeyondTheDatagram() {
    ByteBuffer padded = ByteBuffer.allocate(12).putInt(0, 0x40010005);
    assertThat(ChannelData.read(padded)).isEqualTo(0x4001);
    assertThat(padded.remaining()).isEqualTo(5);
    for (int length = 0; length < 9; length++) {
      ByteBuffer cut = ByteBuffer.allocate(12).putInt(0, 0x40010005).limit(length);
      assertThat(ChannelData.read(cut)).as("%d octets", length).isEqualTo(-1);
    }
  }

  @Test
  @Spec("RFC 8656 §12")
  void tellsChannelDataFromStunByTheFirstBits() {
    assertThat(ChannelData.startsIn(ByteBuffer.wrap(new byte[] {0x00}))).isFalse();
    assertThat(ChannelData.startsIn(ByteBuffer.wrap(new byte[] {(byte) 0x80}))).isFalse();
    assertThat(ChannelData.startsIn(ByteBuffer.wrap(new byte[] {0x7F}))).isTrue();
    assertThat(ChannelData.startsIn(ByteBuffer.allocate(0))).isFalse();
  }
}
