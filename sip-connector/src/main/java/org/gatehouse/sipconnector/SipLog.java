package org.gatehouse.sipconnector;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;

import java.lang.invoke.MethodHandles;
import java.net.InetSocketAddress;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Events of the SIP connector. What a stranger can cause stays at DEBUG and is counted. */
@MessageLogger(projectCode = "GATE", length = 4)
@ValidIdRange(min = 1000, max = 1999)
interface SipLog extends BasicLogger {
  SipLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), SipLog.class, "org.gatehouse.sip");

  @LogMessage(level = INFO)
  @Message(id = 1000, value = "SIP connector started")
  void started();

  @LogMessage(level = INFO)
  @Message(id = 1001, value = "SIP connector stopped")
  void stopped();

  @LogMessage(level = ERROR)
  @Message(id = 1002, value = "SIP connector cannot start: %s")
  void cannotStart(String why, @Cause Exception cause);

  @LogMessage(level = DEBUG)
  @Message(id = 1003, value = "the authority gave no answer about a SIP request: %s")
  void noAnswer(String cause);

  @LogMessage(level = DEBUG)
  @Message(id = 1004, value = "malformed SIP message from %s: %s")
  void malformed(InetSocketAddress source, String why);

  @LogMessage(level = DEBUG)
  @Message(id = 1005, value = "connection with %s failed")
  void connectionFailed(InetSocketAddress remote, @Cause Throwable cause);

  @LogMessage(level = DEBUG)
  @Message(id = 1006, value = "refused %s of call %s: %s")
  void refused(String method, String callId, String rule);

  @LogMessage(level = DEBUG)
  @Message(id = 1007, value = "credentials of %s for call %s are wrong")
  void wrongCredentials(String username, String callId);
}
