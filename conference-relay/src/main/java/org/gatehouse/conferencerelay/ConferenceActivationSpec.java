package org.gatehouse.conferencerelay;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import org.gatehouse.admission.ConferenceAdmission;
import org.jspecify.annotations.Nullable;

/** Makes a message-driven bean the authority of this connector. It has nothing to configure. */
@Activation(messageListeners = ConferenceAdmission.class)
public class ConferenceActivationSpec implements ActivationSpec {
  private @Nullable ResourceAdapter resourceAdapter;

  @Override
  public void validate() {}

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    resourceAdapter = adapter;
  }
}
