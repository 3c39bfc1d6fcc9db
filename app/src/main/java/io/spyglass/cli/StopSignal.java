package io.spyglass.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What ends a process that serves. The first SIGINT or SIGTERM asks it to end, in its own time and
/// with its own status; a second one ends it at once, with the status that shells give to that
/// signal. A process that was asked and has not ended ten seconds later ends with
/// [ExitCode#SOFTWARE].
///
/// Left to itself, the JVM ends with 143 or 130 though all is well, and hears no second signal. A
/// signal that the process was started to ignore, as SIGINT in the background of a script, stays
/// ignored. Thread-safe.
final class StopSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
  private static final int TERMINATED = 143;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicBoolean isAsked = new AtomicBoolean();

  private StopSignal() {}

  /// Listens from here on.
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Signals.register("INT", () -> signal.hear(ExitCode.INTERRUPTED.status()));
    Signals.register("TERM", () -> signal.hear(TERMINATED));
    return signal;
  }

  /// Waits until the process is asked to end.
  void await() throws InterruptedException {
    asked.await();
  }

  private void hear(int status) {
    if (!isAsked.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(status);
    }
    LOG.info("Stopping; a second Ctrl-C or SIGTERM ends at once");
    Thread.ofPlatform().name("stop").daemon().start(StopSignal::insist);
    asked.countDown();
  }

  private static void insist() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.error("Not ended after {} s: ended at once", PATIENCE.toSeconds());
    Runtime.getRuntime().halt(ExitCode.SOFTWARE.status());
  }
}
