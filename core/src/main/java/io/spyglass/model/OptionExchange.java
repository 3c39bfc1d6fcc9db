package io.spyglass.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of the exchanges that options trade on.
///
/// A print carries a number: 300 plus the place of OPRA's participant letter, from 0. Source: OPRA
/// participant identifiers, as Polygon numbers them.
public final class OptionExchange {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(300, "NYSE American"),
          Map.entry(301, "BOX"),
          Map.entry(302, "Cboe"),
          Map.entry(303, "MIAX Emerald"),
          Map.entry(304, "Cboe EDGX"),
          Map.entry(307, "Nasdaq GEMX"),
          Map.entry(308, "Nasdaq ISE"),
          Map.entry(309, "Nasdaq MRX"),
          Map.entry(312, "MIAX"),
          Map.entry(313, "NYSE Arca"),
          Map.entry(314, "OPRA"),
          Map.entry(315, "MIAX Pearl"),
          Map.entry(316, "Nasdaq"),
          Map.entry(318, "MIAX Sapphire"),
          Map.entry(319, "Nasdaq BX"),
          Map.entry(320, "MEMX"),
          Map.entry(322, "Cboe C2"),
          Map.entry(323, "Nasdaq PHLX"),
          Map.entry(325, "Cboe BZX"));

  private OptionExchange() {}

  /// The name behind a number, the number itself where none is known, null for 0, which says
  /// nothing.
  public static @Nullable String name(int number) {
    return number == 0 ? null : NAMES.getOrDefault(number, Integer.toString(number));
  }
}
