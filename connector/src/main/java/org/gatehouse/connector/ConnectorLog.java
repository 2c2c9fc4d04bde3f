package org.gatehouse.connector;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What happens to the doors of any connector. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 6000, max = 6999)
interface ConnectorLog extends BasicLogger {
  ConnectorLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), ConnectorLog.class, "org.gatehouse.connector");

  @LogMessage(level = INFO)
  @Message(id = 6000, value = "door %s is open at %s")
  void doorOpened(String door, String address);

  @LogMessage(level = WARN)
  @Message(id = 6001, value = "door %s is closed: %s")
  void doorClosed(String door, String why);

  @LogMessage(level = WARN)
  @Message(id = 6002, value = "event loop %s did not end within its time")
  void loopDidNotEnd(String loop);
}
