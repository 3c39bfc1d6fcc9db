package io.spyglass.cli;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.FlowSettings;
import io.spyglass.config.Settings;
import io.spyglass.flow.Coverage;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.PrintRules;
import io.spyglass.journal.Clock;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeFeed;
import io.spyglass.lake.LakeSummary;
import io.spyglass.lake.StoredDay;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.CapturedDay;
import io.spyglass.monitor.Day;
import io.spyglass.monitor.Watchlist;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.server.RecordedDay;
import io.spyglass.server.RecordedDay.Source;
import io.spyglass.session.Feed;
import io.spyglass.session.TickingFeed;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedMarket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the days that the commands play: captured ones in their journals, recorded ones in the
/// lake, simulated ones by seed.
final class Days {
  private static final Logger LOG = LoggerFactory.getLogger(Days.class);
  private static final double MINUTE_SOURCE_SPEED = 60;

  /// How many expiries of each underlying a simulated day has: what a seek to the close, which
  /// makes all their quotes, leaves time for.
  private static final int SIMULATED_EXPIRIES = 3;

  private final Settings settings;
  private final TradingCalendar calendar;

  Days(Settings settings, TradingCalendar calendar) {
    this.settings = settings;
    this.calendar = calendar;
  }

  /// Every recorded day, the newest first: by its journal where it was captured, else as the lake
  /// has it. A captured day is complete where the lake has all of its trades.
  List<RecordedDay> recorded(Lake lake) {
    Map<LocalDate, RecordedDay> days = new TreeMap<>(Comparator.reverseOrder());
    for (StoredDay each : lake.days()) {
      days.put(
          each.date(),
          new RecordedDay(each.date(), Source.LAKE, each.underlyings(), each.isComplete()));
    }
    for (CapturedDay each : CapturedDay.all(settings.lake().root(), calendar)) {
      RecordedDay stored = days.get(each.date());
      List<Underlying> underlyings = List.copyOf(each.rules().rules().keySet());
      boolean isComplete = stored != null && stored.isComplete();
      days.put(each.date(), new RecordedDay(each.date(), Source.JOURNAL, underlyings, isComplete));
    }
    return List.copyOf(days.values());
  }

  /// A recorded day, and the speed at which it is to be played: what the settings say, else 60 for
  /// minute bars and 1 for anything else.
  record Recorded(Day day, double speed) {}

  /// How many strikes each side of the money and expiries are in view where no setting says it.
  enum Breadth {
    /// As live, where each costs a subscription.
    LIVE(3, 1),
    /// As played, where they cost computing alone.
    WIDE(15, 20);

    private final int strikesEachSide;
    private final int expiries;

    Breadth(int strikesEachSide, int expiries) {
      this.strikesEachSide = strikesEachSide;
      this.expiries = expiries;
    }
  }

  /// The day as it was captured live, by the rules that held then; else as the lake has it.
  ///
  /// @param underlyings the one shown first ahead
  /// @param breadth of a day in the lake
  /// @throws CommandFailure with [ExitCode#NO_DATA] for a date that is no trading day
  /// @throws io.spyglass.lake.NoData where neither has option data of it
  Recorded recorded(Lake lake, LocalDate date, List<Underlying> underlyings, Breadth breadth) {
    requireTradingDay(date);
    return CapturedDay.find(settings.lake().root(), date, calendar)
        .filter(captured -> captured.rules().rules().keySet().containsAll(underlyings))
        .map(captured -> captured(captured, underlyings))
        .orElseGet(() -> stored(lake, date, underlyings, breadth));
  }

  /// Whether not all of what was traded on a day is recorded: neither was it captured, nor is it
  /// whole in the lake.
  ///
  /// @throws CommandFailure with [ExitCode#NO_DATA] for a date that is no trading day
  boolean lacks(Lake lake, LocalDate date, List<Underlying> underlyings) {
    requireTradingDay(date);
    return recorded(lake).stream()
        .filter(each -> each.date().equals(date) && each.underlyings().containsAll(underlyings))
        .noneMatch(each -> each.source() == Source.JOURNAL || each.isComplete());
  }

  private Recorded captured(CapturedDay captured, List<Underlying> underlyings) {
    LOG.info("Playing what was captured: {}", captured.file());
    Day day = captured.day();
    Map<Underlying, FlowRules> rules = new LinkedHashMap<>();
    underlyings.forEach(each -> rules.put(each, day.rules().get(each)));
    return new Recorded(
        new Day(day.date(), day.calendar(), rules, day.previousCloses(), day.feeds()), speed(1));
  }

  private Recorded stored(
      Lake lake, LocalDate date, List<Underlying> underlyings, Breadth breadth) {
    Map<Underlying, Double> closes = previousCloses(lake, date, underlyings);
    Map<Underlying, FlowRules> rules = new LinkedHashMap<>();
    LakeFeed first = lake.feed(date, underlyings);
    for (LakeSummary summary : first.summaries()) {
      report(date, summary);
      FlowRules watched = rules(summary.underlying(), breadth).covering(Coverage.LISTED);
      rules.put(summary.underlying(), summary.quotes() == 0 ? watched.byTheMinute() : watched);
    }
    Supplier<Feed> feeds = ticking(first, () -> lake.feed(date, underlyings));
    boolean isByTheMinute =
        first.summaries().stream().allMatch(summary -> summary.isMinuteSource());
    return new Recorded(
        new Day(date, calendar, rules, closes, feeds),
        speed(isByTheMinute ? MINUTE_SOURCE_SPEED : 1));
  }

