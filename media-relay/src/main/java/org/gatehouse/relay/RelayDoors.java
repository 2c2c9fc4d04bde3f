package org.gatehouse.relay;

import jakarta.resource.spi.AdministeredObject;
import org.gatehouse.admission.DoorReport;
import org.gatehouse.connector.AdministeredDoors;

/** The doors of this connector for the application. */
@AdministeredObject(adminObjectInterfaces = DoorReport.class)
public class RelayDoors extends AdministeredDoors {
  private static final long serialVersionUID = 1L;
}
