package org.gatehouse.conferencerelay;

import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.gatehouse.connector.Capabilities;

/**
 * Where keys come from. Both may wait, and throw {@code IllegalStateException} where there is none
 * of that name.
 *
 * @param keyManager finds a key manager by name
 * @param trustManager finds a trust manager by name
 */
record Keys(Function<String, KeyManager> keyManager, Function<String, TrustManager> trustManager) {

  /** Elytron's. */
  static Keys ofServer() {
    return new Keys(
        name -> Capabilities.find(Capabilities.KEY_MANAGER, name, KeyManager.class),
        name -> Capabilities.find(Capabilities.TRUST_MANAGER, name, TrustManager.class));
  }
}
