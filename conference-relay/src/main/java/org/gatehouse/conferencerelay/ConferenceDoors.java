package org.gatehouse.conferencerelay;

import jakarta.resource.spi.AdministeredObject;
import org.gatehouse.admission.DoorReport;
import org.gatehouse.connector.AdministeredDoors;

/** The doors of this connector for the application. */
@AdministeredObject(adminObjectInterfaces = DoorReport.class)
public class ConferenceDoors extends AdministeredDoors {
  private static final long serialVersionUID = 1L;
}
