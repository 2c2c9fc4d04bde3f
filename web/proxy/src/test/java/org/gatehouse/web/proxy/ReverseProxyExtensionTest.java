package org.gatehouse.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ThreadSetupHandler;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The extension in a servlet container that has no authority. */
class ReverseProxyExtensionTest {
  private final AtomicInteger setUp = new AtomicInteger();

  private final ThreadSetupHandler naming =
      new ThreadSetupHandler() {
        @Override
        public <T, C> Action<T, C> create(Action<T, C> action) {
          return (HttpServerExchange exchange, C context) -> {
            setUp.incrementAndGet();
            return action.call(exchange, context);
          };
        }
      };

  @Test
  void isFoundByTheContainer() {
    assertThat(ServiceLoader.load(ServletExtension.class))
        .hasAtLeastOneElementOfType(ReverseProxyExtension.class);
  }

  @Test
  void answersInPlaceOfEveryServletAndFile() throws Exception {
    DeploymentManager manager =
        Servlets.newContainer()
            .addDeployment(
                new DeploymentInfo()
                    .setDeploymentName("proxy.war")
                    .setContextPath("/")
                    .setClassLoader(getClass().getClassLoader())
                    .addThreadSetupAction(naming));
    manager.deploy();
    int setUpAtDeployment = setUp.get();
    Undertow server =
        Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
    server.start();
    ObjectName counters = new ObjectName("org.gatehouse:type=ReverseProxy");
    try {
      int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
                  BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo("503 Service Unavailable\n");
      assertThat(setUp.get())
          .as("the lookup has a naming context")
          .isGreaterThan(setUpAtDeployment);
      assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(counters, "Unanswered"))
          .isEqualTo(1L);
    } finally {
      server.stop();
      manager.stop();
      manager.undeploy();
    }
    assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(counters)).isFalse();
  }
}
