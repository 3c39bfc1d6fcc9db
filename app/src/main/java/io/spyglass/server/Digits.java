package io.spyglass.server;

import java.nio.charset.StandardCharsets;

/// Writes numbers as ASCII into arrays of bytes, at no object each.
final class Digits {
  /// The most bytes that a number takes.
  static final int LONGEST = 32;

  private static final long EXACT = 1L << 53;
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
  private static final long[] WHOLE_POWERS = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };
  private static final byte[] NULL = ascii("null");
  private static final byte[] TENS = new byte[100];
  private static final byte[] UNITS = new byte[100];

  static {
    for (int i = 0; i < 100; i++) {
      TENS[i] = (byte) ('0' + i / 10);
      UNITS[i] = (byte) ('0' + i % 10);
    }
  }

  private Digits() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Writes a number, rounded to `decimals` digits behind the point, from `at` on; gives the place
  /// behind it. What is not finite is `null`.
  static int fixed(byte[] to, int at, double value, int decimals) {
    long whole = (long) value;
    if (whole == value && Math.abs(whole) < EXACT) {
      return whole(to, at, whole);
    }
    double scaled = Math.abs(value) * POWERS[decimals] + 0.5;
    if (!(scaled < EXACT)) {
      return word(to, at, Double.isFinite(value) ? ascii(Double.toString(value)) : NULL);
    }
    long unscaled = (long) scaled;
    int from = at;
    if (value < 0 && unscaled > 0) {
      to[from++] = '-';
    }
    return fraction(to, from, unscaled, decimals);
  }

  /// Writes bytes from `at` on; gives the place behind them.
  static int word(byte[] to, int at, byte[] word) {
    int end = at;
    for (byte letter : word) {
      to[end++] = letter;
    }
    return end;
  }

  /// Writes `unscaled` with its last `decimals` digits behind a point, where trailing zeros fall
  /// away.
  private static int fraction(byte[] to, int at, long unscaled, int decimals) {
    int behind = decimals;
    long rest = unscaled;
    while (behind > 0 && rest % 10 == 0) {
      rest /= 10;
      behind--;
    }
    if (behind == 0) {
      return whole(to, at, rest);
    }
    long unit = WHOLE_POWERS[behind];
    long front = rest / unit;
    int point = whole(to, at, front);
    to[point] = '.';
    long digits = rest - front * unit;
    for (int place = point + behind; place > point; place--) {
      to[place] = (byte) ('0' + digits % 10);
      digits /= 10;
    }
    return point + behind + 1;
  }

  /// Writes a whole number from `at` on; gives the place behind it.
  static int whole(byte[] to, int at, long value) {
    int from = at;
    if (value < 0) {
      to[from++] = '-';
    }
    int end = from + length(value);
    int place = end;
    long rest = value;
    while (rest >= 100 || rest <= -100) {
      int pair = Math.abs((int) (rest % 100));
      rest /= 100;
      to[--place] = UNITS[pair];
      to[--place] = TENS[pair];
    }
    int pair = Math.abs((int) rest);
    to[--place] = UNITS[pair];
    if (pair >= 10) {
      to[--place] = TENS[pair];
    }
    return end;
  }

  /// Decimal digits of a whole number, 1 for 0.
  private static int length(long value) {
    long rest = value < 0 ? value : -value;
    long limit = -10;
    for (int length = 1; length < 19; length++) {
      if (rest > limit) {
        return length;
      }
      limit *= 10;
    }
    return 19;
  }
}
