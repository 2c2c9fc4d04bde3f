package org.gatehouse.connector;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.Serializable;
import java.util.Map;
import javax.naming.Reference;
import org.gatehouse.admission.DoorReport;
import org.jspecify.annotations.Nullable;

/**
 * The doors of a resource adapter under a JNDI name (Jakarta Connectors 2.1 §12.4.2). Each adapter
 * has one: an archive without any would be started a second time, beside its definition in the
 * management model.
 */
public abstract class AdministeredDoors
    implements DoorReport, ResourceAdapterAssociation, Referenceable, Serializable {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ResourceAdapter adapter;
  private transient @Nullable Reference reference;

  @Override
  public final Map<String, String> doors() {
    return adapter instanceof DoorReport report ? report.doors() : Map.of();
  }

  @Override
  public final @Nullable ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public final void setResourceAdapter(ResourceAdapter associated) throws ResourceException {
    adapter = associated;
  }

  @Override
  public final void setReference(Reference to) {
    reference = to;
  }

  @Override
  public final @Nullable Reference getReference() {
    return reference;
  }
}
