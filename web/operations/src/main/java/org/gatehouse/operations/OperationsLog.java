package org.gatehouse.operations;

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

/** What operators do by REST. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 5500, max = 5999)
interface OperationsLog extends BasicLogger {
  OperationsLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), OperationsLog.class, "org.gatehouse.operations");

  @LogMessage(level = INFO)
  @Message(id = 5500, value = "operator %s: %s %s was answered %d")
  void changed(String operator, String method, String path, int status);

  @LogMessage(level = ERROR)
  @Message(id = 5501, value = "a request of an operator failed")
  void requestFailed(@Cause Throwable cause);
}
