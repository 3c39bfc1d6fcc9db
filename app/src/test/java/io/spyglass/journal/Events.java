package io.spyglass.journal;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Stock;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import io.spyglass.session.Feed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Events for tests.
final class Events {
  static final LocalDate DAY = LocalDate.of(2025, 12, 19);
  static final long START = DAY.toEpochDay() * 86_400_000_000_000L;
  static final long SECOND = 1_000_000_000L;
  static final long MILLI = 1_000_000L;
  static final Stock SPY = new Stock("SPY");
  static final Index SPX = new Index("SPX");

  private Events() {}

  static OptionContract contract(int strike) {
    return OptionContract.of("SPXW", DAY, strike % 2 == 0 ? Right.CALL : Right.PUT, strike);
  }

  static Quote quote(int strike, long nanos) {
    return new Quote(contract(strike), nanos, nanos + 5, strike, 1.25, Double.NaN, 10, 0);
  }

  static Trade trade(int strike, long nanos, int... conditions) {
    return new Trade(
        contract(strike),
        nanos,
        nanos + 7,
        MarketEvent.ABSENT,
        MarketEvent.ABSENT,
        2.5,
        3,
        302,
        Conditions.of(conditions),
        MarketEvent.ABSENT);
  }

  /// One of every kind, with everything that is easily lost.
  static List<MarketEvent> ofEveryKind() {
    return List.of(
        new Listing(contract(6000), START, START),
        new OpenInterest(contract(6000), START, START, 41_433, DAY.minusDays(1)),
        quote(6000, START + 1),
        new IndexValue(SPX, START + 2, START + 3, 6001.25),
        new UnderlyingValue(new Underlying("SPX"), START + 2, START + 3, 6001.5, true),
        new VendorGreeks(contract(6000), START + 2, START + 3, 0.2, 0.5, 0.01, Double.NaN, 0.75),
        new Bar(SPX, START, 60, START + 60 * SECOND, 1, 2, 0.5, 1.5, Double.NaN, Double.NaN),
        trade(6000, START + 4, 227, 209, -5),
        trade(6005, START + 4),
        new News(
            "n1", START + 5, START + 6, "Größe €", "", -0.5, List.of("", "a,b"), List.of("SPY")),
        new Hole(START + 7, START + 8, START, START + 7, "socket lost", true),
        new Tick(START + SECOND));
  }

  /// Events that a seed determines, in order, mostly quotes.
  static List<MarketEvent> random(long seed, int count) {
    Random random = new Random(seed);
    List<MarketEvent> events = new ArrayList<>();
    long nanos = START;
    for (int i = 0; i < count; i++) {
      nanos += random.nextInt(3) * random.nextLong(SECOND / 50);
      int strike = 5900 + random.nextInt(200);
      events.add(
          switch (random.nextInt(12)) {
            case 0 -> trade(strike, nanos, 201 + random.nextInt(40));
            case 1 -> new IndexValue(SPX, nanos, nanos, 6000 + random.nextGaussian());
            case 2 -> new Listing(contract(strike), nanos, nanos);
            default -> quote(strike, nanos);
          });
    }
    events.sort(MarketEvent.ORDER);
    return events;
  }

  static List<MarketEvent> read(Path file) {
    try (JournalFeed feed = JournalFeed.open(file)) {
      return drain(feed);
    }
  }

  static List<MarketEvent> drain(Feed feed) {
    List<MarketEvent> events = new ArrayList<>();
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      events.add(event);
    }
    return events;
  }
}
