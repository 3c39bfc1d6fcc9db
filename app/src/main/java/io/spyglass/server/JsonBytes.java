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
  private static final byte[] HEX = Digits.ascii("0123456789abcdef");
  private static final byte[] NULL = Digits.ascii("null");

  private byte[] bytes = new byte[1 << 14];
  private int size;
  private boolean commaIsDue;

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
    return value == null ? unknown() : word(Digits.ascii(value.toString()));
  }

  JsonBytes unknown() {
    return word(NULL);
  }

  private JsonBytes word(byte[] word) {
    separate();
    reserve(word.length);
    size = Digits.word(bytes, size, word);
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

  /// A duration in nanoseconds as whole milliseconds; a negative one is unknown.
  JsonBytes millis(long nanos) {
    return nanos < 0 ? unknown() : integer(nanos / 1_000_000);
  }

  JsonBytes integer(long value) {
    separate();
    reserve(Digits.LONGEST);
    size = Digits.whole(bytes, size, value);
    return this;
  }

  /// A number rounded to `decimals` digits behind the point, 0 to 8.
  JsonBytes number(double value, int decimals) {
    separate();
    reserve(Digits.LONGEST);
    size = Digits.fixed(bytes, size, value, decimals);
    return this;
  }

  /// An array of the first `count` numbers.
  JsonBytes column(double[] values, int count, int decimals) {
    separate();
    reserve(count * Digits.LONGEST + 2);
    byte[] to = bytes;
    int at = size;
    to[at++] = '[';
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        to[at++] = ',';
      }
      at = Digits.fixed(to, at, values[i], decimals);
    }
    to[at++] = ']';
    size = at;
    return this;
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
