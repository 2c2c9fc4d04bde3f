package org.gatehouse.sipconnector;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.work.WorkManager;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.gatehouse.admission.SipAdmission;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.ConnectorStatistics;
import org.gatehouse.connector.InflowResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Access Edge and Director in the life cycle of the container (Jakarta Connectors 2.1 §5). Its
 * start never fails: a door that cannot open says so and is tried again.
 */
@Connector(
    displayName = "Gatehouse SIP connector",
    description = "Access Edge and Director",
    vendorName = "Gatehouse",
    eisType = "SIP",
    version = "0.1",
    transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class SipConnectorResourceAdapter extends InflowResourceAdapter<SipAdmission> {
  private static final String DATA_DIRECTORY = "jboss.server.data.dir";

  @ConfigProperty(
      defaultValue = "true",
      description = "true or false: whether this node has the Access Edge")
  private String accessEdgeEnabled = "true";

  @ConfigProperty(
      defaultValue = "true",
      description = "true or false: whether this node has the Director")
  private String directorEnabled = "true";

  @ConfigProperty(
      defaultValue = "127.0.0.1:5060",
      description = "host:port of the Access Edge outside, UDP and TCP")
  private String externalBind = "127.0.0.1:5060";

  @ConfigProperty(
      defaultValue = "127.0.0.1:5070",
      description = "host:port of the Access Edge inside, UDP and TCP")
  private String internalBind = "127.0.0.1:5070";

  @ConfigProperty(
      defaultValue = "127.0.0.1:5080",
      description = "host:port of the Director, UDP and TCP")
  private String directorBind = "127.0.0.1:5080";

  @ConfigProperty(
      defaultValue = "sip:127.0.0.1:5080",
      description = "sip:host:port of the next hop inside; without ;transport= as the request came")
  private String director = "sip:127.0.0.1:5080";

  @ConfigProperty(
      defaultValue = "gatehouse",
      description = "realm of the Director's challenges; the directory's digests are of this realm")
  private String realm = "gatehouse";

  @ConfigProperty(
      defaultValue = "true",
      description = "true: the Director challenges; false: the home server does")
  private String authenticate = "true";

  @ConfigProperty(
      defaultValue = "none",
      description = "sip:host:port for users that are not registered here; none for none")
  private String homeServer = "none";

  private @Nullable SipNode node;

  public SipConnectorResourceAdapter() {
    super(SipAdmission.class);
  }

  @Override
  protected ConnectorStatistics begin(WorkManager works, Authority<SipAdmission> asked) {
    Path file = Path.of(System.getProperty(DATA_DIRECTORY, "."), "sip-route.key");
    try {
      byte[] key = KeyFile.readOrCreate(file, new SecureRandom());
      SipNode started = SipNode.start(properties(), works, asked, key);
      node = started;
      SipLog.LOG.started();
      return started.statistics();
    } catch (IOException | IllegalArgumentException e) {
      SipLog.LOG.cannotStart("no key for routes in " + file, e);
      return SipNode.without("no key for routes in " + file + ": " + e.getMessage());
    } catch (RejectedExecutionException e) {
      SipLog.LOG.cannotStart("no thread for a loop", e);
      return SipNode.without("no thread for a loop: " + e.getMessage());
    }
  }

  private SipProperties properties() {
    return new SipProperties(
        Map.ofEntries(
            Map.entry("accessEdgeEnabled", accessEdgeEnabled),
            Map.entry("directorEnabled", directorEnabled),
            Map.entry("externalBind", externalBind),
            Map.entry("internalBind", internalBind),
            Map.entry("directorBind", directorBind),
            Map.entry("director", director),
            Map.entry("realm", realm),
            Map.entry("authenticate", authenticate),
            Map.entry("homeServer", homeServer)));
  }

  @Override
  protected void end() {
    if (node != null) {
      node.stop();
      node = null;
      SipLog.LOG.stopped();
    }
  }

  public String getAccessEdgeEnabled() {
    return accessEdgeEnabled;
  }

  public void setAccessEdgeEnabled(String value) {
    accessEdgeEnabled = value;
  }

  public String getDirectorEnabled() {
    return directorEnabled;
  }

  public void setDirectorEnabled(String value) {
    directorEnabled = value;
  }

  public String getExternalBind() {
    return externalBind;
  }

  public void setExternalBind(String value) {
    externalBind = value;
  }

  public String getInternalBind() {
    return internalBind;
  }

  public void setInternalBind(String value) {
    internalBind = value;
  }

  public String getDirectorBind() {
    return directorBind;
  }

  public void setDirectorBind(String value) {
    directorBind = value;
  }

  public String getDirector() {
    return director;
  }

  public void setDirector(String value) {
    director = value;
  }

  public String getRealm() {
    return realm;
  }

  public void setRealm(String value) {
    realm = value;
  }

  public String getAuthenticate() {
    return authenticate;
  }

  public void setAuthenticate(String value) {
    authenticate = value;
  }

  public String getHomeServer() {
    return homeServer;
  }

  public void setHomeServer(String value) {
    homeServer = value;
  }
}
