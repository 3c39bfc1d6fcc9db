package io.spyglass.vendor.polygon.simulator;

import static java.time.format.DateTimeFormatter.ISO_DATE_TIME;

import io.spyglass.calendar.NewYork;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The time of the simulated market: it begins at an instant and runs at a speed, or as fast as the
/// market is played, day after day, and can be paused and set. Thread-safe.
public final class SimulatedClock {
  /// When a day begins unless told otherwise.
  public static final LocalTime OPEN = LocalTime.of(9, 30);

  /// The speed of a clock that goes as fast as the market is played.
  public static final double UNPACED = Double.POSITIVE_INFINITY;

  /// Where a clock stands still that runs on for as long as it may.
  static final long NEVER = Long.MAX_VALUE;

  private final LongSupplier steadyNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long setNanos;
  private long setAt;
  private double speed;
  private boolean isPaused;
  private long untilNanos = NEVER;
  private int jumps;
  private int changes;

  private SimulatedClock(long startNanos, double speed, LongSupplier steadyNanos) {
    this.steadyNanos = steadyNanos;
    this.setNanos = startNanos;
    this.setAt = steadyNanos.getAsLong();
    this.speed = requireSpeed(speed);
  }

  /// A clock that runs from a time of day in New York on.
  ///
  /// @param speed seconds of the market a second, above 0, or [#UNPACED]
  public static SimulatedClock of(LocalDate date, LocalTime start, double speed) {
    return of(date, start, speed, System::nanoTime);
  }

  static SimulatedClock of(LocalDate date, LocalTime start, double speed, LongSupplier steady) {
    return new SimulatedClock(NewYork.epochNanos(date, start), speed, steady);
  }

  private static double requireSpeed(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed " + speed + " is not above 0");
    }
    return speed;
  }

  /// New York's date at the instant that it shows.
  public LocalDate date() {
    return NewYork.date(nowNanos());
  }

  /// The instant that a text means: a time of New York's day on the clock's date, `10:30`; a date
  /// or a date and a time there, `2026-11-23T10:30`; an instant with its offset; or nanoseconds.
  ///
  /// @throws DateTimeException for any other text
  public long instant(String text) {
    return instant(text, date());
  }

  /// As [#instant(String)], with the date that a time of the day is on.
  static long instant(String text, LocalDate date) {
    if (text.matches("\\d{11,19}")) {
      return Long.parseLong(text);
    }
    if (text.indexOf('-') < 0) {
      return NewYork.epochNanos(date, LocalTime.parse(text));
    }
    if (text.indexOf('T') < 0) {
      return NewYork.epochNanos(LocalDate.parse(text), LocalTime.MIDNIGHT);
    }
    TemporalAccessor best =
        ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    if (best instanceof LocalDateTime local) {
      return NewYork.epochNanos(local.toLocalDate(), local.toLocalTime());
    }
    Instant instant = Instant.from(best);
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  /// The instant that it shows.
  public long nowNanos() {
    lock.lock();
    try {
      return now();
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return isPaused || isUnpacedNow()
        ? setNanos
        : capped(setNanos + (long) ((steadyNanos.getAsLong() - setAt) * speed));
  }

  private long capped(long epochNanos) {
    return Math.min(epochNanos, Math.max(setNanos, untilNanos));
  }

  private boolean isUnpacedNow() {
    return Double.isInfinite(speed);
  }

  /// Seconds of the market a second, [#UNPACED] for as fast as it goes.
  public double speed() {
    lock.lock();
    try {
      return speed;
    } finally {
      lock.unlock();
    }
  }

  /// Whether it stands still.
  public boolean isPaused() {
    lock.lock();
    try {
      return isPaused;
    } finally {
      lock.unlock();
    }
  }

  /// Runs at another speed from here on.
  public void speed(double wanted) {
    requireSpeed(wanted);
    change(() -> speed = wanted);
  }

  /// Stops, or goes on for as long as it may.
  public void pause(boolean pause) {
    change(() -> {
      isPaused = pause;
      untilNanos = NEVER;
    });
  }

  /// Goes on up to an instant, and stands still there.
  public void runUntil(long epochNanos) {
    change(() -> {
      untilNanos = epochNanos;
      isPaused = false;
    });
  }

  /// Goes on up to an instant and stands still there; with [#NEVER] what stood there goes on, and
  /// what is paused stays so.
  void standAt(long epochNanos) {
    if (epochNanos == NEVER) {
      change(() -> untilNanos = NEVER);
    } else {
      runUntil(epochNanos);
    }
  }

  /// Jumps to another instant, back or forth; what lies between is not sent to anyone.
  public void set(long epochNanos) {
    change(() -> {
      setNanos = epochNanos;
      jumps++;
    });
  }

  private void change(Runnable step) {
    lock.lock();
    try {
      setNanos = now();
      setAt = steadyNanos.getAsLong();
      step.run();
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Whether it goes as fast as [#reach] moves it.
  boolean isUnpaced() {
    lock.lock();
    try {
      return isUnpacedNow() && !isPaused;
    } finally {
      lock.unlock();
    }
  }

  /// Moves an unpaced clock on to what was played.
  ///
  /// @param jumpsKnown the jumps that the player knew of; a later one holds
  void reach(long epochNanos, int jumpsKnown) {
    lock.lock();
    try {
      if (isUnpacedNow() && !isPaused && jumps == jumpsKnown && epochNanos > setNanos) {
        setNanos = capped(epochNanos);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Where it will stand still, [#NEVER] for nowhere.
  long untilNanos() {
    lock.lock();
    try {
      return untilNanos;
    } finally {
      lock.unlock();
    }
  }

  /// How often it was set.
  int jumps() {
    lock.lock();
    try {
      return jumps;
    } finally {
      lock.unlock();
    }
  }

  /// How often it was changed.
  int changes() {
    lock.lock();
    try {
      return changes;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it is changed beyond what is known, or for a while.
  void awaitChange(int changesKnown, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (changes == changesKnown && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it shows an instant or a later one; gives whether it did in time.
  public boolean await(long epochNanos, long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    lock.lock();
    try {
      while (now() < epochNanos) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        long toGo =
            isPaused || isUnpacedNow()
                ? left
                : Math.max(1, (long) ((epochNanos - now()) / speed) + 1);
        long _ = changed.awaitNanos(Math.min(left, toGo));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
