package io.spyglass.journal;

import java.util.concurrent.locks.Condition;

/// What time it is, for the sequencer. Thread-safe.
public interface Clock {
  /// The wall clock of this machine.
  Clock SYSTEM = new SystemClock();

  /// Now: nanoseconds since the epoch, UTC. It may be set back.
  long epochNanos();

  /// How much time has passed, from an origin of its own: it goes on evenly, whatever [#epochNanos]
  /// is set to, and may stand while the machine sleeps.
  long steadyNanos();

  /// Waits until `condition`, whose lock the caller holds, is signalled or this clock reads
  /// `epochNanos`. It may return early, so callers look again.
  void await(Condition condition, long epochNanos) throws InterruptedException;
}
