package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.management.ManagementFactory;
import java.security.NoSuchAlgorithmException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.net.ssl.SSLContext;

/**
 * Puts the chain before everything else of the web module. Nothing passes it, so the module answers
 * nothing but what the chain answers: no servlet, page or file of the server is reachable.
 */
public final class ReverseProxyExtension implements ServletExtension {
  private static final String MBEAN = "org.gatehouse:type=ReverseProxy";

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    ProxyCounters counters = new ProxyCounters();
    try {
      ProxySettings settings = ProxySettings.of(System::getenv);
      ReverseProxyChain chain =
          new ReverseProxyChain(
              new AdmissionOfTheApplication(deployment.getThreadSetupActions()),
              settings,
              counters,
              SSLContext.getDefault());
      deployment.addInitialHandlerChainWrapper(next -> chain);
      deployment.addDeploymentCompleteListener(new Life(chain, counters));
    } catch (IllegalArgumentException | NoSuchAlgorithmException e) {
      ProxyLog.LOG.closed(String.valueOf(e.getMessage()));
      deployment.addInitialHandlerChainWrapper(next -> new Closed());
    }
  }

  /** Answers while the configuration is wrong. */
  private static final class Closed implements HttpHandler {
    private final ErrorAnswers errors = new ErrorAnswers(ProxySettings.defaults());

    @Override
    public void handleRequest(HttpServerExchange exchange) {
      exchange.addDefaultResponseListener(errors);
      ErrorAnswers.answerAndClose(exchange, StatusCodes.SERVICE_UNAVAILABLE);
    }
  }

  /** From the deployment to its end. */
  private record Life(ReverseProxyChain chain, ProxyCounters counters)
      implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      ProxyLog.LOG.serves(event.getServletContext().getContextPath() + "/", chain.toString());
      try {
        ManagementFactory.getPlatformMBeanServer().registerMBean(counters, new ObjectName(MBEAN));
      } catch (JMException e) {
        ProxyLog.LOG.countersNotRegistered(e.toString());
      }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
      chain.close();
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(MBEAN));
      } catch (JMException e) {
        ProxyLog.LOG.debugf(e, "the counters were not in JMX");
      }
      ProxyLog.LOG.ends(counters.toString());
    }
  }
}
