package io.spyglass.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The condition codes of a print, in the order in which they were delivered.
///
/// Option codes are 200 plus the OPRA letter's place in the alphabet; [#mask] has bit `code - 200`
/// set for each, so that a rule over several codes is one `and`. Immutable.
public final class Conditions {
  /// No code at all.
  public static final Conditions NONE = new Conditions(new int[0]);

  private static final int FIRST_OPTION_CODE = 200;
  private static final Conditions[] SINGLE =
      IntStream.range(0, Long.SIZE)
          .mapToObj(bit -> new Conditions(new int[] {FIRST_OPTION_CODE + bit}))
          .toArray(Conditions[]::new);

  private final int[] codes;
  private final long mask;

  private Conditions(int[] codes) {
    this.codes = codes;
    this.mask = maskOf(codes);
  }

  /// The conditions with these codes.
  public static Conditions of(int... codes) {
    if (codes.length == 0) {
      return NONE;
    }
    int bit = codes[0] - FIRST_OPTION_CODE;
    if (codes.length == 1 && bit >= 0 && bit < Long.SIZE) {
      return SINGLE[bit];
    }
    return new Conditions(codes.clone());
  }

  /// The bits of option codes; a code outside 200 to 263 has none.
  public static long maskOf(int... codes) {
    long mask = 0;
    for (int code : codes) {
      int bit = code - FIRST_OPTION_CODE;
      if (bit >= 0 && bit < Long.SIZE) {
        mask |= 1L << bit;
      }
    }
    return mask;
  }

  /// The bits of this print's option codes.
  public long mask() {
    return mask;
  }

  /// How many codes there are.
  public int count() {
    return codes.length;
  }

  /// The code at `position`, from 0.
  public int code(int position) {
    return codes[position];
  }

  /// The codes as a list.
  public List<Integer> toList() {
    return Arrays.stream(codes).boxed().toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Conditions that && Arrays.equals(codes, that.codes));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }

  @Override
  public String toString() {
    return Arrays.toString(codes);
  }
}
