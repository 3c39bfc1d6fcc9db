package io.spyglass.flow;

import static io.spyglass.flow.TradeSide.UNCLASSIFIED;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.VendorGreeks;
import io.spyglass.pricing.Greeks;

/// The state of one contract: its quote in force, its totals of the day, its Greeks.
///
/// `NaN` stands for what is not known. What it trades is known once it is watched: when it was in
/// view or listed, as the [Coverage] of its source has it, or when a quote or print of it came.
/// Owned by the session's thread.
public final class ContractFlow {
  /// Shares an option is written on.
  static final double MULTIPLIER = 100;

  /// Half a thousandth of a cent: prices that differ by less are the same.
  private static final double SAME_PRICE = 5e-6;

  private final OptionContract contract;
  private final SeriesFlow series;

  private double bid = Double.NaN;
  private double ask = Double.NaN;
  private long bidSize;
  private long askSize;
  private long quoteNanos;

  private double last = Double.NaN;
  private long lastNanos;
  private double tickPrice = Double.NaN;
  private TradeSide tickSide = UNCLASSIFIED;
  private boolean decidedByTickRule;

  private final Totals totals = new Totals();
  private double byTickRule;
  private double withoutDelta;
  private double outside;
  private double netDeltaFlow;
  private double netGammaFlow;
  private long openInterest = MarketEvent.ABSENT;

  private ContractGreeks greeks = ContractGreeks.UNKNOWN;
  private long greeksNanos;
  private VendorGreeks vendorGreeks;

  ContractFlow(OptionContract contract, SeriesFlow series) {
    this.contract = contract;
    this.series = series;
    this.vendorGreeks = VendorGreeks.unknown(contract);
  }

  /// Takes note that the source delivers all that it trades.
  ///
  /// @return whether that was not known
  boolean watch() {
    boolean isNews = !isWatched();
    if (isNews) {
      totals.watch();
      series.group().watch(this);
    }
    return isNews;
  }

  /// Takes a quote, unless it is older than the one in force.
  ///
  /// @return whether it was taken
  boolean quote(Quote quote) {
    if (quote.epochNanos() < quoteNanos) {
      return false;
    }
    watch();
    bid = quote.bid();
    ask = quote.ask();
    bidSize = quote.bidSize();
    askSize = quote.askSize();
    quoteNanos = quote.epochNanos();
    return true;
  }

  /// The side of a print at `price`: above the midpoint of the quote in force bought, below it
  /// sold; at it, and where the quote is more than `maxAgeNanos` older than the print, or younger
  /// than a print that comes late, the last change of price decides. It moves that change on.
  TradeSide decide(double price, long epochNanos, long maxAgeNanos) {
    TradeSide ticks = tick(price);
    boolean quoted = isTwoSided() && Math.abs(epochNanos - quoteNanos) <= maxAgeNanos;
    double aboveMiddle = 2 * price - (bid + ask);
    if (quoted && Math.abs(aboveMiddle) > 2 * SAME_PRICE) {
      decidedByTickRule = false;
      return TradeSide.ofSign(aboveMiddle);
    }
    decidedByTickRule = ticks != UNCLASSIFIED;
    return ticks;
  }

  private TradeSide tick(double price) {
    double change = price - tickPrice;
    if (Math.abs(change) > SAME_PRICE) {
      tickSide = TradeSide.ofSign(change);
    }
    tickPrice = price;
    return tickSide;
  }

  /// Whether the side last decided was decided by the tick rule.
  boolean decidedByTickRule() {
    return decidedByTickRule;
  }

  /// Adds a print on the tape.
  void add(Print print) {
    watch();
    totals.add(print);
    double size = print.size();
    if (print.epochNanos() >= lastNanos) {
      last = print.price();
      lastNanos = print.epochNanos();
    }
    if (print.byTickRule()) {
      byTickRule += size;
    }
    double delta = greeks.greeks().delta();
    if (Double.isNaN(delta)) {
      withoutDelta += size;
    } else {
      netDeltaFlow += print.deltaFlow();
      netGammaFlow += print.side().sign() * size * MULTIPLIER * greeks.greeks().gamma();
    }
  }

