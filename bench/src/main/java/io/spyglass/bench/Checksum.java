package io.spyglass.bench;

import java.util.Locale;

/// One number for a sequence of answers: the 64-bit FNV-1a hash of their bits, in order.
///
/// Owned by one thread.
public final class Checksum {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = OFFSET_BASIS;

  /// Adds the eight bytes of `value`, the lowest first.
  public Checksum add(long value) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      hash = (hash ^ ((value >>> shift) & 0xff)) * PRIME;
    }
    return this;
  }

  /// Adds the bits of `value`; every NaN counts as the same.
  public Checksum add(double value) {
    return add(Double.doubleToLongBits(value));
  }

  /// Adds the characters of `text` and its length.
  public Checksum add(String text) {
    text.chars().forEach(this::add);
    return add(text.length());
  }

  /// The sum so far.
  public long value() {
    return hash;
  }

  /// The sum so far, as 16 hexadecimal digits.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%016x", hash);
  }
}
