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
    System.arraycopy(word, 0, bytes, size, word.length);
    size += word.length;
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
    if (value < 0) {
      put('-');
    }
    digits(value, 0);
    return this;
  }

  /// A number rounded to `decimals` digits behind the point, 0 to 8.
  JsonBytes number(double value, int decimals) {
    separate();
    reserve(LONGEST_NUMBER);
    fixed(value, decimals);
    return this;
  }

  /// An array of the numbers at `first`, `first + stride` and so on, `count` of them.
  JsonBytes column(double[] values, int first, int stride, int count, int decimals) {
    separate();
    reserve(count * LONGEST_NUMBER + 2);
    put('[');
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        put(',');
      }
      fixed(values[first + i * stride], decimals);
    }
    put(']');
    return this;
  }

  private void fixed(double value, int decimals) {
    double scaled = Math.abs(value) * POWERS[decimals] + 0.5;
    if (scaled < EXACT) {
      long unscaled = (long) scaled;
      if (value < 0 && unscaled > 0) {
        put('-');
      }
      digits(unscaled, decimals);
    } else {
      large(value);
    }
  }

  private void large(double value) {
    byte[] word = Double.isFinite(value) ? ascii(Double.toString(value)) : NULL;
    System.arraycopy(word, 0, bytes, size, word.length);
    size += word.length;
  }

  /// The digits of `unscaled` without its sign, the last `decimals` of them behind a point, where
  /// trailing zeros fall away.
  private void digits(long unscaled, int decimals) {
    int behind = decimals;
    long rest = unscaled;
    while (behind > 0 && rest % 10 == 0) {
      rest /= 10;
      behind--;
    }
    int length = Math.max(count(rest), behind + 1) + (behind > 0 ? 1 : 0);
    int at = size + length;
    size = at;
    if (behind > 0) {
      for (int i = 0; i < behind; i++) {
        bytes[--at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      bytes[--at] = '.';
    }
    whole(rest, at);
  }

  /// Writes a whole number so that it ends before `end`; the sign is not written.
  private void whole(long value, int end) {
    int at = end;
    long rest = value;
    while (rest >= 100 || rest <= -100) {
      int pair = (int) Math.abs(rest % 100);
      rest /= 100;
      bytes[--at] = UNITS[pair];
      bytes[--at] = TENS[pair];
    }
    int pair = (int) Math.abs(rest);
    bytes[--at] = UNITS[pair];
    if (pair >= 10) {
      bytes[--at] = TENS[pair];
    }
  }

  /// Decimal digits of a whole number, 1 for 0.
  private static int count(long value) {
    int count = 1;
    for (long rest = value / 10; rest != 0; rest /= 10) {
      count++;
    }
    return count;
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
