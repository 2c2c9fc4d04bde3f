package org.gatehouse.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the structure that header values share: commas, parameters, quoted strings (§7.3, §25). */
public final class HeaderValues {
  private HeaderValues() {}

  /** The parts of {@code value} between {@code separator}s outside quoted strings and angles. */
  public static List<String> split(String value, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = indexOf(value, separator, 0); at >= 0; at = indexOf(value, separator, from)) {
      parts.add(value.substring(from, at).strip());
      from = at + 1;
    }
    parts.add(value.substring(from).strip());
    return parts;
  }

  /** Where {@code wanted} stands outside quoted strings and angle brackets, or -1. */
  public static int indexOf(String value, char wanted, int from) {
    boolean quoted = false;
    boolean angle = false;
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == wanted && !angle) {
        return i;
      } else if (c == '"' && !angle) {
        quoted = true;
      } else if (c == '<') {
        angle = true;
      } else if (c == '>') {
        angle = false;
      }
    }
    return -1;
  }

  /** The parameters of an address or of a Via: those after the first semicolon outside angles. */
  public static Map<String, String> parameters(String value) {
    int first = indexOf(value, ';', 0);
    if (first < 0) {
      return Map.of();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : split(value.substring(first + 1), ';')) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals).strip();
      if (!name.isEmpty()) {
        parameters.putIfAbsent(
            name.toLowerCase(Locale.ROOT), equals < 0 ? "" : part.substring(equals + 1).strip());
      }
    }
    return parameters;
  }

  /** Whether {@code text} is a token (§25.1). */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && "-.!%*_+`'~".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A decimal number from 0 to {@code maximum}, or -1. */
  public static long number(String text, long maximum) {
    if (text.isEmpty()) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
      if (number > maximum) {
        return -1;
      }
    }
    return number;
  }
}
