package io.spyglass.cli;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.FlowSettings;
import io.spyglass.config.Settings;
import io.spyglass.flow.FlowRules;
import io.spyglass.journal.Clock;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeFeed;
import io.spyglass.lake.LakeSummary;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Day;
import io.spyglass.session.Feed;
import io.spyglass.session.TickingFeed;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedMarket;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the days that the commands play: recorded ones in the lake, simulated ones by seed.
final class Days {
  private static final Logger LOG = LoggerFactory.getLogger(Days.class);
  private static final double MINUTE_SOURCE_SPEED = 60;

  private final Settings settings;
  private final TradingCalendar calendar;

  Days(Settings settings, TradingCalendar calendar) {
    this.settings = settings;
    this.calendar = calendar;
  }

  /// A recorded day, and the speed that suits it: 60 for minute bars, else 1.
  record Recorded(Day day, double speed) {}

  /// The day in the lake.
  ///
  /// @throws CommandFailure with [ExitCode#NO_DATA] for a date that is no trading day
  /// @throws io.spyglass.lake.NoData where the lake holds no option data of it
  Recorded recorded(Lake lake, LocalDate date, Underlying underlying) {
    requireTradingDay(date);
    LakeFeed first = lake.feed(date, underlying);
    LakeSummary summary = first.summary();
    LOG.info("Cache: {} files", summary.tradeFiles() + summary.quoteFiles());
    LOG.info("Loaded {} historical trades", summary.trades());
    LOG.info(
        "Loaded {} bars of options, {} quotes, {} bars of {}",
        summary.optionBars(),
        summary.quotes() + summary.minuteQuotes(),
        summary.spotBars(),
        underlying);
    if (!summary.hasQuotes()) {
      LOG.warn("There are no quotes of {}: the tick rule alone tells the side of a print", date);
    }
    if (summary.rejected() > 0) {
      LOG.warn(
          "{} rows of {} on {} are left out, first {}: a time, price or size is missing or"
              + " impossible; what is shown of that day lacks them",
          summary.rejected(),
          underlying,
          date,
          summary.firstRejected());
    }
    FlowRules rules = rules(underlying);
    Day day =
        new Day(
            date,
            underlying,
            calendar,
            summary.quotes() == 0 ? rules.byTheMinute() : rules,
            ticking(first, () -> lake.feed(date, underlying)));
    return new Recorded(day, summary.isMinuteSource() ? MINUTE_SOURCE_SPEED : 1);
  }

  /// Gives the feed that is open already, and then opened ones, each with ticks.
  private static Supplier<Feed> ticking(Feed first, Supplier<Feed> further) {
    AtomicReference<@Nullable Feed> open = new AtomicReference<>(first);
    return () -> {
      Feed next = open.getAndSet(null);
      return new TickingFeed(next == null ? further.get() : next);
    };
  }

  /// The simulated day of the series of `underlying` that expires first.
  ///
  /// @throws CommandFailure with [ExitCode#NO_DATA] for a date that is no trading day, with
  ///   [ExitCode#USAGE] for an underlying that is not simulated
  Day simulated(long seed, LocalDate date, Underlying underlying) {
    if (!SimulatedMarket.UNDERLYINGS.contains(underlying)) {
      throw new CommandFailure(
          ExitCode.USAGE, "the simulated market has no " + underlying + ": it has SPX and SPY");
    }
    requireTradingDay(date);
    SimulatedDay simulated = SimulatedMarket.of(seed, calendar).day(date);
    LocalDate first =
        simulated.listings(underlying).stream()
            .map(listing -> listing.contract())
            .filter(contract -> !calendar.tape(contract, date).isEmpty())
            .map(contract -> contract.expiry())
            .min(LocalDate::compareTo)
            .orElseThrow(() -> new IllegalStateException("nothing is listed on " + date));
    Selection selection = Selection.of(underlying).expiring(first);
    return new Day(
        date,
        underlying,
        calendar,
        rules(underlying),
        () -> new TickingFeed(simulated.feed(selection)));
  }

  private void requireTradingDay(LocalDate date) {
    if (!calendar.isTradingDay(date)) {
      throw new CommandFailure(
          ExitCode.NO_DATA,
          date
              + " is no trading day; the one before it is "
              + calendar.previous(date)
              + ", the one behind it "
              + calendar.next(date));
    }
  }

  /// The last trading day that is over by now, in New York.
  LocalDate lastComplete() {
    long nowNanos = Clock.SYSTEM.epochNanos();
    LocalDate today = NewYork.date(nowNanos);
    boolean over =
        calendar.isTradingDay(today) && nowNanos >= calendar.day(today).exchange().toNanos();
    return over ? today : calendar.previous(today);
  }

  private FlowRules rules(Underlying underlying) {
    FlowSettings flow = settings.flow();
    double move = flow.recentreMove().getOrDefault(underlying.symbol(), Double.POSITIVE_INFINITY);
    return new FlowRules(
        flow.strikesEachSide(),
        1,
        flow.recentreEvery().toNanos(),
        move,
        flow.quoteMaxAge().toNanos(),
        flow.minuteQuoteMaxAge().toNanos());
  }
}
