package org.gatehouse.stun;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The address families that STUN writes (RFC 8489 §14.1), with their octet on the wire. */
public enum AddressFamily {
  IPV4(0x01, 4),
  IPV6(0x02, 16);

  private final int code;
  private final int lengthInBytes;

  AddressFamily(int code, int lengthInBytes) {
    this.code = code;
    this.lengthInBytes = lengthInBytes;
  }

  /** The family of an address. */
  public static AddressFamily of(InetAddress address) {
    return address instanceof Inet4Address ? IPV4 : IPV6;
  }

  /** The octet on the wire. */
  public int code() {
    return code;
  }

  int lengthInBytes() {
    return lengthInBytes;
  }
}
