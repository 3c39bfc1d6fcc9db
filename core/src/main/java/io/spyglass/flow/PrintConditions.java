package io.spyglass.flow;

import io.spyglass.model.Conditions;
import io.spyglass.model.Trade;

/// What the condition codes of an option print say about counting it.
///
/// Source: OPRA trade message types as Polygon numbers them (200 + the letter's place).
final class PrintConditions {

  /// Cancel notices and late reports (201 to 207): no part of the tape.
  private static final long SKIPPED = Conditions.maskOf(201, 202, 203, 204, 205, 206, 207);

  /// Prints without an aggressor: single-leg auctions, crosses and floor trades (227 to 231),
  /// multi-leg and stock-option packages (232 to 245), proprietary and compression trades (246,
  /// 247), whose price is an allocation.
  private static final long ABSTAINING =
      Conditions.maskOf(
          227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244,
          245, 246, 247);

  private PrintConditions() {}

  /// Whether the print is late, cancelled or corrected, and so counted nowhere.
  static boolean skips(Trade trade) {
    return (trade.conditions().mask() & SKIPPED) != 0 || trade.correction() > 0;
  }

  /// Whether the print has no aggressor whose side could be told.
  static boolean abstains(Conditions conditions) {
    return (conditions.mask() & ABSTAINING) != 0;
  }
}
