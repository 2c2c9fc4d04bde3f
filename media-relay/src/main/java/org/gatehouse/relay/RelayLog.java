package org.gatehouse.relay;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What happens to the media relay as a whole, and to each allocation. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 2000, max = 2999)
interface RelayLog extends BasicLogger {
  RelayLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), RelayLog.class, "org.gatehouse.relay");

  @LogMessage(level = INFO)
  @Message(id = 2000, value = "media relay starts: realm %s, relayed addresses %s, ports %s")
  void starts(String realm, Object addresses, String ports);

  @LogMessage(level = INFO)
  @Message(id = 2001, value = "media relay stopped; allocations ended: %s")
  void stopped(long allocations);

  @LogMessage(level = ERROR)
  @Message(id = 2002, value = "media relay has no event loop and relays nothing")
  void noLoop(@Cause Throwable cause);

  @LogMessage(level = DEBUG)
  @Message(id = 2010, value = "allocation begins: %s")
  void allocationBegins(Object allocation);

  @LogMessage(level = DEBUG)
  @Message(id = 2011, value = "allocation ends: %s")
  void allocationEnds(Object allocation);

  @LogMessage(level = DEBUG)
  @Message(id = 2012, value = "%s from %s refused: %s")
  void refused(Object method, Object client, Object error);

  @LogMessage(level = DEBUG)
  @Message(id = 2013, value = "authority cannot answer: %s")
  void unanswered(String cause);
}
