package io.spyglass.simulator;

import io.spyglass.flow.TradeSide;
import io.spyglass.model.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Turns the arrival of an order into prints.
///
/// Two thirds print at the far touch, the others within the spread: nearer to the touch, at the
/// middle, or beyond it; a few outside, for what they hit had just gone. The consolidator has a
/// print up to half a second after the exchange, when the quote may be another. In SPY some orders
/// sweep several exchanges in one millisecond. One print in five hundred is reported late and one
/// in two thousand is cancelled. Owned by one feed.
final class PrintMaker {
  private static final Conditions AUTOMATIC = Conditions.of(209);
  private static final Conditions SWEEP = Conditions.of(219);
  private static final Conditions AUCTION = Conditions.of(227);
  private static final Conditions FLOOR = Conditions.of(231);
  private static final Conditions LATE_OUT_OF_SEQUENCE = Conditions.of(202);
  private static final Conditions LATE = Conditions.of(204);
  private static final Conditions CANCELLED = Conditions.of(201);
  private static final Conditions CANCELLED_LAST = Conditions.of(203);

  private static final double LATE_SHARE = 0.002;
  private static final double CANCELLED_SHARE = 0.0005;
  private static final double FLOOR_SHARE = 0.006;
  private static final double AUCTION_SHARE = 0.09;
  private static final double SWEEP_SHARE = 0.13;

  /// The prints that an arrival makes on average in SPY.
  static final double FUND_PRINTS = 1 + SWEEP_SHARE * 2.1;

  private static final long MILLISECOND = 1_000_000;

  private final Draws draws;
  private final SeriesMarket market;
  private final List<Print> prints = new ArrayList<>();
  private boolean index;
  private long openNanos;
  private long lastNanos;

  PrintMaker(Draws draws, SeriesMarket market) {
    this.draws = draws;
    this.market = market;
  }

  /// Turns to another contract and minute, whose last instant is `last`.
  void begin(boolean onIndex, long open, long last) {
    prints.clear();
    index = onIndex;
    openNanos = open;
    lastNanos = last;
  }

  /// The prints made, by the consolidator's time.
  List<Print> sorted() {
    if (prints.size() > 1) {
      prints.sort(Comparator.comparingLong(Print::nanos));
    }
    return prints;
  }

  /// A leg of a package: anywhere within the spread.
  void leg(long nanos, int size, boolean buy, Conditions conditions, double bid, double ask) {
    double price = TickSize.nearest(index, bid + (ask - bid) * draws.nextUniform());
    int venue = Venues.option(index, draws);
    add(nanos, nanos, atLeastATick(price), size, venue, conditions, buy);
  }

  /// A single order, which meets the quote `bid` and `ask`.
  void single(int contract, long nanos, boolean buy, double bid, double ask) {
    boolean buyer = buy || bid <= 0;
    int venue = Venues.option(index, draws);
    double kind = draws.nextUniform();
    if (kind < LATE_SHARE) {
      late(contract, nanos, buyer, venue);
    } else if (kind < LATE_SHARE + FLOOR_SHARE) {
      int size = 25 + TradeSizes.draw(draws, 150);
      print(nanos, middle(buyer, bid, ask, 0.5), size, venue, FLOOR, buyer);
    } else if (kind < LATE_SHARE + FLOOR_SHARE + AUCTION_SHARE) {
      double price = middle(buyer, bid, ask, 0.6 * draws.nextUniform());
      print(nanos, price, TradeSizes.draw(draws, 6), venue, AUCTION, buyer);
    } else if (!index && kind > 1 - SWEEP_SHARE) {
      sweep(nanos, buyer, buyer ? ask : bid, venue);
    } else {
      int size = TradeSizes.draw(draws, index ? 3.6 : 6.5);
      print(nanos, price(buyer, bid, ask), size, venue, AUTOMATIC, buyer);
    }
  }

  private double price(boolean buyer, double bid, double ask) {
    double uniform = draws.nextUniform();
    if (uniform < 0.62 || ask <= bid) {
      return buyer ? ask : bid;
    }
    if (uniform < 0.77) {
      return middle(buyer, bid, ask, 0.2 + 0.8 * draws.nextUniform());
    }
    if (uniform < 0.89) {
      return middle(buyer, bid, ask, 0);
    }
    if (uniform < 0.975) {
      return beyondMiddle(buyer, bid, ask);
    }
    return buyer ? TickSize.above(index, ask) : TickSize.below(index, bid);
  }

