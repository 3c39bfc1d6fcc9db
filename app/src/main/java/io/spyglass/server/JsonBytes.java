package io.spyglass.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes JSON into a growing array of bytes that is used again and again.
///
/// Everything it writes is ASCII. A number is rounded to a fixed count of decimals, half away from
/// zero, and loses its trailing zeros, so that whole numbers read as such; it costs no object. What
/// is not finite is null. A number with at most the kept decimals and 15 digits reads back as
/// itself. Owned by one thread at a time.
final class JsonBytes {
  private static final int LONGEST_NUMBER = 32;
  private static final long EXACT = 1L << 53;
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
  private static final long[] WHOLE_POWERS = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };
  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final byte[] NULL = ascii("null");
  private static final byte[] TENS = new byte[100];
  private static final byte[] UNITS = new byte[100];

  static {
    for (int i = 0; i < 100; i++) {
      TENS[i] = (byte) ('0' + i / 10);
      UNITS[i] = (byte) ('0' + i % 10);
    }
  }

  private byte[] bytes = new byte[1 << 14];
  private int size;
  private boolean commaIsDue;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Begins again.
  JsonBytes clear() {
    size = 0;
    commaIsDue = false;
    return this;
  }

  JsonBytes beginObject() {
    return open('{');
  }

  JsonBytes endObject() {
    return close('}');
  }

  JsonBytes beginArray() {
    return open('[');
  }

  JsonBytes endArray() {
    return close(']');
  }

  private JsonBytes open(char bracket) {
    separate();
    put(bracket);
    commaIsDue = false;
    return this;
  }

  private JsonBytes close(char bracket) {
    reserve(1);
    put(bracket);
    commaIsDue = true;
    return this;
  }

  /// The name of the next value of an object: ASCII without quotes or backslashes.
  JsonBytes name(String name) {
    separate();
    reserve(name.length() + 3);
    put('"');
    for (int i = 0; i < name.length(); i++) {
      put(name.charAt(i));
    }
    put('"');
    put(':');
    commaIsDue = false;
    return this;
  }

  JsonBytes text(@Nullable String text) {
    if (text == null) {
      return unknown();
    }
    separate();
    reserve(6 * text.length() + 2);
    put('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    put('"');
    return this;
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      put('\\');
      put(c);
    } else if (c >= ' ' && c < 0x7f) {
      put(c);
    } else {
      put('\\');
      put('u');
      for (int shift = 12; shift >= 0; shift -= 4) {
        bytes[size++] = HEX[(c >> shift) & 15];
      }
    }
  }

  JsonBytes truth(@Nullable Boolean value) {
    return value == null ? unknown() : word(ascii(value.toString()));
  }

  JsonBytes unknown() {
    return word(NULL);
  }

  private JsonBytes word(byte[] word) {
    separate();
    reserve(word.length);
    size = word(bytes, size, word);
    return this;
  }

  /// An instant in nanoseconds since the epoch as ISO-8601 UTC; 0 is unknown.
  JsonBytes instant(long epochNanos) {
    return epochNanos == 0
        ? unknown()
        : text(
            Instant.ofEpochSecond(
                    Math.floorDiv(epochNanos, 1_000_000_000L),
                    Math.floorMod(epochNanos, 1_000_000_000L))
                .toString());
  }

  JsonBytes integer(long value) {
    separate();
    reserve(LONGEST_NUMBER);
    size = whole(bytes, size, value);
    return this;
  }

  /// A number rounded to `decimals` digits behind the point, 0 to 8.
  JsonBytes number(double value, int decimals) {
    separate();
    reserve(LONGEST_NUMBER);
    size = fixed(bytes, size, value, decimals);
    return this;
  }

  /// An array of the first `count` numbers.
  JsonBytes column(double[] values, int count, int decimals) {
    separate();
    reserve(count * LONGEST_NUMBER + 2);
    byte[] to = bytes;
    int at = size;
    to[at++] = '[';
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        to[at++] = ',';
      }
      at = fixed(to, at, values[i], decimals);
    }
    to[at++] = ']';
    size = at;
    return this;
  }

  /// Writes a number from `at` on; gives the place behind it.
  private static int fixed(byte[] to, int at, double value, int decimals) {
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

  private static int word(byte[] to, int at, byte[] word) {
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
  private static int whole(byte[] to, int at, long value) {
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

  /// Puts the comma between this value and the one before it.
  private void separate() {
    reserve(2);
    if (commaIsDue) {
      put(',');
    }
    commaIsDue = true;
  }

  private void put(char c) {
    bytes[size++] = (byte) c;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /// How many bytes stand written.
  int size() {
    return size;
  }

  /// A copy of what stands written.
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /// What stands written as text.
  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
  }
}
