package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.Expiry.Settlement;
import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.Selection.Kind;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedFeed;
import io.spyglass.simulator.SimulatedMarket;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The market's days, made when asked for; the last ones asked for are kept. Thread-safe.
final class History {
  /// The first day of the simulated market.
  static final LocalDate FIRST = LocalDate.of(2020, 1, 2);

  private static final Index SPX = new Index("SPX");
  private static final Index VIX = new Index("VIX");
  private static final Stock SPY = new Stock("SPY");

  private final SimulatedMarket market;
  private final TradingCalendar calendar;
  private final Function<LocalDate, Selection> selections;
  private final Lru<LocalDate, SimulatedDay> days = new Lru<>(32);
  private final Lru<DayOf, List<Trade>> trades = new Lru<>(24);
  private final Lru<DayOf, List<Quote>> quotes = new Lru<>(12);
  private final Lru<DayOf, List<IndexValue>> values = new Lru<>(24);
  private final Lru<DayOf, Candle> whole = new Lru<>(50_000);
  private final Lru<LocalDate, List<News>> news = new Lru<>(64);
  private final Lru<LocalDate, List<OptionContract>> listed = new Lru<>(16);
  private final Lru<LocalDate, Map<Instrument, Candle>> closes = new Lru<>(2);

  private record DayOf(LocalDate date, Instrument instrument) {}

  /// @param selections what there is on a day
  History(
      SimulatedMarket market, TradingCalendar calendar, Function<LocalDate, Selection> selections) {
    this.market = market;
    this.calendar = calendar;
    this.selections = selections;
  }

  TradingCalendar calendar() {
    return calendar;
  }

  /// The trading day whose events began last, half an hour before its open: the one that the market
  /// is in, or was in before the night.
  LocalDate session(long nowNanos) {
    LocalDate date = calendar.onOrBefore(NewYork.date(nowNanos));
    boolean hasBegun = !has(date) || day(date).startNanos() <= nowNanos;
    LocalDate last = hasBegun ? date : calendar.previous(date);
    return has(last) ? last : FIRST;
  }

  /// The trading day behind one.
  SimulatedDay next(SimulatedDay day) {
    return day(calendar.next(day.date()));
  }

  /// Whether there are data of a date once it has come.
  boolean has(LocalDate date) {
    return !date.isBefore(FIRST) && calendar.isTradingDay(date);
  }

  /// The trading days from one date to another, both included, since the market's first.
  List<LocalDate> between(LocalDate from, LocalDate to) {
    List<LocalDate> all = new ArrayList<>();
    for (LocalDate date = from.isBefore(FIRST) ? FIRST : from;
        !date.isAfter(to);
        date = date.plusDays(1)) {
      if (calendar.isTradingDay(date)) {
        all.add(date);
      }
    }
    return all;
  }

  SimulatedDay day(LocalDate date) {
    return days.get(date, market::day);
  }

  /// What there is on a day.
  Selection selection(LocalDate date) {
    return selections.apply(date);
  }

  /// All that there is on a day.
  SimulatedFeed feed(SimulatedDay day) {
    return day.feed(selection(day.date()));
  }

  SimulatedFeed feed(LocalDate date, Selection wanted) {
    return day(date).feed(wanted);
  }

  /// Whether an instrument is one of those that there are on a day.
  boolean exists(LocalDate date, Instrument instrument) {
    Selection selection = selection(date);
    return switch (instrument) {
      case OptionContract contract ->
          selection.underlyings().contains(contract.underlying())
              && (selection.expiries().isEmpty()
                  || selection.expiries().contains(contract.expiry()))
              && (selection.contracts().isEmpty() || selection.contracts().contains(contract));
      default -> true;
    };
  }

  /// The trades of an instrument on a day, in order; an index has none.
  List<Trade> trades(LocalDate date, Instrument instrument) {
    return trades.get(
        new DayOf(date, instrument),
        key -> only(Trade.class, key, instrument instanceof Stock ? Kind.SPOT : Kind.TRADE));
  }

  List<Quote> quotes(LocalDate date, Instrument instrument) {
    return quotes.get(
        new DayOf(date, instrument),
        key -> only(Quote.class, key, instrument instanceof Stock ? Kind.SPOT : Kind.QUOTE));
  }

  List<IndexValue> values(LocalDate date, Index index) {
    return values.get(
        new DayOf(date, index),
        key -> only(IndexValue.class, key, index.equals(VIX) ? Kind.VIX : Kind.SPOT));
  }

  /// The contracts that are listed on a date, with those that were traded up to the day before and
  /// settle at its open; where it is no trading day, those of the one before it that have not
  /// expired.
  List<OptionContract> listed(LocalDate date) {
    LocalDate day = calendar.onOrBefore(date);
    List<OptionContract> all = has(day) ? listed.get(day, this::makeListed) : List.of();
    return day.equals(date)
        ? all
        : all.stream().filter(each -> !each.expiry().isBefore(date)).toList();
  }