  /// Counts a print that lies outside the tape's hours.
  void addOutside(double size) {
    watch();
    outside += size;
  }

  void openInterest(long contracts) {
    openInterest = contracts;
  }

  void greeks(ContractGreeks values, long epochNanos) {
    greeks = values;
    greeksNanos = Double.isNaN(values.volatility()) ? 0 : epochNanos;
  }

  /// Takes the vendor's Greeks, unless they are older than those known.
  ///
  /// @return whether they were taken
  boolean vendorGreeks(VendorGreeks values) {
    if (values.epochNanos() < vendorGreeks.epochNanos()) {
      return false;
    }
    vendorGreeks = values;
    return true;
  }

  /// Whether there is a quote with both sides that is neither locked nor crossed.
  public boolean isTwoSided() {
    return bid >= 0 && ask > bid;
  }

  /// The middle of the quote in force, `NaN` where it is not two-sided or older than a quote by the
  /// minute may be.
  double middle(long epochNanos) {
    long age = epochNanos - quoteNanos;
    boolean fresh = age <= series.underlying().rules().minuteQuoteMaxAgeNanos();
    return fresh && isTwoSided() ? (bid + ask) / 2 : Double.NaN;
  }

  /// The contract.
  public OptionContract contract() {
    return contract;
  }

  /// The series it belongs to.
  public SeriesFlow series() {
    return series;
  }

  /// Whether it is a call.
  public boolean isCall() {
    return contract.right() == Right.CALL;
  }

  /// Best bid, dollars.
  public double bid() {
    return bid;
  }

  /// Best offer, dollars.
  public double ask() {
    return ask;
  }

  /// Contracts bid for.
  public long bidSize() {
    return bidSize;
  }

  /// Contracts offered.
  public long askSize() {
    return askSize;
  }

  /// From when the quote holds, 0 for no quote yet.
  public long quoteNanos() {
    return quoteNanos;
  }

  /// Price of the last print on the tape; one that comes late behind a later one is not the last.
  public double last() {
    return last;
  }

  /// Whether it is watched, so that what it traded is known.
  public boolean isWatched() {
    return totals.watched() > 0;
  }

  /// Contracts traded on the tape.
  public double volume() {
    return totals.volume();
  }

  /// Dollars traded on the tape.
  public double premium() {
    return totals.premium();
  }

  /// Contracts whose buyer crossed the spread.
  public double bought() {
    return totals.bought();
  }

  /// Contracts whose seller crossed the spread.
  public double sold() {
    return totals.sold();
  }

  /// Contracts without a side.
  public double unclassified() {
    return totals.unclassified();
  }

  /// Contracts whose side the tick rule decided.
  public double byTickRule() {
    return totals.known(byTickRule);
  }

  /// Contracts that had no delta when they traded, and so no part of the delta and gamma flow.
  public double withoutDelta() {
    return totals.known(withoutDelta);
  }

  /// Contracts traded outside the tape's hours, in no other total.
  public double outside() {
    return totals.known(outside);
  }

  /// Dollars bought less dollars sold.
  public double netPremium() {
    return totals.netPremium();
  }

  /// Shares' worth of delta bought less sold: Σ side × size × 100 × delta.
  public double netDeltaFlow() {
    return totals.known(netDeltaFlow);
  }

  /// Σ side × size × 100 × gamma.
  public double netGammaFlow() {
    return totals.known(netGammaFlow);
  }

  /// Open contracts at the end of the day before, [MarketEvent#ABSENT] for unknown.
  public long openInterest() {
    return openInterest;
  }

  /// Implied volatility of the middle, 0.20 for 20 %; `NaN` outside the view.
  public double volatility() {
    return greeks.volatility();
  }

  /// The Greeks at that volatility; all `NaN` outside the view.
  public Greeks greeks() {
    return greeks.greeks();
  }

  /// When volatility and Greeks were computed, 0 where there are none.
  public long greeksNanos() {
    return greeksNanos;
  }

  /// What the vendor says of volatility and Greeks, for comparison: no total uses it. It stays when
  /// the contract leaves the view.
  public VendorGreeks vendorGreeks() {
    return vendorGreeks;
  }
}
