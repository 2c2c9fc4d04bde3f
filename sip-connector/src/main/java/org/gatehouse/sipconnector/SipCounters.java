package org.gatehouse.sipconnector;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.admission.SipAdmission;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.Counter;
import org.jspecify.annotations.Nullable;

/** The live numbers of the connector, as the management model shows them. */
final class SipCounters {
  private final SipTraffic traffic;
  private final Authority<SipAdmission> authority;
  private final List<Leg> legs;

  SipCounters(SipTraffic traffic, Authority<SipAdmission> authority, List<Leg> legs) {
    this.traffic = traffic;
    this.authority = authority;
    this.legs = List.copyOf(legs);
  }

  List<Counter> of(
      @Nullable SipElement edge, @Nullable SipElement inside, @Nullable Director director) {
    List<Counter> counters = new ArrayList<>();
    counters.add(new Counter("MessagesReceived", "SIP messages", traffic.received::sum));
    counters.add(new Counter("MessagesSent", "SIP messages", traffic.sent::sum));
    counters.add(
        new Counter(
            "MessagesMalformed", "messages that could not be read", traffic.malformed::sum));
    counters.add(
        new Counter("RequestsRefused", "requests the authority refused", traffic.refused::sum));
    counters.add(
        new Counter(
            "RequestsUnanswered",
            "requests about which it gave no answer",
            traffic.unavailable::sum));
    counters.add(new Counter("Registrations", "REGISTERs accepted", traffic.registrations::sum));
    counters.add(new Counter("Challenges", "401 and 407 sent", traffic.challenges::sum));
    counters.add(
        new Counter(
            "AuthenticationFailures", "wrong credentials", traffic.authenticationFailures::sum));
    counters.add(new Counter("ConnectionsActive", "open TCP connections", this::connections));
    counters.add(new Counter("QuestionsAsked", "questions to the authority", authority::asked));
    counters.add(
        new Counter("QuestionsUnanswered", "of them without an answer", authority::unanswered));
    element(counters, "Edge", edge);
    element(counters, "Director", inside);
    if (director != null) {
      counters.add(
          new Counter("RegisteredUsers", "users with a binding", director::registeredUsers));
    }
    return counters;
  }

  private long connections() {
    return legs.stream().mapToLong(Leg::openConnections).sum();
  }

  private static void element(List<Counter> counters, String name, @Nullable SipElement element) {
    if (element == null) {
      return;
    }
    var core = element.core();
    counters.add(
        new Counter(name + "Requests", "requests that arrived", core.counters()::requests));
    counters.add(new Counter(name + "Forwarded", "copies sent on", core.counters()::forwarded));
    counters.add(
        new Counter(name + "Rejected", "requests answered itself", core.counters()::rejected));
    counters.add(
        new Counter(
            name + "ForgedRoutes", "routes not sealed by us", core.counters()::forgedRoutes));
    counters.add(
        new Counter(name + "StrayResponses", "responses to nothing", core.counters()::strays));
    counters.add(
        new Counter(
            name + "ServerTransactions",
            "server transactions held",
            core.transactions()::serverTransactions));
    counters.add(
        new Counter(
            name + "ClientTransactions",
            "client transactions held",
            core.transactions()::clientTransactions));
  }
}
