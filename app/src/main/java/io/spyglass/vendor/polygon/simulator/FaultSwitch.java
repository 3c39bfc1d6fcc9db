package io.spyglass.vendor.polygon.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The faults in force. Thread-safe.
final class FaultSwitch implements Supplier<Faults> {
  private final List<Consumer<Faults>> hearers = new CopyOnWriteArrayList<>();
  private volatile Faults faults;

  FaultSwitch(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Faults get() {
    return faults;
  }

  /// Tells of each change, once it is in force.
  void tell(Consumer<Faults> hearer) {
    hearers.add(hearer);
  }

  synchronized void set(Faults wanted) {
    faults = wanted;
    hearers.forEach(each -> each.accept(wanted));
  }

  /// Lays the faults of a JSON text over those in force; gives what results.
  ///
  /// @throws IllegalArgumentException as [Faults#with]
  synchronized Faults merge(String json) {
    set(faults.with(json));
    return faults;
  }
}
