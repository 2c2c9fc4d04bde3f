package org.gatehouse.web.proxy;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.ThreadSetupHandler;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.HttpAdmission;
import org.gatehouse.admission.HttpQuestion;
import org.gatehouse.admission.Publication;
import org.jspecify.annotations.Nullable;

/**
 * The authority as a session bean of the same application, looked up at the first question. The
 * chain runs before the container gives the thread a naming context, so the lookup asks for it.
 */
final class AdmissionOfTheApplication implements HttpAdmission {
  static final String NAME = "java:app/ejb/HttpAdmissionBean!org.gatehouse.admission.HttpAdmission";

  private final List<ThreadSetupHandler> threadSetup;
  private final AtomicReference<@Nullable HttpAdmission> bean = new AtomicReference<>();

  AdmissionOfTheApplication(List<ThreadSetupHandler> threadSetup) {
    this.threadSetup = threadSetup;
  }

  @Override
  public Admission<Publication> resource(HttpQuestion question) {
    HttpAdmission found = bean.get();
    try {
      if (found == null) {
        found = lookup();
        bean.set(found);
      }
      return found.resource(question);
    } catch (Exception e) {
      bean.set(null);
      ProxyLog.LOG.debugf(e, "no answer of %s", NAME);
      return Admission.unavailable(NAME + ": " + e);
    }
  }

  /** The setup actions of the container need no exchange. */
  private HttpAdmission lookup() throws Exception {
    ThreadSetupHandler.Action<HttpAdmission, Object> action = (exchange, context) -> named();
    for (ThreadSetupHandler setup : threadSetup) {
      action = setup.create(action);
    }
    HttpServerExchange none = null;
    return action.call(none, NAME);
  }

  @SuppressWarnings("BanJNDI") // A constant name in the namespace of the application.
  private static HttpAdmission named() throws NamingException {
    InitialContext naming = new InitialContext();
    try {
      return (HttpAdmission) naming.lookup(NAME);
    } finally {
      naming.close();
    }
  }
}