  private List<OptionContract> makeListed(LocalDate date) {
    List<OptionContract> all = new ArrayList<>();
    for (Underlying underlying : SimulatedMarket.UNDERLYINGS) {
      Stream.concat(contracts(date, underlying), settling(date, underlying))
          .filter(contract -> exists(date, contract))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private Stream<OptionContract> contracts(LocalDate date, Underlying underlying) {
    return day(date).listings(underlying).stream().map(Listing::contract);
  }

  /// What expires on a day without being traded on it.
  private Stream<OptionContract> settling(LocalDate date, Underlying underlying) {
    LocalDate before = calendar.previous(date);
    return has(before)
        ? contracts(before, underlying)
            .filter(each -> each.expiry().equals(date))
            .filter(each -> Settlement.ofRoot(each.root()) == Settlement.AM)
        : Stream.empty();
  }

  List<News> news(LocalDate date) {
    return news.get(
        date,
        key -> drain(News.class, feed(key, Selection.of(SimulatedMarket.SPX).only(Kind.NEWS))));
  }

  private <E extends MarketEvent> List<E> only(Class<E> type, DayOf key, Kind kind) {
    Instrument instrument = key.instrument();
    Underlying underlying =
        switch (instrument) {
          case OptionContract contract -> contract.underlying();
          case Stock stock -> new Underlying(stock.symbol());
          case Index _ -> SimulatedMarket.SPX;
        };
    boolean known =
        instrument instanceof OptionContract
            || instrument.equals(SPX)
            || instrument.equals(VIX)
            || instrument.equals(SPY);
    boolean hasTicks = !(instrument instanceof Index) || type == IndexValue.class;
    if (!known
        || !hasTicks
        || !SimulatedMarket.UNDERLYINGS.contains(underlying)
        || !has(key.date())
        || !exists(key.date(), instrument)) {
      return List.of();
    }
    Selection wanted = Selection.of(underlying).only(kind);
    if (instrument instanceof OptionContract contract) {
      wanted = wanted.only(Set.of(contract));
    }
    return drain(type, feed(key.date(), wanted));
  }

  private static <E extends MarketEvent> List<E> drain(Class<E> type, SimulatedFeed feed) {
    List<E> all = new ArrayList<>();
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      if (type.isInstance(event)) {
        all.add(type.cast(event));
      }
    }
    return List.copyOf(all);
  }

  /// The bars of a day of one length, aligned to New York's midnight.
  ///
  /// @param untilNanos what happened later is not known
  List<Candle> bars(LocalDate date, Instrument instrument, long nanos, long untilNanos) {
    long midnight = NewYork.epochNanos(date, LocalTime.MIDNIGHT);
    List<Candle> bars = new ArrayList<>();
    if (instrument instanceof Index index) {
      for (IndexValue value : values(date, index)) {
        if (value.epochNanos() <= untilNanos) {
          bar(bars, midnight, nanos, value.epochNanos()).add(value.value(), value.epochNanos());
        }
      }
    } else {
      for (Trade trade : trades(date, instrument)) {
        if (trade.epochNanos() <= untilNanos) {
          bar(bars, midnight, nanos, trade.epochNanos()).add(trade);
        }
      }
    }
    bars.removeIf(bar -> !bar.exists());
    return bars;
  }

  private static Candle bar(List<Candle> bars, long midnight, long nanos, long at) {
    long start = midnight + (at - midnight) / nanos * nanos;
    if (bars.isEmpty() || bars.getLast().startNanos() != start) {
      bars.add(new Candle(start));
    }
    return bars.getLast();
  }

  /// The bar of a whole day, one that does not exist where nothing happened.
  Candle whole(LocalDate date, Instrument instrument, long untilNanos) {
    if (untilNanos < NewYork.epochNanos(date, LocalTime.MIDNIGHT)) {
      return new Candle(0);
    }
    if (untilNanos < NewYork.epochNanos(date.plusDays(1), LocalTime.MIDNIGHT)) {
      return makeWhole(date, instrument, untilNanos);
    }
    return whole.get(new DayOf(date, instrument), _ -> makeWhole(date, instrument, Long.MAX_VALUE));
  }

  private Candle makeWhole(LocalDate date, Instrument instrument, long untilNanos) {
    Candle day = new Candle(NewYork.epochNanos(date, LocalTime.MIDNIGHT));
    for (Candle bar : bars(date, instrument, 86_400_000_000_000L, untilNanos)) {
      day.add(bar);
    }
    return day;
  }

  /// The bars of everything that was traded on a day that is over, in one pass.
  synchronized Map<Instrument, Candle> closes(LocalDate date) {
    return closes.get(date, this::makeCloses);
  }

  private Map<Instrument, Candle> makeCloses(LocalDate date) {
    Map<Instrument, Candle> all = new HashMap<>();
    if (!has(date)) {
      return all;
    }
    long midnight = NewYork.epochNanos(date, LocalTime.MIDNIGHT);
    SimulatedFeed feed = feed(date, selection(date).only(Kind.TRADE, Kind.SPOT, Kind.VIX));
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      if (event instanceof Trade trade) {
        all.computeIfAbsent(trade.instrument(), _ -> new Candle(midnight)).add(trade);
      } else if (event instanceof IndexValue value) {
        all.computeIfAbsent(value.index(), _ -> new Candle(midnight))
            .add(value.value(), value.epochNanos());
      }
    }
    return all;
  }
}
