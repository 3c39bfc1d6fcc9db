package io.spyglass.flow;

import io.spyglass.calendar.NewYork;
import io.spyglass.model.Conditions;

/// A print and what was decided about it.
///
/// One instance is used for every print of a [FlowState]: a listener copies what it keeps.
public final class Print implements PrintFilter.Subject {
  private ContractFlow contract;
  private long epochNanos;
  private double price;
  private double size;
  private int exchange;
  private Conditions conditions = Conditions.NONE;
  private TradeSide side = TradeSide.UNCLASSIFIED;
  private boolean byTickRule;
  private boolean onTape;
  private boolean bar;

  Print(ContractFlow contract) {
    this.contract = contract;
  }

  void set(ContractFlow of, long nanos, double atPrice, double contracts) {
    contract = of;
    epochNanos = nanos;
    price = atPrice;
    size = contracts;
  }

  void source(int exchangeNumber, Conditions codes, boolean isOfBar) {
    exchange = exchangeNumber;
    conditions = codes;
    bar = isOfBar;
  }

  void decide(TradeSide decided, boolean byTicks, boolean counted) {
    side = decided;
    byTickRule = byTicks;
    onTape = counted;
  }

  /// The contract, with the totals that already contain this print.
  public ContractFlow contract() {
    return contract;
  }

  /// When it happened.
  public long epochNanos() {
    return epochNanos;
  }

  @Override
  public boolean isCall() {
    return contract.isCall();
  }

  @Override
  public double strike() {
    return contract.contract().strike();
  }

  /// The contract's delta of the second before, `NaN` outside the view.
  @Override
  public double delta() {
    return contract.greeks().delta();
  }

  @Override
  public int daysToExpiry() {
    long expiry = contract.contract().expiry().toEpochDay();
    return (int) (expiry - NewYork.epochDay(epochNanos));
  }

  /// Dollars a share.
  @Override
  public double price() {
    return price;
  }

  /// Contracts.
  @Override
  public double size() {
    return size;
  }

  /// The vendor's exchange number, 0 for unknown.
  public int exchange() {
    return exchange;
  }

  /// The codes it came with.
  @Override
  public Conditions conditions() {
    return conditions;
  }

  /// Dollars paid: price × size × 100.
  @Override
  public double premium() {
    return price * size * ContractFlow.MULTIPLIER;
  }

  /// Who crossed the spread.
  @Override
  public TradeSide side() {
    return side;
  }

  /// Whether the tick rule decided the side, for want of a quote or at the midpoint.
  public boolean byTickRule() {
    return byTickRule;
  }

  /// Shares' worth of delta bought less sold: side × size × 100 × the contract's delta; `NaN` where
  /// that is unknown.
  public double deltaFlow() {
    return side.sign() * size * ContractFlow.MULTIPLIER * contract.greeks().delta();
  }

  /// Whether it stands for all trades of a bar, at the bar's end.
  public boolean isBar() {
    return bar;
  }

  /// Whether it lies within the tape's hours and so in the totals.
  public boolean onTape() {
    return onTape;
  }
}
