package org.gatehouse.directory.snapshot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of IPv4 or IPv6 addresses (RFC 4632 §3.1, RFC 4291 §2.3).
 *
 * <p>IPv4-mapped IPv6 addresses count as the IPv4 addresses that they carry.
 */
public final class Network {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /**
   * Reads {@code address/length}, or an address alone, which is a block of one. Bits after the
   * prefix are cleared. Empty when the text is none; names are never resolved.
   */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return Optional.empty();
    }
    byte[] octets;
    try {
      octets = InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
    int width = octets.length * 8;
    String length = slash < 0 ? Integer.toString(width) : text.substring(slash + 1);
    if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > width) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(length);
    for (int i = 0; i < octets.length; i++) {
      octets[i] &= (byte) mask(bits, i);
    }
    return Optional.of(new Network(octets, bits));
  }

  /** 0 to 32 for IPv4, 0 to 128 for IPv6. */
  public int prefixLengthInBits() {
    return bits;
  }

  /** Whether the address lies in this block; a block of the other family holds none. */
  public boolean contains(InetAddress peer) {
    byte[] octets = unmapped(peer);
    if (octets.length != address.length) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((octets[i] & mask(bits, i)) != (address[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] unmapped(InetAddress peer) {
    try {
      return InetAddress.getByAddress(peer.getAddress()).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 octets: " + peer, e);
    }
  }

  private static int mask(int bits, int octet) {
    int inThisOctet = Math.min(8, Math.max(0, bits - octet * 8));
    return (0xff << (8 - inThisOctet)) & 0xff;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Network n && bits == n.bits && Arrays.equals(address, n.address);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bits, Arrays.hashCode(address));
  }

  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(address).getHostAddress() + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 octets", e);
    }
  }
}
