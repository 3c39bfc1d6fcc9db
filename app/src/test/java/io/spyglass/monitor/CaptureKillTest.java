package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.journal.Child;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that captures live days in front of a vendor that drops its lines, killed at any
/// instant, again and again: the journals have what truly happened, print for print.
///
/// `-Dspyglass.kill.seeds=N` tries N seeds, from `-Dspyglass.kill.first=N` on. The days of some
/// seeds share a process, and so its starts and its kills, which come at another instant of each.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CaptureKillTest {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureKillTest.class);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(200).toNanos();
  private static final long SECOND_NANOS = 1_000_000_000L;

  @TempDir Path folder;
  private final List<KilledDay> days = new ArrayList<>();

  static Stream<List<Long>> seeds() {
    long first = Long.getLong("spyglass.kill.first", 1);
    long end = first + Long.getLong("spyglass.kill.seeds", 20);
    int together = Integer.getInteger("spyglass.kill.together", 5);
    return LongStream.iterate(first, seed -> seed < end, seed -> seed + together)
        .mapToObj(from -> LongStream.range(from, Math.min(end, from + together)).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLostAndNothingComesTwice(List<Long> seeds) throws Exception {
    Random random = new Random(seeds.getFirst());
    try {
      for (long seed : seeds) {
        days.add(new KilledDay(folder, seed));
      }
      int most = 2 + random.nextInt(3);
      for (int kill = 0; kill < most; kill++) {
        killed(random.nextInt(days.size()), random.nextInt(150));
      }
      drained();
      for (KilledDay each : days) {
        LOG.info("{}", each.proven());
      }
    } finally {
      days.forEach(KilledDay::close);
    }
  }

  private Process start() throws IOException {
    return Child.start(
        Capturing.class, days.stream().flatMap(each -> each.arguments().stream()).toArray());
  }

  /// A life that ends behind so many prints of a day that no life before has handled.
  private void killed(int number, int prints) throws Exception {
    Process child = start();
    try (BufferedReader lines = child.inputReader()) {
      int fresh = -1;
      while (fresh < prints) {
        String line = lines.readLine();
        assertThat(line).as("the process ended by itself").isNotNull();
        fresh += hear(line) && line.startsWith(number + " ") ? 1 : 0;
      }
      assertThat(child.toHandle().destroyForcibly()).isTrue();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean _ = hear(line);
      }
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor()).isEqualTo(128 + 9);
    for (KilledDay each : days) {
      each.killed();
    }
  }

  /// Whether a line tells of anything new. The last one may be cut.
  private boolean hear(String line) {
    int space = line.indexOf(' ');
    return line.endsWith(" .")
        && days.get(Integer.parseInt(line.substring(0, space))).hear(line.substring(space + 1));
  }

  /// The last life, which goes on until no hole is open and the journals have all that happened
  /// until then in what was in view.
  private void drained() throws Exception {
    Process child = start();
    Thread reader = Thread.ofVirtual().start(() -> listen(child));
    try {
      days.forEach(KilledDay::calm);
      for (KilledDay each : days) {
        await(each, child, each::isWhole, Set.of());
        Set<String> truth = each.truth();
        await(each, child, () -> each.lacking(truth).isEmpty(), truth);
      }
    } finally {
      child.getOutputStream().close();
      assertThat(child.waitFor()).isZero();
      reader.join();
    }
  }

  private static void await(KilledDay day, Process child, BooleanSupplier what, Set<String> wanted)
      throws InterruptedException {
    SimulatedClock clock = day.live.clock;
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!what.getAsBoolean()) {
      if (System.nanoTime() > until || !child.isAlive()) {
        throw new AssertionError(
            "seed %d did not come to that: it lacks %s, with holes %s"
                .formatted(day.seed, day.lacking(wanted), day.holes()));
      }
      boolean _ = clock.await(clock.nowNanos() + SECOND_NANOS, 1, TimeUnit.SECONDS);
    }
  }

  private void listen(Process child) {
    try (BufferedReader lines = child.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean _ = hear(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
