package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SETTINGS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.decimal;
import static io.spyglass.config.Types.integer;
import static io.spyglass.config.Types.listOf;
import static io.spyglass.config.Types.time;
import static io.spyglass.config.Types.truth;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What the strategy trades. Candidates are taken in configured time, DTE, delta order.
///
/// @param shortDeltaTargets absolute deltas of the short leg
/// @param width points between the legs; empty where nothing sets it
/// @param takeProfit part of the maximum profit
/// @param stopLoss part of the maximum profit, not above 0
public record StrategySettings(
    List<LocalTime> entryTimes,
    List<Integer> dteTargets,
    List<BigDecimal> shortDeltaTargets,
    Optional<BigDecimal> width,
    BigDecimal takeProfit,
    BigDecimal stopLoss,
    int maxOpenTrades,
    int maxNewTradesPerDay,
    boolean stopDayAfterStopLoss) {
  static final Setting<List<LocalTime>> ENTRY_TIMES =
      key(
          SETTINGS,
          "strategy.entry_times",
          listOf(time()),
          "10:00,11:00,12:00",
          "When a trade may be entered, New York time.");
  static final Setting<List<Integer>> DTE_TARGETS =
      key(
          SETTINGS,
          "strategy.dte_targets",
          listOf(integer(0, Types.LONGEST_DTE)),
          "3,5,7",
          "Calendar days to expiry of a trade, the preferred first.");
  static final Setting<List<BigDecimal>> SHORT_DELTA_TARGETS =
      key(
          SETTINGS,
          "strategy.short_delta_targets",
          listOf(decimal("0", "1")),
          "0.10,0.20",
          "Absolute deltas of the short leg, the preferred first.");
  static final Setting<BigDecimal> WIDTH =
      key(
          SETTINGS,
          "strategy.width",
          decimal("0.5", "1000"),
          "",
          "Points between the legs of a spread.");
  static final Setting<BigDecimal> TAKE_PROFIT =
      key(
          SETTINGS,
          "strategy.take_profit",
          decimal("0", "1"),
          "0.50",
          "Part of the maximum profit at which a trade is closed.");
  static final Setting<BigDecimal> STOP_LOSS =
      key(
          SETTINGS,
          "strategy.stop_loss",
          decimal("-100", "0"),
          "-1.00",
          "Loss, as a part of the maximum profit, at which a trade is closed.");
  static final Setting<Integer> MAX_OPEN_TRADES =
      key(
          SETTINGS,
          "strategy.max_open_trades",
          integer(0, Integer.MAX_VALUE),
          "1",
          "Most trades open at once.");
  static final Setting<Integer> MAX_NEW_TRADES_PER_DAY =
      key(
          SETTINGS,
          "strategy.max_new_trades_per_day",
          integer(0, Integer.MAX_VALUE),
          "1",
          "Most trades entered on one day.");
  static final Setting<Boolean> STOP_DAY_AFTER_STOP_LOSS =
      key(
          SETTINGS,
          "strategy.stop_day_after_stop_loss",
          truth(),
          "true",
          "Enter nothing more on a day that saw a stop loss.");

  static final List<Setting<?>> ALL =
      List.of(
          ENTRY_TIMES,
          DTE_TARGETS,
          SHORT_DELTA_TARGETS,
          WIDTH,
          TAKE_PROFIT,
          STOP_LOSS,
          MAX_OPEN_TRADES,
          MAX_NEW_TRADES_PER_DAY,
          STOP_DAY_AFTER_STOP_LOSS);

  static StrategySettings of(Values values) {
    return new StrategySettings(
        values.get(ENTRY_TIMES),
        values.get(DTE_TARGETS),
        values.get(SHORT_DELTA_TARGETS),
        values.find(WIDTH),
        values.get(TAKE_PROFIT),
        values.get(STOP_LOSS),
        values.get(MAX_OPEN_TRADES),
        values.get(MAX_NEW_TRADES_PER_DAY),
        values.get(STOP_DAY_AFTER_STOP_LOSS));
  }
}
