package org.gatehouse.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gatehouse.conformance.Spec;
import org.gatehouse.stun.Attribute;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.Nonce;
import org.gatehouse.stun.RequestedTransport;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.UnknownAttribute;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, a request ends in an outcome, and every table keeps its bound. */
class HostileClientTest {
  private static final int[] LENGTHS = {0, 1, 2, 4, 4, 4, 8, 8, 20, 20};
  private static final List<Method> METHODS =
      List.of(Method.ALLOCATE, Method.REFRESH, Method.CREATE_PERMISSION, Method.CHANNEL_BIND);

  private static Attribute random(Random random) {
    byte[] value = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
    random.nextBytes(value);
    if (value.length > 1 && random.nextBoolean()) {
      value[0] = 0;
      value[1] = (byte) (1 + random.nextInt(2));
    }
    int type = random.nextInt(10) == 0 ? random.nextInt(0x10000) : random.nextInt(0x24);
    if (type == 0x08 || type == 0x1C || (type >= 0x14 && type <= 0x15) || type == 0x06) {
      type = AttributeType.LIFETIME.value();
    }
    return new UnknownAttribute(AttributeType.of(type), ByteBuffer.wrap(value));
  }

  @Test
  @Spec("RFC 8656 §5")
  void answersEveryAuthenticatedRequestOfRandomAttributes() {
    Random random = new Random(8656);
    Harness server = new Harness();
    Nonce nonce = server.nonce(Harness.CLIENT);
    Map<Integer, Integer> codes = new TreeMap<>();
    for (int round = 0; round < 20_000; round++) {
      List<Attribute> attributes = new ArrayList<>();
      Method method = METHODS.get(random.nextInt(METHODS.size()));
      if (method.equals(Method.ALLOCATE)) {
        attributes.add(Harness.UDP);
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        attributes.add(random(random));
      }
      StunMessage request =
          server.signed("alice", nonce, method, attributes.toArray(Attribute[]::new));
      codes.merge(
          Harness.code(server.finish(server.process(request, Harness.CLIENT))), 1, Integer::sum);
      server.questions.clear();
    }
    assertThat(codes).containsKeys(0, 400, 420, 437, 443).doesNotContainKeys(401, 438, 500);
    assertThat(server.server().allocations().size()).isLessThanOrEqualTo(1);
  }

  @Test
  @Spec("RFC 8656 §7.2")
  void readsTheAllocateOfABrowser() throws Exception {
    StunMessage request = StunMessage.decode(captured("01_chromeallocreq.hex"));
    assertThat(request.method()).isEqualTo(Method.ALLOCATE);
    assertThat(request.first(RequestedTransport.class))
        .contains(new RequestedTransport(RequestedTransport.UDP));
    Harness server = new Harness();
    assertThat(Harness.code(server.finish(server.process(request, Harness.CLIENT)))).isIn(401, 438);
  }

  private static ByteBuffer captured(String name) throws Exception {
    Path file = Path.of(System.getProperty("gatehouse.testdata", "absent"), "turn-pion", name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "no test data turn-pion/" + name);
    return ByteBuffer.wrap(HexFormat.of().parseHex(Files.readAllLines(file).get(0).strip()));
  }
}
