package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.Conditions;
import io.spyglass.model.Trade;

/// What a print changes in a bar: a field only if every condition of the print allows it. Source:
/// the vendor's conditions of options, and of stocks the odd lot.
final class ConditionRules {
  private static final int ODD_LOT = 37;
  private static final long NOTHING = Conditions.maskOf(201, 202, 203, 204, 205, 206, 207);
  private static final long VOLUME_ALONE = Conditions.maskOf(246, 247, 248);

  private ConditionRules() {}

  static boolean updatesVolume(Trade print) {
    return (print.conditions().mask() & NOTHING) == 0;
  }

  static boolean updatesVolume(int code) {
    return (Conditions.maskOf(code) & NOTHING) == 0;
  }

  /// Whether it changes open, high, low and close.
  static boolean updatesPrices(Trade print) {
    Conditions conditions = print.conditions();
    if ((conditions.mask() & (NOTHING | VOLUME_ALONE)) != 0) {
      return false;
    }
    for (int i = 0; i < conditions.count(); i++) {
      if (conditions.code(i) == ODD_LOT) {
        return false;
      }
    }
    return true;
  }

  static boolean updatesPrices(int code) {
    return code != ODD_LOT && (Conditions.maskOf(code) & (NOTHING | VOLUME_ALONE)) == 0;
  }
}
