package io.spyglass.monitor;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.JournalFeed;
import io.spyglass.journal.VirtualClock;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.session.FactLog;
import io.spyglass.session.Feed;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedMarket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A simulated day to capture, and what it is compared with.
public final class Captures {
  public static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  public static final Underlying SPX = new Underlying("SPX");
  static final TradingCalendar CALENDAR = TradingCalendar.standard();
  public static final long OPEN = CALENDAR.day(DATE).regular().fromNanos();
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;

  private static final SimulatedDay SIMULATED = SimulatedMarket.of(1, CALENDAR).day(DATE);

  private Captures() {}

  /// A day without events that is to be captured in a folder.
  public static CapturedDay day(Path folder) {
    DayRules.Watched watched =
        new DayRules.Watched(SPX, FlowRules.standard(SPX), SIMULATED.previousClose(SPX));
    DayRules rules = new DayRules(DATE, "https://vendor", 0, "standard", List.of(watched));
    return new CapturedDay(rules, CALENDAR, CapturedDay.file(folder, DATE));
  }

  /// What happens in some minutes behind the open, in contracts near the money that expire on the
  /// day; from minute 0 on with what is listed before.
  public static List<MarketEvent> events(int fromMinute, int toMinute) {
    double spot = SIMULATED.spot(SPX, OPEN);
    Set<OptionContract> near =
        SIMULATED.listings(SPX).stream()
            .map(listing -> listing.contract())
            .filter(contract -> contract.expiry().equals(DATE))
            .filter(contract -> Math.abs(contract.strike() - spot) < 40)
            .collect(Collectors.toSet());
    long from = fromMinute == 0 ? Long.MIN_VALUE : OPEN + fromMinute * MINUTE;
    List<MarketEvent> events = new ArrayList<>();
    Selection selection = Selection.of(SPX).only(near).between(from, OPEN + toMinute * MINUTE);
    try (Feed feed = SIMULATED.feed(selection)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        events.add(event);
      }
    }
    return events;
  }

  /// Has the events happen, each at its time.
  public static void play(List<MarketEvent> events, Capture capture, VirtualClock clock) {
    for (MarketEvent event : events) {
      clock.advance(Math.max(0, event.epochNanos() - clock.epochNanos()));
      if (!capture.offer(event)) {
        throw new AssertionError("it was not taken: " + event);
      }
    }
  }

  /// The facts of a replay of what a day's journal has.
  static List<String> replayed(CapturedDay captured) {
    List<String> facts = new ArrayList<>();
    Day day = captured.day();
    try (Feed feed = day.feed()) {
      day.session(new FactLog(facts::add)).run(feed);
    }
    return facts;
  }

  /// What a day's journal has.
  static List<MarketEvent> recorded(CapturedDay captured) {
    List<MarketEvent> events = new ArrayList<>();
    try (JournalFeed feed = JournalFeed.open(captured.file())) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        events.add(event);
      }
    }
    return events;
  }
}
