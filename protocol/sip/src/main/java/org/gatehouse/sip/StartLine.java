package org.gatehouse.sip;

/**
 * The first line of a message (RFC 3261 §7.1, §7.2).
 *
 * @param status 100 to 699, or 0 for a request
 * @param subject the method of a request or the reason phrase of a response
 * @param requestUri as written, spaces and angle brackets too; empty for a response
 * @param version such as {@code SIP/2.0}
 * @param exact whether the line was written with single spaces, as the grammar asks
 */
record StartLine(int status, String subject, String requestUri, String version, boolean exact) {

  static StartLine parse(String line) throws SipFormatException {
    return line.regionMatches(true, 0, "SIP/", 0, 4) ? status(line) : request(line);
  }

  private static StartLine status(String line) throws SipFormatException {
    int first = line.indexOf(' ');
    int second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    String code = first < 0 ? "" : line.substring(first + 1, second < 0 ? line.length() : second);
    long status = code.length() == 3 ? HeaderValues.number(code, 699) : -1;
    if (status < 100) {
      throw new SipFormatException("Status-Line", 0, "RFC 3261 §7.2");
    }
    String reason = second < 0 ? "" : line.substring(second + 1);
    return new StartLine((int) status, reason, "", line.substring(0, first), second > 0);
  }

  private static StartLine request(String line) throws SipFormatException {
    int first = line.indexOf(' ');
    String trimmed = line.stripTrailing();
    int last = trimmed.lastIndexOf(' ');
    if (first < 1 || last <= first || !HeaderValues.isToken(line.substring(0, first))) {
      throw new SipFormatException("Request-Line", 0, "RFC 3261 §7.1");
    }
    String between = line.substring(first + 1, last);
    String version = trimmed.substring(last + 1);
    if (between.isBlank() || !version.regionMatches(true, 0, "SIP/", 0, 4)) {
      throw new SipFormatException("Request-Line", first, "RFC 3261 §7.1");
    }
    boolean exact =
        trimmed.length() == line.length() && between.indexOf(' ') < 0 && between.indexOf('\t') < 0;
    return new StartLine(0, line.substring(0, first), between.strip(), version, exact);
  }

  @Override
  public String toString() {
    return status == 0
        ? subject + " " + requestUri + " " + version
        : version + " " + status + " " + subject;
  }
}
