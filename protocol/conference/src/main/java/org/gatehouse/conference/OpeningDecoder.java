package org.gatehouse.conference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Reads the opening of one connection, in whatever pieces it arrives. A malformed opening is
 * recognised at its first wrong octet, so at most 512 octets are ever held.
 */
public final class OpeningDecoder {
  /** The longest opening in octets, CRLF included. */
  public static final int MAXIMUM_LENGTH = 512;

  private enum State {
    NAME,
    VALUE,
    LINE_FEED,
    COMPLETE
  }

  private final Grammar grammar;
  private final byte[] value;
  private State state = State.NAME;
  private int valueLength;
  private int offset;

  private OpeningDecoder(Grammar grammar) {
    this.grammar = grammar;
    this.value = new byte[grammar.most()];
  }

  /** One kind of opening: its first word and what follows. */
  private record Grammar(
      String word,
      String rule,
      String punctuation,
      int least,
      int most,
      Function<String, ConferenceOpening> complete) {

    boolean allows(byte octet) {
      return (octet >= 'a' && octet <= 'z')
          || (octet >= 'A' && octet <= 'Z')
          || (octet >= '0' && octet <= '9')
          || punctuation.indexOf(octet) >= 0;
    }
  }

  /** For the external door: {@code participant-opening}. */
  public static OpeningDecoder participant() {
    return new OpeningDecoder(
        new Grammar(
            "GATEHOUSE-CONFERENCE/1 ",
            "session-key",
            "-_",
            16,
            128,
            ConferenceOpening.Participant::new));
  }

  /** For the internal door: {@code meeting-server-opening}. */
  public static OpeningDecoder meetingServer() {
    return new OpeningDecoder(
        new Grammar(
            "GATEHOUSE-MEETING-SERVER/1 ",
            "server-name",
            "-._",
            1,
            253,
            ConferenceOpening.MeetingServer::new));
  }

  /**
   * Reads on. Once the opening is complete the position stands at the first octet after it, which
   * belongs to the meeting.
   *
   * @param octets what arrived since the last call, from position to limit
   * @throws ConferenceFormatException at the first octet that cannot be right
   */
  public ConferenceOpening read(ByteBuffer octets) throws ConferenceFormatException {
    if (state == State.COMPLETE) {
      throw new IllegalStateException("the opening is complete");
    }
    while (octets.hasRemaining()) {
      next(octets.get());
      offset++;
      if (state == State.COMPLETE) {
        return complete();
      }
    }
    return new ConferenceOpening.NeedMore();
  }

  private void next(byte octet) throws ConferenceFormatException {
    switch (state) {
      case NAME -> name(octet);
      case VALUE -> value(octet);
      default -> lineFeed(octet);
    }
  }

  private void name(byte octet) throws ConferenceFormatException {
    if (octet != grammar.word().charAt(offset)) {
      throw new ConferenceFormatException("opening", offset);
    }
    if (offset + 1 == grammar.word().length()) {
      state = State.VALUE;
    }
  }

  private void value(byte octet) throws ConferenceFormatException {
    if (octet == '\r' && valueLength >= grammar.least()) {
      state = State.LINE_FEED;
    } else if (valueLength < grammar.most() && grammar.allows(octet)) {
      value[valueLength++] = octet;
    } else {
      throw new ConferenceFormatException(grammar.rule(), offset);
    }
  }

  private void lineFeed(byte octet) throws ConferenceFormatException {
    if (octet != '\n') {
      throw new ConferenceFormatException("CRLF", offset);
    }
    state = State.COMPLETE;
  }

  private ConferenceOpening complete() {
    String text = new String(value, 0, valueLength, StandardCharsets.US_ASCII);
    wipe();
    return grammar.complete().apply(text);
  }

  /** Overwrites the octets held, for a connection that ends before its opening does. */
  public void wipe() {
    Arrays.fill(value, (byte) 0);
  }
}
