package io.spyglass.bench;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedFeed;
import io.spyglass.simulator.SimulatedMarket;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Making a whole simulated day: every option quote and trade, the underlyings, the VIX and the
/// news.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SimulatorBenchmark {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final long SEED = 1;

  private final SimulatedMarket market = SimulatedMarket.of(SEED, TradingCalendar.standard());

  /// Everything of one day, from nothing.
  @Benchmark
  public void day(Blackhole sink) {
    read(Selection.all(), sink);
  }

  /// From nothing to the first event of a day.
  @Benchmark
  public MarketEvent firstEvent() {
    try (SimulatedFeed feed = market.day(DATE).feed(Selection.all())) {
      MarketEvent first = feed.next();
      if (first == null) {
        throw new IllegalStateException("the simulated day " + DATE + " has no events");
      }
      return first;
    }
  }

  /// The options on the index that expire on the day, with the index.
  @Benchmark
  public void sameDayExpiry(Blackhole sink) {
    read(Selection.of(SimulatedMarket.SPX).expiring(DATE), sink);
  }

  private void read(Selection selection, Blackhole sink) {
    try (SimulatedFeed feed = market.day(DATE).feed(selection)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        sink.consume(event);
      }
    }
  }

  /// The sum of what [#day] makes: the number of option quotes and trades, and each one's time and
  /// prices.
  public String checksum() {
    Checksum sum = new Checksum();
    long quotes = 0;
    long trades = 0;
    try (SimulatedFeed feed = market.day(DATE).feed(Selection.all())) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        sum.add(event.epochNanos());
        switch (event) {
          case Quote quote -> {
            sum.add(quote.bid()).add(quote.ask());
            quotes += quote.instrument() instanceof OptionContract ? 1 : 0;
          }
          case Trade trade -> {
            sum.add(trade.price()).add(trade.size());
            trades += trade.instrument() instanceof OptionContract ? 1 : 0;
          }
          case IndexValue index -> sum.add(index.value());
          default -> sum.add(event.rank());
        }
      }
    }
    return sum + ", " + quotes + " quotes, " + trades + " trades";
  }
}