  private double speed(double suitable) {
    return settings.replay().speed().orElse(suitable);
  }

  private Map<Underlying, Double> previousCloses(
      Lake lake, LocalDate date, List<Underlying> underlyings) {
    LocalDate before = calendar.previous(date);
    Map<Underlying, Double> closes = new HashMap<>();
    for (Underlying each : underlyings) {
      OptionalDouble close = lake.close(before, each, calendar.day(before).regular());
      close.ifPresent(value -> closes.put(each, value));
    }
    return closes;
  }

  private static void report(LocalDate date, LakeSummary summary) {
    LOG.info("Cache: {} files", summary.tradeFiles() + summary.quoteFiles());
    LOG.info("Loaded {} historical trades", summary.trades());
    LOG.info(
        "Loaded {} bars of options, {} quotes, {} bars of {}",
        summary.optionBars(),
        summary.quotes() + summary.minuteQuotes(),
        summary.spotBars(),
        summary.underlying());
    if (!summary.hasQuotes()) {
      LOG.warn("There are no quotes of {}: the tick rule alone tells the side of a print", date);
    }
    if (summary.rejected() > 0) {
      LOG.warn(
          "{} rows of {} on {} are left out, first {}: a time, price or size is missing or"
              + " impossible; what is shown of that day lacks them",
          summary.rejected(),
          summary.underlying(),
          date,
          summary.firstRejected());
    }
  }

  /// Gives the feed that is open already, and then opened ones, each with ticks.
  private static Supplier<Feed> ticking(Feed first, Supplier<Feed> further) {
    AtomicReference<@Nullable Feed> open = new AtomicReference<>(first);
    return () -> {
      Feed next = open.getAndSet(null);
      return new TickingFeed(next == null ? further.get() : next);
    };
  }

  /// The simulated day of both underlyings and the [#SIMULATED_EXPIRIES] nearest expiries of each.
  ///
  /// @param first the one shown first
  /// @throws CommandFailure with [ExitCode#NO_DATA] for a date that is no trading day, with
  ///   [ExitCode#USAGE] for an underlying that is not simulated
  Day simulated(long seed, LocalDate date, Underlying first) {
    if (!SimulatedMarket.UNDERLYINGS.contains(first)) {
      throw new CommandFailure(
          ExitCode.USAGE, "the simulated market has no " + first + ": it has SPX and SPY");
    }
    requireTradingDay(date);
    SimulatedDay simulated = SimulatedMarket.of(seed, calendar).day(date);
    Set<LocalDate> expiries = new TreeSet<>();
    Map<Underlying, FlowRules> rules = new LinkedHashMap<>();
    Map<Underlying, Double> closes = new HashMap<>();
    for (Underlying each : firstAhead(first)) {
      expiries.addAll(nearest(simulated, each));
      rules.put(each, rules(each, Breadth.WIDE).covering(Coverage.LISTED));
      closes.put(each, simulated.previousClose(each));
    }
    Selection selection =
        Selection.of(rules.keySet().toArray(Underlying[]::new))
            .expiring(expiries.toArray(LocalDate[]::new));
    return new Day(date, calendar, rules, closes, () -> new TickingFeed(simulated.feed(selection)));
  }

  /// The last trading day as it was in the simulated market of the settings.
  ///
  /// @param wanted what is shown first, as far as it is simulated
  Day demo(List<Underlying> wanted) {
    Underlying first =
        wanted.stream()
            .filter(SimulatedMarket.UNDERLYINGS::contains)
            .findFirst()
            .orElse(SimulatedMarket.SPX);
    return simulated(settings.simulator().seed(), lastComplete(), first);
  }

  private static List<Underlying> firstAhead(Underlying first) {
    List<Underlying> all = new ArrayList<>(SimulatedMarket.UNDERLYINGS);
    all.remove(first);
    all.addFirst(first);
    return all;
  }

  private List<LocalDate> nearest(SimulatedDay day, Underlying underlying) {
    return day.listings(underlying).stream()
        .map(listing -> listing.contract())
        .filter(contract -> !calendar.tape(contract, day.date()).isEmpty())
        .map(contract -> contract.expiry())
        .distinct()
        .sorted()
        .limit(SIMULATED_EXPIRIES)
        .toList();
  }

  void requireTradingDay(LocalDate date) {
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

  /// A board of today, or of the last trading day, that nothing is known of.
  FlowBoard empty(Mode mode, List<Underlying> underlyings) {
    LocalDate today = NewYork.date(Clock.SYSTEM.epochNanos());
    return new FlowBoard(underlyings, mode, calendar, calendar.onOrBefore(today));
  }

  /// What is watched live.
  ///
  /// @param underlyings the one shown first ahead
  Watchlist watchlist(List<Underlying> underlyings) {
    Map<Underlying, FlowRules> rules = new LinkedHashMap<>();
    underlyings.forEach(each -> rules.put(each, rules(each, Breadth.LIVE)));
    return new Watchlist(calendar, rules);
  }

  private FlowRules rules(Underlying underlying, Breadth breadth) {
    FlowSettings flow = settings.flow();
    double move = flow.recentreMove().getOrDefault(underlying.symbol(), Double.POSITIVE_INFINITY);
    return new FlowRules(
        flow.strikesEachSide().orElse(breadth.strikesEachSide),
        flow.expiriesInView().orElse(breadth.expiries),
        flow.recentreEvery().toNanos(),
        move,
        flow.quoteMaxAge().toNanos(),
        flow.minuteQuoteMaxAge().toNanos(),
        Coverage.VIEW,
        PrintRules.standard());
  }
}
