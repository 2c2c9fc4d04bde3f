package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A published resource, as operators write it.
 *
 * @param name its name
 * @param pathPrefix from slash to slash
 * @param target absolute {@code http} or {@code https} URI of the inside origin
 * @param methods the allowed HTTP methods, upper case
 * @param enabled a disabled resource is not published, and no shorter prefix stands in for it
 */
public record PublicationEntry(
    String name, String pathPrefix, String target, List<String> methods, boolean enabled) {
  public PublicationEntry {
    requireNonNull(name, "name");
    requireNonNull(pathPrefix, "pathPrefix");
    requireNonNull(target, "target");
    methods = List.copyOf(methods);
  }
}
