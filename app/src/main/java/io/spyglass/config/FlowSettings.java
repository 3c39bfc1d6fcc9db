package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SETTINGS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.duration;
import static io.spyglass.config.Types.integer;
import static io.spyglass.config.Types.mapOf;
import static io.spyglass.config.Types.positive;
import static io.spyglass.config.Types.root;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the live flow is kept.
///
/// @param underlying the one shown first
/// @param strikesEachSide listed strikes in view on each side of the money; empty where nothing
///   sets them, so that a source can bring its own
/// @param expiriesInView dates of expiry with strikes in view, the nearest first; likewise
/// @param recentreEvery how often they are centred again
/// @param recentreMove dollars by underlying that centre them at once; an underlying that is absent
///   is centred by time alone
/// @param quoteMaxAge an older quote does not decide a trade's side
/// @param minuteQuoteMaxAge the same where quotes come by the minute
public record FlowSettings(
    String underlying,
    Optional<Integer> strikesEachSide,
    Optional<Integer> expiriesInView,
    Duration recentreEvery,
    Map<String, Double> recentreMove,
    Duration quoteMaxAge,
    Duration minuteQuoteMaxAge) {
  static final Setting<String> FLOW_UNDERLYING =
      key(SETTINGS, "flow.underlying", root(), "SPY", "The underlying whose flow is shown first.")
          .or("FLOW_UNDERLYING");
  static final Setting<Integer> STRIKES_EACH_SIDE =
      key(
          SETTINGS,
          "flow.strikes_each_side",
          integer(0, 500),
          "3",
          "Listed strikes in view on each side of the money; unset, demo and serve --replay take"
              + " 15.");
  static final Setting<Integer> EXPIRIES_IN_VIEW =
      key(
          SETTINGS,
          "flow.expiries_in_view",
          integer(1, 500),
          "1",
          "Expiries that have strikes in view, the nearest first; unset, demo and serve --replay"
              + " take 20.");
  static final Setting<Integer> RECENTRE_SECONDS =
      key(
          SETTINGS,
          "flow.recentre_seconds",
          integer(1, 86_400),
          "60",
          "How often the strikes in view are centred again.");
  static final Setting<Map<String, Double>> RECENTRE_MOVE =
      key(
          SETTINGS,
          "flow.recentre_move",
          mapOf(root(), positive()),
          "SPY=0.50,SPX=5",
          "Dollars that an underlying moves before its strikes are centred at once.");
  static final Setting<Duration> QUOTE_MAX_AGE =
      key(
          SETTINGS,
          "flow.quote_max_age",
          duration(),
          "5s",
          "An older quote does not decide the side of a trade.");
  static final Setting<Duration> MINUTE_QUOTE_MAX_AGE =
      key(
          SETTINGS,
          "flow.quote_max_age_minute_sources",
          duration(),
          "2m",
          "The same where quotes come by the minute.");

  static final List<Setting<?>> ALL =
      List.of(
          FLOW_UNDERLYING,
          STRIKES_EACH_SIDE,
          EXPIRIES_IN_VIEW,
          RECENTRE_SECONDS,
          RECENTRE_MOVE,
          QUOTE_MAX_AGE,
          MINUTE_QUOTE_MAX_AGE);

  public FlowSettings {
    recentreMove = Map.copyOf(recentreMove);
  }

  private static Optional<Integer> given(Values values, Setting<Integer> setting) {
    return values.isGiven(setting) ? values.find(setting) : Optional.empty();
  }

  static FlowSettings of(Values values) {
    return new FlowSettings(
        values.get(FLOW_UNDERLYING),
        given(values, STRIKES_EACH_SIDE),
        given(values, EXPIRIES_IN_VIEW),
        Duration.ofSeconds(values.get(RECENTRE_SECONDS)),
        values.get(RECENTRE_MOVE),
        values.get(QUOTE_MAX_AGE),
        values.get(MINUTE_QUOTE_MAX_AGE));
  }
}
