package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.Instrument;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The markets that are played: one at the clock, and one a quarter of an hour behind it once
/// somebody wants it. Thread-safe.
final class Markets implements AutoCloseable {
  private final LongFunction<Player> players;
  private final Map<Long, Player> byDelay = new HashMap<>();

  /// @param players makes the player of a delay
  Markets(LongFunction<Player> players) {
    this.players = players;
  }

  /// The player of a delay, started with its first use.
  synchronized Player at(long delayNanos) {
    return byDelay.computeIfAbsent(
        delayNanos,
        delay -> {
          Player player = players.apply(delay);
          player.start();
          return player;
        });
  }

  /// The book that a request sees.
  Book book(Call call) {
    return at(call.plan().delayNanos()).book();
  }

  /// Something of an instrument's line; null where there is none.
  <T> @Nullable T line(Call call, Instrument instrument, Function<Line, @Nullable T> what) {
    return book(call)
        .<@Nullable T>read(lines -> {
          Line line = lines.get(instrument);
          return line == null ? null : what.apply(line);
        });
  }

  /// Waits until every market is where the clock was set to.
  void awaitLanding() {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!haveLanded() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private synchronized boolean haveLanded() {
    return byDelay.values().stream().allMatch(Player::hasLanded);
  }

  @Override
  public synchronized void close() {
    byDelay.values().forEach(Player::close);
  }
}
