package org.gatehouse.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;

/** Something inside that the HTTP reverse proxy shows outside. */
@Entity
@Table(name = "published_resource")
class PublishedResource {
  @Id private String name = "";

  @Column(name = "path_prefix")
  private String pathPrefix = "";

  private String target = "";

  /** Between commas. */
  private String methods = "";

  private boolean enabled;

  protected PublishedResource() {}

  PublishedResource(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  String pathPrefix() {
    return pathPrefix;
  }

  String target() {
    return target;
  }

  List<String> methods() {
    return Arrays.stream(methods.split(",", -1)).filter(m -> !m.isBlank()).toList();
  }

  boolean enabled() {
    return enabled;
  }

  void publish(String prefix, String origin, List<String> allowed) {
    pathPrefix = prefix;
    target = origin;
    methods = String.join(",", allowed);
  }

  void enable(boolean on) {
    enabled = on;
  }
}