  /// A price in the half of the spread that is the aggressor's own: a hidden order waited there, or
  /// the quote had moved.
  private double beyondMiddle(boolean buyer, double bid, double ask) {
    double half = 0.5 * (ask - bid) * draws.nextUniform();
    return TickSize.nearest(index, buyer ? bid + half : ask - half);
  }

  /// The price `part` of the way from the middle to the aggressor's far touch, on the grid, rounded
  /// towards that touch.
  private double middle(boolean buyer, double bid, double ask, double part) {
    double half = 0.5 * (ask - bid);
    double exact = 0.5 * (bid + ask) + (buyer ? part : -part) * half;
    double price = TickSize.nearest(index, exact);
    if (buyer && price < exact - 1e-9) {
      price = TickSize.above(index, price);
    } else if (!buyer && price > exact + 1e-9) {
      price = TickSize.below(index, price);
    }
    return Math.clamp(price, Math.min(bid, ask), Math.max(bid, ask));
  }

  private void print(
      long nanos, double price, int size, int venue, Conditions conditions, boolean buyer) {
    double quick = draws.nextUniform();
    long lag = (long) (MILLISECOND * (0.2 + 6 * quick * quick * quick));
    if (draws.happens(0.01)) {
      lag += (long) (400 * MILLISECOND * draws.nextUniform());
    }
    long reported = Math.min(nanos + lag, lastNanos);
    double paid = atLeastATick(price);
    add(reported, nanos, paid, size, venue, conditions, buyer);
    if (draws.happens(CANCELLED_SHARE)) {
      long noticed = reported + (long) (20e9 * draws.nextUniform());
      Conditions code = draws.happens(0.3) ? CANCELLED_LAST : CANCELLED;
      long at = Math.min(noticed, lastNanos);
      prints.add(new Print(at, at, paid, size, venue, code, 1, TradeSide.UNCLASSIFIED));
    }
  }

  private void sweep(long nanos, boolean buyer, double touch, int venue) {
    int count = 2 + draws.nextPoisson(1.1);
    int size = TradeSizes.draw(draws, 25) + count;
    long at = nanos - nanos % MILLISECOND;
    double price = atLeastATick(touch);
    for (int i = 0; i < count; i++) {
      boolean deeper = i > 1 && draws.happens(0.25);
      if (deeper) {
        price = buyer ? TickSize.above(false, price) : atLeastATick(TickSize.below(false, price));
      }
      int part = i == count - 1 ? size : 1 + (int) (draws.nextUniform() * size * 0.6);
      part = Math.min(part, size - (count - 1 - i));
      size -= part;
      long reported = Math.min(at + 20_000L * i + draws.nextInt(15_000), lastNanos);
      add(reported, reported, price, part, Venues.swept(venue, i), SWEEP, buyer);
    }
  }

  private void late(int contract, long nanos, boolean buyer, int venue) {
    double delay = 10 + 900 * draws.nextUniform() * draws.nextUniform();
    long executed = Math.max(openNanos, nanos - (long) (delay * DayHours.SECOND));
    market.at(executed);
    double fair = market.price(contract, market.outside(contract >> 1));
    double tick = TickSize.dollars(index, fair);
    double price = TickSize.nearest(index, buyer ? fair + tick : fair - tick);
    Conditions code = draws.happens(0.7) ? LATE : LATE_OUT_OF_SEQUENCE;
    int size = TradeSizes.draw(draws, 15);
    add(nanos, executed, atLeastATick(price), size, venue, code, buyer);
  }

  private double atLeastATick(double price) {
    return Math.max(price, TickSize.dollars(index, 0));
  }

  private void add(
      long nanos,
      long participantNanos,
      double price,
      int size,
      int venue,
      Conditions conditions,
      boolean buyer) {
    prints.add(
        new Print(
            nanos,
            participantNanos,
            price,
            size,
            venue,
            conditions,
            0,
            buyer ? TradeSide.BOUGHT : TradeSide.SOLD));
  }
}
