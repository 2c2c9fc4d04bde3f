package org.gatehouse.web.proxy;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What happens to the reverse proxy. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 5000, max = 5499)
interface ProxyLog extends BasicLogger {
  ProxyLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ProxyLog.class, "org.gatehouse.web.proxy");

  @LogMessage(level = INFO)
  @Message(id = 5000, value = "reverse proxy serves context %s: %s")
  void serves(String context, String chain);

  @LogMessage(level = INFO)
  @Message(id = 5001, value = "reverse proxy ends: %s")
  void ends(String counters);

  @LogMessage(level = ERROR)
  @Message(id = 5002, value = "reverse proxy is closed and answers 503: %s")
  void closed(String why);

  @LogMessage(level = WARN)
  @Message(id = 5003, value = "no connection to inside origin %s can be had")
  void insideUnreachable(String origin);

  @LogMessage(level = INFO)
  @Message(id = 5004, value = "connections to inside origin %s are had again")
  void insideReachedAgain(String origin);

  @LogMessage(level = WARN)
  @Message(id = 5005, value = "publication %s has a target that is no http or https origin: %s")
  void unusableTarget(String publication, String target);

  @LogMessage(level = WARN)
  @Message(id = 5006, value = "the counters are not visible in JMX: %s")
  void countersNotRegistered(String why);
}
