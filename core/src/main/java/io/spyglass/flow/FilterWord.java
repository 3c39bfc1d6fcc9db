package io.spyglass.flow;

import static io.spyglass.model.Conditions.maskOf;

import io.spyglass.model.Conditions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A word of a [PrintFilter], in the order of the canonical text: it holds for a print that has any
/// of its bits.
///
/// Condition codes: OPRA trade message types as Polygon numbers them.
enum FilterWord {
  BUY(FilterField.SIDE, "ask", bits(TradeSide.BOUGHT)),
  SELL(FilterField.SIDE, "bid", bits(TradeSide.SOLD)),
  NONE(FilterField.SIDE, "unclassified", bits(TradeSide.UNCLASSIFIED)),

  CALL(FilterField.RIGHT, "c", bits(true)),
  PUT(FilterField.RIGHT, "p", bits(false)),

  AUTO(FilterField.COND, null, maskOf(209)),
  SWEEP(FilterField.COND, null, maskOf(219)),
  AUCTION(FilterField.COND, null, maskOf(227, 228, 233, 237, 238, 244)),
  CROSS(FilterField.COND, null, maskOf(229, 230, 234, 241)),
  FLOOR(FilterField.COND, null, maskOf(231, 235, 239, 242, 245, 246)),
  MULTILEG(FilterField.COND, null, maskOf(232, 233, 234, 235, 236, 238, 239, 246)),
  STOCK(FilterField.COND, null, maskOf(237, 240, 241, 242, 243, 244, 245)),
  COMPRESSION(FilterField.COND, null, maskOf(247)),
  SINGLE(FilterField.COND, null, FilterWord.NO_PACKAGE);

  /// Stands for a print that is no part of a package. As the bit of a code it would be 263, beyond
  /// OPRA's last.
  private static final long NO_PACKAGE = 1L << 63;

  private static final long PACKAGES = MULTILEG.bits | STOCK.bits | COMPRESSION.bits;

  private final FilterField field;
  private final @Nullable String alias;
  private final long bits;

  FilterWord(FilterField field, @Nullable String alias, long bits) {
    this.field = field;
    this.alias = alias;
    this.bits = bits;
  }

  /// The words of a field, none where it is a number.
  static List<FilterWord> of(FilterField field) {
    return Arrays.stream(values()).filter(word -> word.field == field).toList();
  }

  static long bits(TradeSide side) {
    return 1L << (side.sign() + 1);
  }

  static long bits(boolean isCall) {
    return isCall ? 1 : 2;
  }

  static long bits(Conditions conditions) {
    long mask = conditions.mask();
    return (mask & PACKAGES) == 0 ? mask | NO_PACKAGE : mask & ~NO_PACKAGE;
  }

  /// Its spelling in the canonical text.
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether `given`, in small letters, is a spelling of it.
  boolean isSpelled(String given) {
    return given.equals(text()) || given.equals(alias);
  }

  long bits() {
    return bits;
  }
}
