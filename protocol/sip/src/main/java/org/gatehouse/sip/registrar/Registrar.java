package org.gatehouse.sip.registrar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.HeaderValues;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.Grammar;
import org.gatehouse.sip.grammar.NameAddr;

/** Keeps bindings (RFC 3261 §10.3 steps 6 to 8), bounded per user and in all. */
public final class Registrar {
  private static final Duration SHORTEST = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration USUAL = Duration.ofHours(1);
  private static final int BINDINGS_PER_USER = 10;
  private static final int USERS = 100_000;

  private final Map<String, List<Binding>> bindings = new HashMap<>();

  /** What came of a REGISTER. */
  public sealed interface Outcome {}

  /**
   * It was done, or only asked (step 8).
   *
   * @param contacts values for the Contact of the 200
   */
  public record Registered(List<String> contacts) implements Outcome {}

  /**
   * It was refused, and nothing changed.
   *
   * @param headers to add to the response
   */
  public record Refused(int status, String reason, Map<HeaderName, String> headers)
      implements Outcome {}

  /** A contact that a REGISTER asks for. */
  private record Wanted(String contact, Duration lifetime) {}

  /** The live bindings of an address-of-record. */
  public List<Binding> bindings(String addressOfRecord, Instant now) {
    List<Binding> known = bindings.getOrDefault(addressOfRecord, List.of());
    return known.stream().filter(binding -> binding.expires().isAfter(now)).toList();
  }

  /** How many addresses-of-record have a binding, expired ones that nobody asked for included. */
  public int users() {
    return bindings.size();
  }

  /** Takes away what has expired. */
  public void sweep(Instant now) {
    bindings.replaceAll((user, old) -> bindings(user, now));
    bindings.values().removeIf(List::isEmpty);
  }

  /** Updates the bindings of a user who is authenticated and allowed to. */
  public Outcome register(SipMessage register, String addressOfRecord, Instant now) {
    try {
      List<String> contacts = register.values(HeaderName.CONTACT);
      if (contacts.contains("*")) {
        return removeAll(register, addressOfRecord, contacts, now);
      }
      List<Wanted> wanted = new ArrayList<>();
      for (String contact : contacts) {
        Wanted one = wanted(register, contact);
        if (tooBrief(one.lifetime())) {
          return new Refused(
              423, "Interval Too Brief", Map.of(HeaderName.MIN_EXPIRES, seconds(SHORTEST)));
        }
        wanted.add(one);
      }
      return update(register, addressOfRecord, wanted, now);
    } catch (SipFormatException e) {
      return new Refused(400, "Malformed " + e.field(), Map.of());
    }
  }

  private Outcome removeAll(
      SipMessage register, String addressOfRecord, List<String> contacts, Instant now) {
    // step 6
    if (contacts.size() != 1 || !register.first(HeaderName.EXPIRES).orElse("").equals("0")) {
      return new Refused(400, "Contact * Needs Expires 0", Map.of());
    }
    if (bindings(addressOfRecord, now).stream().anyMatch(known -> stale(register, known))) {
      return outOfOrder();
    }
    bindings.remove(addressOfRecord);
    return new Registered(List.of());
  }

  /** Step 7: all or nothing. */
  private Outcome update(
      SipMessage register, String addressOfRecord, List<Wanted> wanted, Instant now) {
    List<Binding> next = new ArrayList<>(bindings(addressOfRecord, now));
    List<String> path = register.values(HeaderName.PATH);
    for (Wanted one : wanted) {
      for (Binding known : List.copyOf(next)) {
        if (known.contact().equals(one.contact())) {
          if (stale(register, known)) {
            return outOfOrder();
          }
          next.remove(known);
        }
      }
      if (!one.lifetime().isZero()) {
        Instant expires = now.plus(one.lifetime());
        next.add(
            new Binding(one.contact(), path, expires, register.callId(), register.cseqNumber()));
      }
    }
    boolean newcomer = !bindings.containsKey(addressOfRecord) && !next.isEmpty();
    if (next.size() > BINDINGS_PER_USER || (newcomer && bindings.size() >= USERS)) {
      return new Refused(403, "Too Many Bindings", Map.of());
    }
    if (next.isEmpty()) {
      bindings.remove(addressOfRecord);
    } else {
      bindings.put(addressOfRecord, next);
    }
    // step 8
    return new Registered(next.stream().map(binding -> contact(binding, now)).toList());
  }

  private static String contact(Binding binding, Instant now) {
    return "<"
        + binding.contact()
        + ">;expires="
        + seconds(Duration.between(now, binding.expires()));
  }

  private static boolean stale(SipMessage register, Binding known) {
    return known.callId().equals(register.callId()) && register.cseqNumber() <= known.cseq();
  }

  private static Outcome outOfOrder() {
    return new Refused(500, "CSeq Out Of Order", Map.of());
  }

  private static Wanted wanted(SipMessage register, String contact) throws SipFormatException {
    NameAddr address = Grammar.nameAddr("Contact", contact);
    String asked =
        address.parameters().getOrDefault("expires", register.first(HeaderName.EXPIRES).orElse(""));
    long seconds = HeaderValues.number(asked, Integer.MAX_VALUE);
    Duration lifetime = seconds < 0 ? USUAL : Duration.ofSeconds(seconds);
    return new Wanted(address.text(), lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime);
  }

  private static boolean tooBrief(Duration lifetime) {
    return !lifetime.isZero() && lifetime.compareTo(SHORTEST) < 0;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
