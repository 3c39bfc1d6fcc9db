package io.spyglass.flow;

import io.spyglass.model.Conditions;
import io.spyglass.model.Trade;

/// What the condition codes of an option print say about counting it. Codes are given as bits, as
/// [Conditions#mask] has them.
///
/// @param skipped codes of prints that are counted nowhere: cancel notices and late reports
/// @param abstaining codes of prints without an aggressor whose side could be told
public record PrintRules(long skipped, long abstaining) {
  private static final PrintRules STANDARD =
      new PrintRules(
          Conditions.maskOf(201, 202, 203, 204, 205, 206, 207),
          Conditions.maskOf(
              227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243,
              244, 245, 246, 247));

  /// Cancel notices and late reports (201 to 207) are skipped. Single-leg auctions, crosses and
  /// floor trades (227 to 231), multi-leg and stock-option packages (232 to 245), proprietary and
  /// compression trades (246, 247) abstain: their price is an allocation.
  ///
  /// Source: OPRA trade message types as Polygon numbers them (200 + the letter's place).
  public static PrintRules standard() {
    return STANDARD;
  }

  /// Whether the print is late, cancelled or corrected, and so counted nowhere.
  boolean skips(Trade trade) {
    return (trade.conditions().mask() & skipped) != 0 || trade.correction() > 0;
  }

  /// Whether the print has no aggressor whose side could be told.
  boolean abstains(Conditions conditions) {
    return (conditions.mask() & abstaining) != 0;
  }
}
