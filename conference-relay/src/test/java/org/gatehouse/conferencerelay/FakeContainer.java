package org.gatehouse.conferencerelay;

import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.ConferenceAdmission;
import org.gatehouse.admission.ConferenceGrant;
import org.gatehouse.admission.ConferenceQuestion;
import org.gatehouse.admission.MeetingServer;
import org.gatehouse.admission.MeetingServerQuestion;
import org.gatehouse.admission.Ready;
import org.gatehouse.admission.Reason;

/** Threads for works, and a bean that knows one key and the meeting servers named meeting*. */
final class FakeContainer implements WorkManager, MessageEndpointFactory {
  static final String KEY = "Zm9vYmFyLWJhel9xdXV4";

  final AtomicInteger running = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  void close() {
    threads.shutdownNow();
  }

  private void run(Work work) {
    threads.execute(
        () -> {
          running.incrementAndGet();
          work.run();
          running.decrementAndGet();
        });
  }

  @Override
  public void doWork(Work work) {
    work.run();
  }

  @Override
  public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
    work.run();
  }

  @Override
  public long startWork(Work work) {
    run(work);
    return 0;
  }

  @Override
  public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
    return startWork(work);
  }

  @Override
  public void scheduleWork(Work work) {
    run(work);
  }

  @Override
  public void scheduleWork(
      Work work, long timeout, ExecutionContext context, WorkListener listener) {
    run(work);
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource transaction) {
    return new Bean();
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource transaction, long timeout) {
    return new Bean();
  }

  @Override
  public boolean isDeliveryTransacted(Method method) {
    return false;
  }

  @Override
  public String getActivationName() {
    return "test";
  }

  @Override
  public Class<?> getEndpointClass() {
    return Bean.class;
  }

  private static final class Bean implements MessageEndpoint, ConferenceAdmission {
    @Override
    public Admission<ConferenceGrant> connection(ConferenceQuestion question) {
      return question.sessionKey().equals(KEY)
          ? Admission.admitted(new ConferenceGrant("weekly", "alice", "meeting1"), "test")
          : Admission.refused(Reason.UNKNOWN_KEY, "test");
    }

    @Override
    public Admission<MeetingServer> meetingServer(MeetingServerQuestion question) {
      return question.name().startsWith("meeting")
          ? Admission.admitted(new MeetingServer(question.name()), "test")
          : Admission.refused(Reason.FORBIDDEN, "test");
    }

    @Override
    public Admission<Ready> ready() {
      return Admission.admitted(new Ready("memory"), "test");
    }

    @Override
    public void beforeDelivery(Method method) {}

    @Override
    public void afterDelivery() {}

    @Override
    public void release() {}
  }
}
