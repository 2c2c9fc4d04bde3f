package org.gatehouse.relay;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import org.gatehouse.admission.RelayAdmission;
import org.jspecify.annotations.Nullable;

/** Connects the bean that answers to the media relay; there is nothing to set. */
@Activation(messageListeners = RelayAdmission.class)
public class RelayActivationSpec implements ActivationSpec {
  private transient @Nullable ResourceAdapter adapter;

  @Override
  public void validate() {}

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.adapter = adapter;
  }
}
