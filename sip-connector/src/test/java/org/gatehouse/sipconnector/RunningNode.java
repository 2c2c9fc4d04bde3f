package org.gatehouse.sipconnector;

import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkManager;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gatehouse.admission.SipAdmission;
import org.gatehouse.connector.Authority;

/** Access Edge and Director on free ports of loopback, with threads and a bean of the test. */
final class RunningNode implements AutoCloseable {
  final int external = freePort();
  final int internal = freePort();
  final int director = freePort();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SipNode node;

  RunningNode(SipAdmission bean, Map<String, String> changes) {
    Map<String, String> properties = new HashMap<>();
    properties.put("accessEdgeEnabled", "true");
    properties.put("directorEnabled", "true");
    properties.put("externalBind", "127.0.0.1:" + external);
    properties.put("internalBind", "127.0.0.1:" + internal);
    properties.put("directorBind", "127.0.0.1:" + director);
    properties.put("director", "sip:127.0.0.1:" + director);
    properties.put("realm", "gatehouse");
    properties.put("authenticate", "true");
    properties.put("homeServer", "none");
    properties.putAll(changes);
    WorkManager works =
        fake(
            WorkManager.class,
            (proxy, method, arguments) -> {
              threads.execute((Work) arguments[0]);
              return method.getReturnType() == long.class ? 0L : null;
            });
    Authority<SipAdmission> authority = new Authority<>(works, SipAdmission.class);
    authority.activate(endpoints(bean));
    node = SipNode.start(new SipProperties(properties), works, authority, new byte[32]);
  }

  private static MessageEndpointFactory endpoints(SipAdmission bean) {
    Object endpoint =
        Proxy.newProxyInstance(
            SipAdmission.class.getClassLoader(),
            new Class<?>[] {SipAdmission.class, MessageEndpoint.class},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == SipAdmission.class
                    ? method.invoke(bean, arguments)
                    : null);
    return fake(MessageEndpointFactory.class, (proxy, method, arguments) -> endpoint);
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Map<String, String> doors() {
    return node.doors().report();
  }

  static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public void close() {
    node.stop();
    threads.shutdown();
  }
}
