package org.gatehouse.stun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;

class StunMessageTest {
  private static final TransactionId ID = new TransactionId(0x0102030405060708L, 0x090A0B0C);
  private static final byte[] KEY = PasswordAlgorithm.MD5.key("alice", "gatehouse", "secret");

  private static ByteBuffer octets(int... values) {
    ByteBuffer octets = ByteBuffer.allocate(values.length);
    for (int value : values) {
      octets.put((byte) value);
    }
    return octets.flip();
  }

  private static StunMessageBuilder message() {
    return StunMessage.with(MessageClass.REQUEST, Method.ALLOCATE, ID);
  }

  static StunMessage everything() {
    InetSocketAddress ipv4 = new InetSocketAddress("192.0.2.1", 1);
    InetSocketAddress ipv6 = new InetSocketAddress("2001:db8::1", 65535);
    return message()
        .add(new XorMappedAddress(ipv4))
        .add(new XorPeerAddress(ipv6))
        .add(new XorRelayedAddress(ipv4))
        .add(new AlternateServer(ipv6))
        .add(new Username("alice"))
        .add(PasswordAlgorithm.userhash("alice", "gatehouse"))
        .add(new Realm("gatehouse"))
        .add(new Nonce("n"))
        .add(new Software(""))
        .add(new ErrorCode(438, "Stale Nonce"))
        .add(new AddressErrorCode(AddressFamily.IPV6, new ErrorCode(440, "no")))
        .add(new UnknownAttributes(List.of(AttributeType.of(0x7FFF), AttributeType.DATA)))
        .add(
            new PasswordAlgorithms(
                List.of(
                    PasswordAlgorithm.SHA_256,
                    new PasswordAlgorithm(9, octets(1, 2, 3)),
                    PasswordAlgorithm.MD5)))
        .add(new PasswordAlgorithmAttribute(PasswordAlgorithm.MD5))
        .add(new ChannelNumber(0x4FFF))
        .add(new Lifetime(Duration.ofSeconds(0xFFFF_FFFFL)))
        .add(new Data(octets(1, 2, 3, 4, 5)))
        .add(new RequestedAddressFamily(2))
        .add(new AdditionalAddressFamily(2))
        .add(new EvenPort(true))
        .add(new RequestedTransport(RequestedTransport.UDP))
        .add(new DontFragment())
        .add(new ReservationToken(octets(1, 2, 3, 4, 5, 6, 7, 8)))
        .add(new UnknownAttribute(AttributeType.of(0xFFFF), octets(9)))
        .integrity(IntegrityAlgorithm.HMAC_SHA1, KEY)
        .integrity(IntegrityAlgorithm.HMAC_SHA256, KEY)
        .fingerprint()
        .build();
  }

  @Test
  @Spec("RFC 8489 §14")
  @Spec("RFC 8656 §18")
  void readsBackEveryAttributeThatItWrites() throws Exception {
    StunMessage sent = everything();
    StunMessage received = StunMessage.decode(sent.encode());
    assertThat(received.attributes()).isEqualTo(sent.attributes());
    assertThat(received.method()).isEqualTo(Method.ALLOCATE);
    assertThat(received.messageClass()).isEqualTo(MessageClass.REQUEST);
    assertThat(received.transactionId()).isEqualTo(ID);
    assertThat(received.verify(IntegrityAlgorithm.HMAC_SHA1, KEY)).isTrue();
    assertThat(received.verify(IntegrityAlgorithm.HMAC_SHA256, KEY)).isTrue();
  }

  @Test
  @Spec("RFC 8489 §5")
  void laysOutHeaderAndPaddingAsTheFigureSays() {
    StunMessage message = message().add(new EvenPort(true)).build();
    assertThat(HexFormat.of().formatHex(Values.copy(message.encode())))
        .isEqualTo("000300082112a4420102030405060708090a0b0c" + "0018000180000000");
  }

  @Test
  @Spec("RFC 8489 §5")
  void keepsTheBitsOfEveryMethodAndClassApart() throws Exception {
    for (int method = 0; method <= 0xFFF; method += 7) {
      for (MessageClass messageClass : MessageClass.values()) {
        StunMessage message = StunMessage.with(messageClass, new Method(method), ID).build();
        StunMessage received = StunMessage.decode(message.encode());
        assertThat(received.method().value()).isEqualTo(method);
        assertThat(received.messageClass()).isEqualTo(messageClass);
      }
    }
  }

