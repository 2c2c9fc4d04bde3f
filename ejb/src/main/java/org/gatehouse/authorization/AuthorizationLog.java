package org.gatehouse.authorization;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What happens to the beans that decide. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 4500, max = 4999)
interface AuthorizationLog extends BasicLogger {
  AuthorizationLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), AuthorizationLog.class, "org.gatehouse.authorization");

  @LogMessage(level = ERROR)
  @Message(id = 4500, value = "a question could not be answered, nobody was admitted by it")
  void answerFailed(@Cause Throwable cause);
}
