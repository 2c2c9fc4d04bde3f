package org.gatehouse.web.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.xnio.Xnio;

/** The inside origins in use, a bounded number; the one that rested longest makes room. */
final class InsideOrigins {
  private final ProxySettings settings;
  private final SSLContext tls;
  private final LinkedHashMap<URI, InsideOrigin> origins = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<URI> unusable = new HashSet<>();

  InsideOrigins(ProxySettings settings, SSLContext tls) {
    this.settings = settings;
    this.tls = tls;
  }

  /** Says once for each target, and for a bounded number of them, that it cannot be used. */
  void warnOfUnusable(String publication, URI target) {
    synchronized (origins) {
      if (unusable.size() < settings.origins() && unusable.add(target)) {
        ProxyLog.LOG.unusableTarget(publication, target.toString());
      }
    }
  }

  /** The origin of a target; empty where the target is no http or https URI with a host. */
  Optional<InsideOrigin> of(URI target, Xnio xnio) {
    Optional<URI> uri = origin(target);
    if (uri.isEmpty()) {
      return Optional.empty();
    }
    synchronized (origins) {
      InsideOrigin origin =
          origins.computeIfAbsent(
              uri.get(), absent -> new InsideOrigin(absent, settings, xnio, tls));
      if (origins.size() > settings.origins()) {
        Map.Entry<URI, InsideOrigin> eldest = origins.entrySet().iterator().next();
        origins.remove(eldest.getKey());
        eldest.getValue().close();
      }
      return Optional.of(origin);
    }
  }

  void close() {
    synchronized (origins) {
      origins.values().forEach(InsideOrigin::close);
      origins.clear();
    }
  }

  private static Optional<URI> origin(URI target) {
    boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
    if (!web
        || target.getHost() == null
        || target.getRawUserInfo() != null
        || target.getRawQuery() != null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new URI(target.getScheme(), null, target.getHost(), target.getPort(), "", null, null));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
