package org.gatehouse.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;

/**
 * The counters of a connector as {@code long}, and each door as the text {@code Door<name>}, in the
 * management model. Counters also go to {@code /metrics}, which leaves texts out.
 */
public final class ConnectorStatistics implements StatisticsPlugin {
  private static final long serialVersionUID = 1L;
  private static final String DOOR = "Door";

  private final transient Map<String, Counter> counters;
  private final transient Doors doors;

  public ConnectorStatistics(Doors doors, List<Counter> counters) {
    this.doors = doors;
    this.counters = new LinkedHashMap<>();
    counters.forEach(counter -> this.counters.put(counter.name(), counter));
    this.counters.put(
        "DoorsClosed",
        new Counter("DoorsClosed", "doors that should be open and are not", this::closed));
  }

  /** What is shown of a connector that could not begin. */
  public static ConnectorStatistics ofClosed(String why, List<String> names) {
    Doors closed = new Doors(Runnable::run, (delay, task) -> {});
    names.forEach(name -> closed.closed(name, why));
    return new ConnectorStatistics(closed, List.of());
  }

  private long closed() {
    return doors.states().values().stream().filter(DoorState.Closed.class::isInstance).count();
  }

  /** The doors as people read them. */
  public Map<String, String> doors() {
    return doors.report();
  }

  @Override
  public Set<String> getNames() {
    Set<String> names = new TreeSet<>(counters.keySet());
    doors.states().keySet().forEach(door -> names.add(DOOR + door));
    return names;
  }

  @Override
  public Class<?> getType(String name) {
    return counters.containsKey(name) ? long.class : String.class;
  }

  @Override
  public String getDescription(String name) {
    Counter counter = counters.get(name);
    return counter != null
        ? counter.description()
        : "open with its address, closed and why, or off";
  }

  @Override
  public String getDescription(String name, Locale locale) {
    return getDescription(name);
  }

  @Override
  public Object getValue(String name) {
    Counter counter = counters.get(name);
    if (counter != null) {
      return counter.value().getAsLong();
    }
    DoorState state =
        name.startsWith(DOOR) ? doors.states().get(name.substring(DOOR.length())) : null;
    return state == null ? "" : state.toString();
  }

  /** Counting costs nothing worth switching off. */
  @Override
  public boolean isEnabled() {
    return true;
  }

  @Override
  public void setEnabled(boolean enabled) {}

  /** Counters only grow while the connector runs. */
  @Override
  public void clear() {}
}
