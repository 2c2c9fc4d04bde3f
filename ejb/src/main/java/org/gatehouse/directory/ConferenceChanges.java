package org.gatehouse.directory;

import static org.gatehouse.directory.administration.Outcome.done;
import static org.gatehouse.directory.administration.Outcome.notDone;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.gatehouse.directory.administration.ConferenceEntry;
import org.gatehouse.directory.administration.MeetingServerEntry;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.Problem;

/** What operators may do to meeting servers and conferences. */
final class ConferenceChanges {
  private ConferenceChanges() {}

  static Outcome<List<MeetingServerEntry>> servers(EntityManager entities) {
    return done(
        entities
            .createQuery("select s from MeetingServer s order by s.name", MeetingServer.class)
            .getResultStream()
            .map(s -> new MeetingServerEntry(s.name(), s.enabled()))
            .toList());
  }

  static Outcome<MeetingServerEntry> putServer(EntityManager entities, MeetingServerEntry wanted) {
    String name = Names.host(wanted.name()).orElse(null);
    if (name == null) {
      return notDone(
          Problem.invalid(wanted.name() + " is no name of a meeting server", Names.HOST_RULE));
    }
    MeetingServer server = entities.find(MeetingServer.class, name);
    if (server == null) {
      server = new MeetingServer(name);
      entities.persist(server);
    }
    server.enable(wanted.enabled());
    return done(new MeetingServerEntry(name, server.enabled()));
  }

  static Outcome<String> removeServer(EntityManager entities, String name) {
    MeetingServer server = entities.find(MeetingServer.class, Names.host(name).orElse(name));
    if (server == null) {
      return notDone(unknownServer(name));
    }
    List<String> hosted =
        entities
            .createQuery(
                "select c.id from Conference c where c.meetingServer = :server order by c.id",
                String.class)
            .setParameter("server", server.name())
            .getResultList();
    if (!hosted.isEmpty()) {
      return notDone(
          Problem.conflict(
              "meeting server "
                  + server.name()
                  + " still hosts conference "
                  + hosted.get(0)
                  + " and "
                  + (hosted.size() - 1)
                  + " more",
              "move or remove them first"));
    }
    entities.remove(server);
    return done(server.name());
  }

  static Outcome<List<ConferenceEntry>> all(EntityManager entities) {
    return done(
        entities
            .createQuery("select c from Conference c order by c.id", Conference.class)
            .getResultStream()
            .map(c -> new ConferenceEntry(c.id(), c.meetingServer()))
            .toList());
  }

  static Outcome<ConferenceEntry> put(EntityManager entities, ConferenceEntry wanted) {
    if (!Names.isName(wanted.id())) {
      return notDone(
          Problem.invalid(wanted.id() + " is no identifier of a conference", Names.NAME_RULE));
    }
    String name = Names.host(wanted.meetingServer()).orElse(wanted.meetingServer());
    if (entities.find(MeetingServer.class, name) == null) {
      return notDone(
          Problem.invalid(
              "conference "
                  + wanted.id()
                  + " cannot be hosted: meeting server "
                  + name
                  + " is not in the directory",
              "add the meeting server first"));
    }
    Conference conference = entities.find(Conference.class, wanted.id());
    boolean isNew = conference == null;
    if (conference == null) {
      conference = new Conference(wanted.id());
    }
    conference.hostOn(name);
    if (isNew) {
      entities.persist(conference);
    }
    return done(new ConferenceEntry(wanted.id(), name));
  }

  static Outcome<String> remove(EntityManager entities, String id) {
    Conference conference = entities.find(Conference.class, id);
    if (conference == null) {
      return notDone(unknown(id));
    }
    entities
        .createQuery("delete from SessionKey k where k.conference = :id")
        .setParameter("id", id)
        .executeUpdate();
    entities.remove(conference);
    return done(id);
  }

  static Problem unknown(String id) {
    return Problem.unknown(
        "conference " + id + " is not in the directory", "GET conferences lists those that are");
  }

  private static Problem unknownServer(String name) {
    return Problem.unknown(
        "meeting server " + name + " is not in the directory",
        "GET meeting-servers lists those that are");
  }
}
