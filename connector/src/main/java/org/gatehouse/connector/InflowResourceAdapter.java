package org.gatehouse.connector;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkManager;
import java.util.List;
import java.util.Map;
import javax.transaction.xa.XAResource;
import org.gatehouse.admission.DoorReport;
import org.jboss.jca.core.spi.statistics.Statistics;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;
import org.jspecify.annotations.Nullable;

/**
 * The life of a connector in the container (Jakarta Connectors 2.1 §5): it asks one message
 * listener and takes part in no transaction. Its start never fails: a door that cannot open says so
 * and is tried again.
 *
 * @param <L> the message-listener type
 */
public abstract class InflowResourceAdapter<L> implements ResourceAdapter, Statistics, DoorReport {
  private static final XAResource[] NO_TRANSACTIONS = {};

  private final Class<L> listener;
  private @Nullable Authority<L> authority;
  private ConnectorStatistics statistics =
      new ConnectorStatistics(new Doors(Runnable::run, (delay, task) -> {}), List.of());

  protected InflowResourceAdapter(Class<L> listener) {
    this.listener = listener;
  }

  /** Begins to work; what fails is shown by the doors that this returns. */
  protected abstract ConnectorStatistics begin(WorkManager works, Authority<L> asked);

  /** Ends what {@link #begin} began, within a deadline. */
  protected abstract void end();

  @Override
  public final void start(BootstrapContext context) {
    Authority<L> asked = new Authority<>(context.getWorkManager(), listener);
    authority = asked;
    statistics = begin(context.getWorkManager(), asked);
  }

  @Override
  public final void stop() {
    end();
  }

  @Override
  public final void endpointActivation(
      MessageEndpointFactory endpoints, ActivationSpec specification) {
    if (authority != null) {
      authority.activate(endpoints);
    }
  }

  @Override
  public final void endpointDeactivation(
      MessageEndpointFactory endpoints, ActivationSpec specification) {
    if (authority != null) {
      authority.deactivate(endpoints);
    }
  }

  @Override
  public final XAResource[] getXAResources(ActivationSpec[] specifications) {
    return NO_TRANSACTIONS;
  }

  @Override
  public final Map<String, String> doors() {
    return statistics.doors();
  }

  @Override
  public final StatisticsPlugin getStatistics() {
    return statistics;
  }

  /** One adapter is no other (Jakarta Connectors 2.1 §19.4.2). */
  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }
}
