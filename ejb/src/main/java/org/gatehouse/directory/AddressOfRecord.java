package org.gatehouse.directory;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of record without its scheme (RFC 3261 §6).
 *
 * @param username unescaped user part; compared with regard to case (RFC 3261 §19.1.4)
 * @param domain its domain, in the form of {@link Names#host}
 */
record AddressOfRecord(String username, String domain) {
  static final String RULE =
      "use user@domain, the user of 1 to 64 letters, digits and -_.!~*'()&=+$, characters";

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_.!~*'()&=+$,-]{1,64}");

  AddressOfRecord {
    requireNonNull(username, "username");
    requireNonNull(domain, "domain");
  }

  static Optional<AddressOfRecord> parse(String text) {
    int at = text.indexOf('@');
    if (at < 0 || !USERNAME.matcher(text.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return Names.host(text.substring(at + 1))
        .map(domain -> new AddressOfRecord(text.substring(0, at), domain));
  }

  @Override
  public String toString() {
    return username + "@" + domain;
  }
}
