package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Set;

/**
 * A published resource.
 *
 * @param name its name in the directory
 * @param pathPrefix the prefix under which it is published, from slash to slash
 * @param target the inside origin, scheme and authority and optional base path
 * @param methods the allowed methods
 */
public record Publication(String name, String pathPrefix, URI target, Set<String> methods) {
  public Publication {
    requireNonNull(name, "name");
    requireNonNull(pathPrefix, "pathPrefix");
    requireNonNull(target, "target");
    methods = Set.copyOf(methods);
  }
}
