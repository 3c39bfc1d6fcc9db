package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many requests are answered at once. Some answers copy a whole day while the session waits,
/// so that a crowd of them would hold up what everybody sees. Who finds no place waits for a while,
/// then is told to come back. Thread-safe.
final class Crowd {
  static final int PLACES = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String INSIDE = "inside";

  private final Semaphore places = new Semaphore(PLACES, true);

  /// Takes a place.
  ///
  /// @throws Problem where there is none for too long
  void enter(Context context) throws InterruptedException {
    if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      context.header("Retry-After", "1");
      throw new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "All " + PLACES + " places are taken by requests under way: ask again in a second");
    }
    context.attribute(INSIDE, true);
  }

  /// Gives the place back.
  void leave(Context context) {
    if (context.attribute(INSIDE) != null) {
      context.attribute(INSIDE, null);
      places.release();
    }
  }
}
