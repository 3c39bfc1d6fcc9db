package io.spyglass.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /// Source: OPRA's trade message types, numbered as in the class description.
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(201, "Cancelled"),
          Map.entry(202, "Late and out of sequence"),
          Map.entry(203, "Last cancelled"),
          Map.entry(204, "Late"),
          Map.entry(205, "Opening cancelled"),
          Map.entry(206, "Late opening and out of sequence"),
          Map.entry(207, "Only one cancelled"),
          Map.entry(208, "Late opening"),
          Map.entry(209, "Electronic"),
          Map.entry(210, "Reopening"),
          Map.entry(219, "Sweep"),
          Map.entry(227, "Auction"),
          Map.entry(228, "Auction sweep"),
          Map.entry(229, "Cross"),
          Map.entry(230, "Cross sweep"),
          Map.entry(231, "Floor"),
          Map.entry(232, "Multi-leg"),
          Map.entry(233, "Multi-leg auction"),
          Map.entry(234, "Multi-leg cross"),
          Map.entry(235, "Multi-leg floor"),
          Map.entry(236, "Multi-leg against single legs"),
          Map.entry(237, "Stock-option auction"),
          Map.entry(238, "Multi-leg auction against single legs"),
          Map.entry(239, "Multi-leg floor against single legs"),
          Map.entry(240, "Stock-option"),
          Map.entry(241, "Stock-option cross"),
          Map.entry(242, "Stock-option floor"),
          Map.entry(243, "Stock-option against single legs"),
          Map.entry(244, "Stock-option auction against single legs"),
          Map.entry(245, "Stock-option floor against single legs"),
          Map.entry(246, "Proprietary multi-leg floor"),
          Map.entry(247, "Compression"),
          Map.entry(248, "Extended hours"));

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

  /// What each code means, in words: `Sweep`; `Condition 7` for a code without a name here.
  public List<String> names() {
    return Arrays.stream(codes)
        .mapToObj(code -> NAMES.getOrDefault(code, "Condition " + code))
        .toList();
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
