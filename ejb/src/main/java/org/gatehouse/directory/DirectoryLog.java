package org.gatehouse.directory;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What happens to the directory. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 4000, max = 4499)
interface DirectoryLog extends BasicLogger {
  DirectoryLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), DirectoryLog.class, "org.gatehouse.directory");

  @LogMessage(level = INFO)
  @Message(id = 4000, value = "the schema of the directory is in place")
  void schemaInPlace();

  @LogMessage(level = WARN)
  @Message(id = 4001, value = "the schema of the directory is not in place, tried again: %s")
  void schemaMissing(String cause);

  @LogMessage(level = INFO)
  @Message(id = 4002, value = "an empty directory was filled: domain %s, published resources at %s")
  void seeded(String domain, String httpTarget);

  @LogMessage(level = INFO)
  @Message(id = 4003, value = "the directory answers, version %d")
  void answers(long version);

  @LogMessage(level = ERROR)
  @Message(id = 4004, value = "the directory does not answer, nobody is admitted: %s")
  void doesNotAnswer(String cause);

  @LogMessage(level = WARN)
  @Message(id = 4005, value = "%s %s in the directory is unreadable and counts as absent")
  void unreadableRow(String what, String name);

  @LogMessage(level = ERROR)
  @Message(id = 4006, value = "an operator's change of the directory failed")
  void changeFailed(@Cause Throwable cause);
}