  @Test
  @Spec("RFC 8489 §5")
  void refusesEveryTruncationAndEveryExtension() {
    byte[] whole = Values.copy(everything().encode());
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(whole, 0, length);
      assertThatThrownBy(() -> StunMessage.decode(cut)).isInstanceOf(StunFormatException.class);
    }
    ByteBuffer longer = ByteBuffer.allocate(whole.length + 4).put(whole).rewind();
    assertThatThrownBy(() -> StunMessage.decode(longer)).isInstanceOf(StunFormatException.class);
  }

  @Test
  @Spec("RFC 8489 §14")
  void refusesAnAttributeThatIsLongerThanTheMessage() {
    ByteBuffer message =
        ByteBuffer.wrap(Values.copy(message().add(new EvenPort(true)).build().encode()));
    message.putShort(22, (short) 5);
    assertThatThrownBy(() -> StunMessage.decode(message))
        .isInstanceOf(StunFormatException.class)
        .hasMessage("malformed attribute length at 22 (RFC 8489 §14)")
        .hasNoCause();
  }

  @Test
  @Spec("RFC 8489 §5")
  void refusesAnotherMagicCookie() {
    ByteBuffer message = ByteBuffer.wrap(Values.copy(message().build().encode()));
    message.put(4, (byte) 0);
    assertThatThrownBy(() -> StunMessage.decode(message))
        .isInstanceOfSatisfying(
            StunFormatException.class,
            e -> {
              assertThat(e.field()).isEqualTo("magic cookie");
              assertThat(e.offset()).isEqualTo(4);
              assertThat(e.section()).isEqualTo("RFC 8489 §5");
              assertThat(e.getStackTrace()).isEmpty();
            });
  }

  @Test
  @Spec("RFC 8656 §18.2")
  void keepsAnAttributeWhoseValueIsMalformed() throws Exception {
    StunMessage sent =
        message().add(new UnknownAttribute(AttributeType.LIFETIME, octets(1, 2, 3))).build();
    StunMessage received = StunMessage.decode(sent.encode());
    assertThat(received.has(Lifetime.class)).isFalse();
    assertThat(received.first(MalformedAttribute.class))
        .hasValueSatisfying(a -> assertThat(a.reason().field()).isEqualTo("LIFETIME"));
  }

  @Test
  @Spec("RFC 8489 §14.5")
  void ignoresWhatTheIntegrityDoesNotCover() throws Exception {
    StunMessage sent =
        message()
            .add(new Username("alice"))
            .integrity(IntegrityAlgorithm.HMAC_SHA1, KEY)
            .add(new Lifetime(Duration.ZERO))
            .add(new UnknownAttribute(AttributeType.of(0x7FFF), octets()))
            .build();
    StunMessage received = StunMessage.decode(sent.encode());
    assertThat(received.has(Lifetime.class)).isFalse();
    assertThat(received.unknownRequired()).isEmpty();
    assertThat(received.verify(IntegrityAlgorithm.HMAC_SHA1, KEY)).isTrue();
  }

  @Test
  @Spec("RFC 8489 §14.6")
  void ignoresAMessageIntegrityThatFollowsTheStrongerOne() throws Exception {
    StunMessage sent =
        message()
            .integrity(IntegrityAlgorithm.HMAC_SHA256, KEY)
            .integrity(IntegrityAlgorithm.HMAC_SHA1, KEY)
            .build();
    StunMessage received = StunMessage.decode(sent.encode());
    assertThat(received.has(MessageIntegrity.class)).isFalse();
    assertThat(received.verify(IntegrityAlgorithm.HMAC_SHA1, KEY)).isFalse();
    assertThat(received.verify(IntegrityAlgorithm.HMAC_SHA256, KEY)).isTrue();
  }

  @Test
  @Spec("RFC 8489 §14.6")
  void verifiesATruncatedSha256() throws Exception {
    byte[] hmac =
        IntegrityAlgorithm.HMAC_SHA256.hmac(Values.copy(message().build().encode()), 20, 16, KEY);
    StunMessage sent =
        message().add(new MessageIntegritySha256(ByteBuffer.wrap(hmac, 0, 16))).build();
    StunMessage received = StunMessage.decode(sent.encode());
    assertThat(received.verify(IntegrityAlgorithm.HMAC_SHA256, KEY)).isTrue();
    KEY[0]++;
    assertThat(received.verify(IntegrityAlgorithm.HMAC_SHA256, KEY)).isFalse();
    KEY[0]--;
  }

  @Test
  @Spec("RFC 8489 §7")
  @Spec("RFC 8489 §14.7")
  void refusesAFingerprintThatDoesNotMatchOrIsNotLast() {
    StunMessage good = message().add(new EvenPort(true)).fingerprint().build();
    byte[] flipped = Values.copy(good.encode());
    flipped[24] ^= 1;
    assertThatThrownBy(() -> StunMessage.decode(ByteBuffer.wrap(flipped)))
        .hasMessageContaining("FINGERPRINT");
    StunMessage notLast = message().fingerprint().add(new EvenPort(true)).build();
    assertThatThrownBy(() -> StunMessage.decode(notLast.encode()))
        .hasMessageContaining("FINGERPRINT");
  }

  @Test
  @Spec("RFC 8489 §6.3.1")
  void namesTheRequiredTypesThatItDoesNotKnow() throws Exception {
    StunMessage sent =
        message()
            .add(new UnknownAttribute(AttributeType.of(0x7FFE), octets()))
            .add(new UnknownAttribute(AttributeType.of(0x8FFE), octets()))
            .add(new UnknownAttribute(AttributeType.of(0x7FFE), octets(1)))
            .build();
    assertThat(StunMessage.decode(sent.encode()).unknownRequired())
        .containsExactly(AttributeType.of(0x7FFE));
  }

  @Test
  @Spec("RFC 8489 §14")
  void takesTheFirstOfSeveralOfOneType() throws Exception {
    StunMessage sent = message().add(new Nonce("first")).add(new Nonce("second")).build();
    StunMessage received = StunMessage.decode(sent.encode());
    assertThat(received.first(Nonce.class)).contains(new Nonce("first"));
    assertThat(received.all(Nonce.class)).hasSize(2);
  }

  @Test
  void refusesToWriteWhatDoesNotFit() {
    assertThatThrownBy(() -> new Username("x".repeat(509)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> message().add(new Data(ByteBuffer.allocate(65_533))))
        .isInstanceOf(IllegalStateException.class);
  }
}
