package org.gatehouse.conferencerelay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.Timer;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;
import org.junit.jupiter.api.Test;

class ConferenceRelayResourceAdapterTest {
  private final ConferenceRelayResourceAdapter adapter = new ConferenceRelayResourceAdapter();

  private record Bootstrap(WorkManager works) implements BootstrapContext {
    @Override
    public WorkManager getWorkManager() {
      return works;
    }

    @Override
    public XATerminator getXATerminator() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Timer createTimer() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> context) {
      return true;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
      throw new UnsupportedOperationException();
    }
  }

  private static WorkManager full() {
    return (WorkManager)
        Proxy.newProxyInstance(
            Work.class.getClassLoader(),
            new Class<?>[] {WorkManager.class},
            (proxy, method, arguments) -> {
              throw new WorkRejectedException("no thread");
            });
  }

  @Test
  void withoutThreadsItStartsWithClosedDoorsThatSayWhy() {
    adapter.start(new Bootstrap(full()));

    StatisticsPlugin statistics = adapter.getStatistics();
    assertThat(statistics.getValue("DoorConferenceExternalTls"))
        .asString()
        .startsWith("closed: conference loop 1 gets no thread")
        .endsWith("no thread");
    assertThat(statistics.getValue("DoorsClosed")).isEqualTo(2L);
    adapter.stop();
  }

  @Test
  void aWrongPropertyDoesNotKeepItFromStarting() {
    FakeContainer container = new FakeContainer();
    adapter.setExternalBind("nowhere");
    adapter.setInternalBind("127.0.0.1:0");
    adapter.start(new Bootstrap(container));
    try {
      assertThat(adapter.getStatistics().getValue("DoorConferenceExternalTls"))
          .asString()
          .startsWith("closed: property externalBind is \"nowhere\"; allowed: ");
      assertThat(adapter.getStatistics().getNames())
          .contains("ConnectionsActive", "BytesIn", "QuestionsUnanswered", "DoorsClosed");
    } finally {
      adapter.stop();
      container.close();
    }
  }

  @Test
  void beforeItsStartItHasStatistics() {
    assertThat(adapter.getStatistics().getValue("DoorsClosed")).isEqualTo(0L);
  }
}
