package io.spyglass.flow;

import java.math.BigDecimal;

/// The numbers of a [PrintFilter] as text and as ten-thousandths.
final class FilterNumber {
  /// Behind a number that is no number of ten-thousandths below a hundred billion.
  static final long OUTSIDE = -1;

  private static final long UNIT = 10_000;
  private static final BigDecimal LIMIT = new BigDecimal("1e15");
  private static final String LETTERS = "kmb";

  private FilterNumber() {}

  /// The ten-thousandths of a number as the grammar has it, in small letters.
  static long parse(String text) {
    int letter = LETTERS.indexOf(text.charAt(text.length() - 1));
    String digits = letter < 0 ? text : text.substring(0, text.length() - 1);
    BigDecimal value = new BigDecimal(digits).movePointRight(4 + 3 * (letter + 1));
    boolean isWhole = value.stripTrailingZeros().scale() <= 0;
    return isWhole && value.compareTo(LIMIT) < 0 ? value.longValue() : OUTSIDE;
  }

  /// The shortest spelling; where it `isShortened`, thousands, millions and billions of up to two
  /// decimals get their letter.
  static String text(long tenThousandths, boolean isShortened) {
    for (int letter = LETTERS.length() - 1; isShortened && letter >= 0; letter--) {
      long scale = UNIT;
      for (int i = 0; i <= letter; i++) {
        scale *= 1000;
      }
      if (tenThousandths >= scale) {
        return tenThousandths % (scale / 100) == 0
            ? decimal(tenThousandths / (scale / 100), 2) + LETTERS.charAt(letter)
            : decimal(tenThousandths, 4);
      }
    }
    return decimal(tenThousandths, 4);
  }

  private static String decimal(long unscaled, int decimals) {
    BigDecimal value = BigDecimal.valueOf(unscaled, decimals).stripTrailingZeros();
    String text = value.toPlainString();
    return text.startsWith("0.") ? text.substring(1) : text;
  }
}
