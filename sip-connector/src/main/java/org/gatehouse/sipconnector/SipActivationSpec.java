package org.gatehouse.sipconnector;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import org.gatehouse.admission.SipAdmission;
import org.jspecify.annotations.Nullable;

/** The endpoint that answers the questions of Access Edge and Director; it has no properties. */
@Activation(messageListeners = SipAdmission.class)
public class SipActivationSpec implements ActivationSpec {
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
