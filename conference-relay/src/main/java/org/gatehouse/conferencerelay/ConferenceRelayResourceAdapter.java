package org.gatehouse.conferencerelay;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.work.WorkManager;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.gatehouse.admission.ConferenceAdmission;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.ConnectorStatistics;
import org.gatehouse.connector.InflowResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The Web Conferencing Edge in the life cycle of the container (Jakarta Connectors 2.1 §5). Its
 * start never fails: a door that cannot open says so and is tried again.
 */
@Connector(
    displayName = "Gatehouse conference relay",
    description = "Web Conferencing Edge",
    vendorName = "Gatehouse",
    eisType = "conference",
    version = "0.1",
    transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class ConferenceRelayResourceAdapter extends InflowResourceAdapter<ConferenceAdmission> {

  @ConfigProperty(defaultValue = "true", description = "true or false")
  private String enabled = "true";

  @ConfigProperty(
      defaultValue = "127.0.0.1:8444",
      description = "host:port where participants connect, TLS")
  private String externalBind = "127.0.0.1:8444";

  @ConfigProperty(
      defaultValue = "127.0.0.1:8057",
      description = "host:port to which meeting servers dial out, TLS")
  private String internalBind = "127.0.0.1:8057";

  @ConfigProperty(
      defaultValue = "gatehouse",
      description = "name of the Elytron key manager of both doors")
  private String keyManager = "gatehouse";

  @ConfigProperty(
      defaultValue = "8",
      description = "seconds from acceptance to the end of the opening, 1 to 300")
  private String openingTimeout = "8";

  @ConfigProperty(
      defaultValue = "900",
      description =
          "seconds without an octet in either direction that end a connection, 1 to 86400")
  private String idleTimeout = "900";

  @ConfigProperty(
      defaultValue = "optional",
      description =
          "none, optional or required: whether meeting servers are asked for a certificate, whose"
              + " name must be theirs; optional asks where trustManager is set")
  private String internalClientAuthentication = "optional";

  @ConfigProperty(
      defaultValue = "none",
      description = "name of the Elytron trust manager that checks meeting servers, or none")
  private String trustManager = "none";

  private @Nullable ConferenceRelay relay;

  public ConferenceRelayResourceAdapter() {
    super(ConferenceAdmission.class);
  }

  @Override
  protected ConnectorStatistics begin(WorkManager works, Authority<ConferenceAdmission> asked) {
    try {
      ConferenceRelay started = ConferenceRelay.start(properties(), works, Keys.ofServer(), asked);
      relay = started;
      return started.statistics();
    } catch (RejectedExecutionException e) {
      String why = String.valueOf(e.getMessage());
      ConferenceLog.LOG.noLoops(why);
      return ConferenceRelay.without(why);
    }
  }

  private ConferenceProperties properties() {
    return new ConferenceProperties(
        Map.of(
            "enabled", enabled,
            "externalBind", externalBind,
            "internalBind", internalBind,
            "keyManager", keyManager,
            "openingTimeout", openingTimeout,
            "idleTimeout", idleTimeout,
            "internalClientAuthentication", internalClientAuthentication,
            "trustManager", trustManager));
  }

  @Override
  protected void end() {
    if (relay != null) {
      relay.stop();
      relay = null;
    }
  }

  public String getEnabled() {
    return enabled;
  }

  public void setEnabled(String value) {
    enabled = value;
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

  public String getKeyManager() {
    return keyManager;
  }

  public void setKeyManager(String value) {
    keyManager = value;
  }

  public String getOpeningTimeout() {
    return openingTimeout;
  }

  public void setOpeningTimeout(String value) {
    openingTimeout = value;
  }

  public String getIdleTimeout() {
    return idleTimeout;
  }

  public void setIdleTimeout(String value) {
    idleTimeout = value;
  }

  public String getInternalClientAuthentication() {
    return internalClientAuthentication;
  }

  public void setInternalClientAuthentication(String value) {
    internalClientAuthentication = value;
  }

  public String getTrustManager() {
    return trustManager;
  }

  public void setTrustManager(String value) {
    trustManager = value;
  }
}
