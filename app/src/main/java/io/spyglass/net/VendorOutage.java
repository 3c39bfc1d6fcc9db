package io.spyglass.net;

import io.spyglass.session.Outage;
import org.jspecify.annotations.Nullable;

/// A vendor is out of reach, or answers nothing that can be used, however often it is asked.
public final class VendorOutage extends Outage {
  private static final long serialVersionUID = 1L;

  public VendorOutage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
