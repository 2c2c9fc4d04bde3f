package org.gatehouse.transport.stream;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What operators should know about streams. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 7000, max = 7099)
interface StreamLog extends BasicLogger {
  StreamLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), StreamLog.class, "org.gatehouse.transport.stream");

  @LogMessage(level = INFO)
  @Message(id = 7000, value = "%d event loops for streams: sockets by %s, TLS by %s")
  void opened(int threads, String sockets, String tls);

  @LogMessage(level = WARN)
  @Message(id = 7001, value = "event loops for streams did not end within %s")
  void didNotEnd(String deadline);
}
