package io.spyglass.vendor.polygon.simulator;

import java.util.function.Supplier;

/// The faults in force. Thread-safe.
final class FaultSwitch implements Supplier<Faults> {
  private volatile Faults faults;

  FaultSwitch(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Faults get() {
    return faults;
  }

  synchronized void set(Faults wanted) {
    faults = wanted;
  }

  /// Lays the faults of a JSON text over those in force; gives what results.
  ///
  /// @throws IllegalArgumentException as [Faults#with]
  synchronized Faults merge(String json) {
    faults = faults.with(json);
    return faults;
  }
}
