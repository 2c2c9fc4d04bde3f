package org.gatehouse.conferencerelay;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;

import io.netty.channel.Channel;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What happens at the Web Conferencing Edge. No message holds a session key. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 3000, max = 3999)
interface ConferenceLog extends BasicLogger {
  ConferenceLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), ConferenceLog.class, "org.gatehouse.conferencerelay");

  @LogMessage(level = INFO)
  @Message(id = 3000, value = "conference relay started")
  void started();

  @LogMessage(level = INFO)
  @Message(id = 3001, value = "conference relay stopped")
  void stopped();

  @LogMessage(level = ERROR)
  @Message(id = 3002, value = "conference relay has no event loops: %s")
  void noLoops(String why);

  @LogMessage(level = DEBUG)
  @Message(id = 3010, value = "%s refused: %s")
  void refused(Channel connection, String why);

  @LogMessage(level = DEBUG)
  @Message(id = 3011, value = "%s entered conference %s of %s as %s")
  void entered(Channel connection, String conference, String meetingServer, String user);

  @LogMessage(level = DEBUG)
  @Message(id = 3012, value = "%s left conference %s: %d octets in, %d out")
  void left(Channel connection, String conference, long in, long out);

  @LogMessage(level = DEBUG)
  @Message(id = 3013, value = "%s waits as a connection of meeting server %s")
  void waiting(Channel connection, String meetingServer);

  @LogMessage(level = DEBUG)
  @Message(id = 3014, value = "%s failed: %s")
  void failed(Channel connection, String why);
}
