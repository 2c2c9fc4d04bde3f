package org.gatehouse.directory;

import static org.gatehouse.directory.administration.Outcome.done;
import static org.gatehouse.directory.administration.Outcome.notDone;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.Problem;
import org.gatehouse.directory.administration.PublicationEntry;

/** What operators may do to published resources. */
final class PublicationChanges {
  private static final Pattern PREFIX = Pattern.compile("/([A-Za-z0-9._~!$&'()*+,;=:@ -]+/)*");
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
  private static final int LONGEST_PREFIX = 512;
  private static final int LONGEST_TARGET = 1024;
  private static final int MOST_METHODS = 12;

  private PublicationChanges() {}

  static Outcome<List<PublicationEntry>> all(EntityManager entities) {
    return done(
        entities
            .createQuery(
                "select r from PublishedResource r order by r.name", PublishedResource.class)
            .getResultStream()
            .map(PublicationChanges::entry)
            .toList());
  }

  static Outcome<PublicationEntry> put(EntityManager entities, PublicationEntry wanted) {
    Problem problem = whyInvalid(wanted).orElse(null);
    if (problem != null) {
      return notDone(problem);
    }
    List<String> others =
        entities
            .createQuery(
                "select r.name from PublishedResource r"
                    + " where r.pathPrefix = :prefix and r.name <> :name",
                String.class)
            .setParameter("prefix", wanted.pathPrefix())
            .setParameter("name", wanted.name())
            .getResultList();
    if (!others.isEmpty()) {
      return notDone(
          Problem.conflict(
              "resource "
                  + wanted.name()
                  + " was not published: "
                  + wanted.pathPrefix()
                  + " is the path of resource "
                  + others.get(0),
              "use another path or remove that resource"));
    }
    PublishedResource resource = entities.find(PublishedResource.class, wanted.name());
    boolean isNew = resource == null;
    if (resource == null) {
      resource = new PublishedResource(wanted.name());
    }
    resource.publish(wanted.pathPrefix(), wanted.target(), wanted.methods());
    resource.enable(wanted.enabled());
    if (isNew) {
      entities.persist(resource);
    }
    return done(entry(resource));
  }

  static Outcome<String> remove(EntityManager entities, String name) {
    PublishedResource resource = entities.find(PublishedResource.class, name);
    if (resource == null) {
      return notDone(
          Problem.unknown(
              "resource " + name + " is not in the directory",
              "GET resources lists those that are"));
    }
    entities.remove(resource);
    return done(name);
  }

  private static Optional<Problem> whyInvalid(PublicationEntry wanted) {
    String resource = "resource " + wanted.name();
    if (!Names.isName(wanted.name())) {
      return Optional.of(Problem.invalid(wanted.name() + " is no resource name", Names.NAME_RULE));
    }
    if (!isPrefix(wanted.pathPrefix())) {
      return Optional.of(
          Problem.invalid(
              resource + " cannot have the path " + wanted.pathPrefix(),
              "use a decoded path that begins and ends with a slash, without dot segments, up to "
                  + LONGEST_PREFIX
                  + " characters"));
    }
    if (!isTarget(wanted.target())) {
      return Optional.of(
          Problem.invalid(
              resource + " cannot have the target " + wanted.target(),
              "use http://host[:port][/path] or https, without user, query and fragment"));
    }
    if (wanted.methods().isEmpty()
        || wanted.methods().size() > MOST_METHODS
        || !wanted.methods().stream().allMatch(m -> METHOD.matcher(m).matches())) {
      return Optional.of(
          Problem.invalid(
              resource + " cannot have the methods " + wanted.methods(),
              "name 1 to " + MOST_METHODS + " HTTP methods in upper case"));
    }
    return Optional.empty();
  }

  private static boolean isPrefix(String path) {
    return path.length() <= LONGEST_PREFIX
        && PREFIX.matcher(path).matches()
        && !path.contains("/./")
        && !path.contains("/../");
  }

  private static boolean isTarget(String text) {
    try {
      URI target = new URI(text);
      return text.length() <= LONGEST_TARGET
          && ("http".equals(target.getScheme()) || "https".equals(target.getScheme()))
          && target.getHost() != null
          && target.getPort() <= 65535
          && target.getPort() != 0
          && target.getRawUserInfo() == null
          && target.getRawQuery() == null
          && target.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static PublicationEntry entry(PublishedResource resource) {
    return new PublicationEntry(
        resource.name(),
        resource.pathPrefix(),
        resource.target(),
        resource.methods(),
        resource.enabled());
  }
}
