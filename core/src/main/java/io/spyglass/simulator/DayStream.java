package io.spyglass.simulator;

/// The streams of random numbers of one trading day or of one series on it, each with a number that
/// is part of every key and never changes.
enum DayStream {
  MOVE(0),
  PATH(1),
  VOLATILITY_PATH(2),
  SMILE(3),
  ACTIVITY(4),
  SERIES(5),
  CONTRACT(6),
  PACKAGES(7),
  STOCK(8),
  NEWS(9),
  ROUNDS(10);

  private final int number;

  DayStream(int number) {
    this.number = number;
  }

  /// The key of this stream on the day of `move`.
  long of(DayMove move) {
    return of(move.key());
  }

  /// The key of this stream below `parent`: a day, or a series of the day.
  long of(long parent) {
    return Draws.key(parent, number);
  }
}
