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
  private long arrived;
  private double bid;
  private double ask;
  private boolean buyer;
  private int venue;

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

  /// Turns to the arrival of an order and the quote that it meets.
  void meet(long nanos, double bidMet, double askMet) {
    arrived = nanos;
    bid = bidMet;
    ask = askMet;
  }

  /// The order is a leg of a package: it prints anywhere within the spread.
  void leg(int size, boolean buys, Conditions conditions) {
    buyer = buys;
    double price = TickSize.nearest(index, bid + (ask - bid) * draws.nextUniform());
    venue = Venues.option(index, draws);
    add(arrived, arrived, price, size, conditions);
  }

  /// The order is a single one in the contract at an index of the market's series.
  void single(int contract, boolean buys) {
    buyer = buys || bid <= 0;
    venue = Venues.option(index, draws);
    double kind = draws.nextUniform();
    if (kind < LATE_SHARE) {
      late(contract);
    } else if (kind < LATE_SHARE + FLOOR_SHARE) {
      int size = 25 + TradeSizes.draw(draws, 150);
      print(beyond(0.5), size, FLOOR);
    } else if (kind < LATE_SHARE + FLOOR_SHARE + AUCTION_SHARE) {
      double price = beyond(0.6 * draws.nextUniform());
      print(price, TradeSizes.draw(draws, 6), AUCTION);
    } else if (!index && kind > 1 - SWEEP_SHARE) {
      sweep();
    } else {
      int size = TradeSizes.draw(draws, index ? 3.6 : 6.5);
      print(price(), size, AUTOMATIC);
    }
  }

  private double price() {
    double uniform = draws.nextUniform();
    if (uniform < 0.62 || ask <= bid) {
      return touch();
    }
    if (uniform < 0.77) {
      return beyond(0.2 + 0.8 * draws.nextUniform());
    }
    if (uniform < 0.89) {
      return beyond(0);
    }
    if (uniform < 0.975) {
      return ownHalf();
    }
    return buyer ? TickSize.above(index, ask) : TickSize.below(index, bid);
  }

  private double touch() {
    return buyer ? ask : bid;
  }

  /// A price in the half of the spread that is the aggressor's own: a hidden order waited there, or
  /// the quote had moved.
  private double ownHalf() {
    double half = 0.5 * (ask - bid) * draws.nextUniform();
    return TickSize.nearest(index, buyer ? bid + half : ask - half);
  }

  /// The price `part` of the way from the middle to the aggressor's far touch, on the grid, rounded
  /// towards that touch.
  private double beyond(double part) {
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

  private void print(double price, int size, Conditions conditions) {
    double quick = draws.nextUniform();
    long lag = (long) (MILLISECOND * (0.2 + 6 * quick * quick * quick));
    if (draws.happens(0.01)) {
      lag += (long) (400 * MILLISECOND * draws.nextUniform());
    }
    long reported = Math.min(arrived + lag, lastNanos);
    add(reported, arrived, price, size, conditions);
    if (draws.happens(CANCELLED_SHARE)) {
      cancel(prints.getLast());
    }
  }

  /// A notice within 20 seconds; the print itself stays as it is.
  private void cancel(Print print) {
    long noticed = print.nanos() + (long) (20e9 * draws.nextUniform());
    Conditions code = draws.happens(0.3) ? CANCELLED_LAST : CANCELLED;
    long at = Math.min(noticed, lastNanos);
    prints.add(
        new Print(at, at, print.price(), print.size(), venue, code, 1, TradeSide.UNCLASSIFIED));
  }

  private void sweep() {
    int count = 2 + draws.nextPoisson(1.1);
    int left = TradeSizes.draw(draws, 25) + count;
    long millisecond = arrived - arrived % MILLISECOND;
    int firstVenue = venue;
    double price = atLeastATick(touch());
    for (int i = 0; i < count; i++) {
      if (i > 1 && draws.happens(0.25)) {
        price = buyer ? TickSize.above(false, price) : TickSize.below(false, price);
      }
      int wanted = i == count - 1 ? left : 1 + (int) (draws.nextUniform() * left * 0.6);
      int part = Math.min(wanted, left - (count - 1 - i));
      left -= part;
      venue = Venues.swept(firstVenue, i);
      long at = Math.min(millisecond + 20_000L * i + draws.nextInt(15_000), lastNanos);
      add(at, at, price, part, SWEEP);
    }
  }

  private void late(int contract) {
    double delay = 10 + 900 * draws.nextUniform() * draws.nextUniform();
    long executed = Math.max(openNanos, arrived - (long) (delay * DayHours.SECOND));
    market.at(executed);
    double fair = market.price(contract, market.outside(contract >> 1));
    double tick = TickSize.dollars(index, fair);
    double price = TickSize.nearest(index, buyer ? fair + tick : fair - tick);
    Conditions code = draws.happens(0.7) ? LATE : LATE_OUT_OF_SEQUENCE;
    add(arrived, executed, price, TradeSizes.draw(draws, 15), code);
  }

  private double atLeastATick(double price) {
    return Math.max(price, TickSize.dollars(index, 0));
  }

  private void add(long nanos, long executed, double price, int size, Conditions conditions) {
    TradeSide side = buyer ? TradeSide.BOUGHT : TradeSide.SOLD;
    prints.add(new Print(nanos, executed, atLeastATick(price), size, venue, conditions, 0, side));
  }
}
