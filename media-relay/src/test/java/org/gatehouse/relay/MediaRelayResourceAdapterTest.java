package org.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gatehouse.admission.RelayAdmission;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.TransactionId;
import org.gatehouse.stun.XorMappedAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediaRelayResourceAdapterTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final MediaRelayResourceAdapter adapter = new MediaRelayResourceAdapter();

  MediaRelayResourceAdapterTest() {
    adapter.setExternalBind("127.0.0.1:0");
    adapter.setInternalBind("127.0.0.1:0");
    adapter.setPortRange("0-0");
  }

  @AfterEach
  void stop() {
    adapter.stop();
    threads.shutdown();
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private void start() {
    start(adapter);
  }

  private void start(MediaRelayResourceAdapter started) {
    WorkManager works =
        fake(
            WorkManager.class,
            (proxy, method, arguments) -> {
              threads.execute((Work) arguments[0]);
              return method.getReturnType() == long.class ? 0L : null;
            });
    started.start(fake(BootstrapContext.class, (proxy, method, arguments) -> works));
  }

  private void activate() {
    FakeAuthority authority = new FakeAuthority();
    Object endpoint =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {RelayAdmission.class, MessageEndpoint.class},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == RelayAdmission.class
                    ? method.invoke(authority, arguments)
                    : null);
    adapter.endpointActivation(
        fake(MessageEndpointFactory.class, (proxy, method, arguments) -> endpoint),
        new RelayActivationSpec());
  }

  private String door(String name) {
    return (String) adapter.getStatistics().getValue("Door" + name);
  }

  private void opens(String name) {
    await().atMost(Duration.ofSeconds(10)).until(() -> door(name).startsWith("open"));
  }

  @Test
  void opensBothDoorsOnceTheAuthorityAnswersAndServes() throws Exception {
    start();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> door("StunExternalUdp").contains("no bean listens"));
    activate();
    opens("StunExternalUdp");
    opens("StunInternalUdp");
    String shown = door("StunExternalUdp");
    int port = Integer.parseInt(shown.substring(shown.lastIndexOf(':') + 1));
    try (DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.setSoTimeout(10_000);
      ByteBuffer request =
          StunMessage.with(MessageClass.REQUEST, Method.BINDING, new TransactionId(1, 2))
              .build()
              .encode();
      byte[] octets = new byte[request.remaining()];
      request.get(octets);
      client.send(
          new DatagramPacket(
              octets,
              octets.length,
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
      DatagramPacket answer = new DatagramPacket(new byte[500], 500);
      client.receive(answer);
      StunMessage response =
          StunMessage.decode(ByteBuffer.wrap(answer.getData(), 0, answer.getLength()));
      assertThat(response.first(XorMappedAddress.class).orElseThrow().address().getPort())
          .isEqualTo(client.getLocalPort());
    }
    assertThat(adapter.getStatistics().getValue("BindingRequests")).isEqualTo(1L);
    assertThat((long) adapter.getStatistics().getValue("QuestionsAsked")).isPositive();
    adapter.stop();
    assertThat(door("StunExternalUdp")).isEqualTo("closed: the connector was stopped");
  }

  @Test
  void leavesTheDoorsOffWhenItIsNotEnabled() {
    adapter.setEnabled("false");
    start();
    assertThat(door("StunExternalUdp")).isEqualTo("off");
    assertThat(door("StunInternalUdp")).isEqualTo("off");
  }

  @Test
  void aWrongAddressClosesItsOwnDoorOnly() {
    adapter.setExternalBind("nowhere");
    start();
    activate();
    opens("StunInternalUdp");
    assertThat(door("StunExternalUdp")).contains("externalBind", "\"nowhere\"", "allowed:");
  }

  @Test
  void aWrongSharedValueClosesBothDoors() {
    adapter.setPortRange("60000-50000");
    start();
    assertThat(door("StunExternalUdp")).contains("portRange", "60000-50000", "allowed:");
    assertThat(door("StunInternalUdp")).contains("portRange");
  }

  @Test
  void saysWhichRelayedAddressesAndRealmsAreAllowed() {
    adapter.setRelayedAddress("127.0.0.1,127.0.0.2");
    start();
    assertThat(door("StunExternalUdp")).contains("at most one IPv4 and one IPv6");
    MediaRelayResourceAdapter other = new MediaRelayResourceAdapter();
    other.setRealm("a\"b");
    start(other);
    assertThat((String) other.getStatistics().getValue("DoorStunExternalUdp")).contains("realm");
  }
}
