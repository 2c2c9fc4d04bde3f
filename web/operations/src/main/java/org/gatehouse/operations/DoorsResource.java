package org.gatehouse.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.admission.DoorReport;

/** What the doors of the connectors are: open and where, closed and why, or off. */
@RequestScoped
@Path("doors")
@Produces(MediaType.APPLICATION_JSON)
public class DoorsResource {
  @Resource(lookup = "java:/gatehouse/sip-connector")
  private DoorReport sip;

  @Resource(lookup = "java:/gatehouse/media-relay")
  private DoorReport media;

  @Resource(lookup = "java:/gatehouse/conference-relay")
  private DoorReport conference;

  @GET
  public Map<String, String> doors() {
    Map<String, String> doors = new TreeMap<>(sip.doors());
    doors.putAll(media.doors());
    doors.putAll(conference.doors());
    return doors;
  }
}
