package org.gatehouse.transport;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import java.net.InetSocketAddress;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What happens to loops and their sockets. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 7500, max = 7999)
interface TransportLog extends BasicLogger {
  TransportLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), TransportLog.class, "org.gatehouse.transport");

  @LogMessage(level = ERROR)
  @Message(id = 7500, value = "loop %s ended by an I/O error: every door on it is closed")
  void loopFailed(String loop, @Cause Exception cause);

  @LogMessage(level = ERROR)
  @Message(id = 7501, value = "a handler on loop %s failed; the loop goes on")
  void handlerFailed(String loop, @Cause Exception cause);

  @LogMessage(level = DEBUG)
  @Message(id = 7502, value = "cannot send to %s")
  void sendFailed(InetSocketAddress destination, @Cause Exception cause);

  @LogMessage(level = DEBUG)
  @Message(id = 7503, value = "cannot receive at %s")
  void receiveFailed(InetSocketAddress local, @Cause Exception cause);
}
