package io.spyglass.flow;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The flow of one trading day in the options of some underlyings.
///
/// Handles events in [MarketEvent#ORDER] and tells a [FlowListener] what they changed. Events of
/// other underlyings pass without effect. Owned by the session's thread.
public final class FlowState {
  private final LocalDate date;
  private final TradingCalendar calendar;
  private final FlowListener listener;
  private final ContractTable contracts = new ContractTable();
  private final Map<Underlying, UnderlyingFlow> underlyings = new LinkedHashMap<>();
  private final Map<Instrument, UnderlyingFlow> bySpot = new HashMap<>();
  private @Nullable Print print;
  private long asOfNanos;

  /// A state before the first event of `date`.
  ///
  /// @param rules how each underlying is watched; one that is not named is not watched
  public FlowState(
      LocalDate date,
      TradingCalendar calendar,
      Map<Underlying, FlowRules> rules,
      FlowListener listener) {
    this.date = date;
    this.calendar = calendar;
    this.listener = listener;
    rules.forEach((underlying, how) -> {
      UnderlyingFlow flow = new UnderlyingFlow(underlying, how, listener);
      underlyings.put(underlying, flow);
      bySpot.put(underlying.instrument(), flow);
    });
  }

  /// Takes the next event.
  public void accept(MarketEvent event) {
    asOfNanos = event.epochNanos();
    switch (event) {
      case Quote quote -> quote(quote);
      case Trade trade -> trade(trade);
      case Bar bar -> bar(bar);
      case IndexValue value ->
          spot(value.index(), value.epochNanos(), value.epochNanos(), value.value());
      case UnderlyingValue value -> spot(value);
      case Listing listing -> listing(listing.contract());
      case OpenInterest interest -> openInterest(interest);
      case VendorGreeks greeks -> vendorGreeks(greeks);
      case Tick tick -> underlyings.values().forEach(flow -> flow.tick(tick.epochNanos()));
      case News _, Hole _ -> {}
    }
  }

  private void quote(Quote quote) {
    if (quote.instrument() instanceof OptionContract option) {
      ContractFlow contract = contract(option);
      if (contract != null && contract.quote(quote)) {
        listener.row(contract);
      }
    }
  }

  private void trade(Trade trade) {
    if (trade.instrument() instanceof OptionContract option) {
      ContractFlow contract = contract(option);
      boolean sound =
          trade.price() >= 0 && trade.size() > 0 && Double.isFinite(trade.price() * trade.size());
      if (contract == null || !sound) {
        return;
      }
      FlowRules rules = contract.series().underlying().rules();
      if (!rules.prints().skips(trade)) {
        Print next = next(contract, trade.epochNanos(), trade.price(), trade.size());
        next.source(trade.exchange(), trade.conditions(), false);
        boolean onTape = contract.series().tape().contains(trade.epochNanos());
        settle(next, onTape, rules.quoteMaxAgeNanos());
      }
    } else if (trade.correction() <= 0) {
      spot(trade.instrument(), trade.epochNanos(), trade.epochNanos(), trade.price());
    }
  }

  private void bar(Bar bar) {
    if (!(bar.instrument() instanceof OptionContract option)) {
      long since = bar.seconds() >= 60 ? bar.startNanos() : bar.epochNanos();
      spot(bar.instrument(), bar.epochNanos(), since, bar.close());
      return;
    }
    ContractFlow contract = contract(option);
    if (contract != null && bar.volume() > 0 && bar.close() >= 0) {
      Print next = next(contract, bar.epochNanos(), bar.close(), bar.volume());
      next.source(0, Conditions.NONE, true);
      FlowRules rules = contract.series().underlying().rules();
      boolean byMinute = bar.seconds() >= 60;
      settle(
          next,
          contract.series().tape().covers(bar.startNanos(), bar.epochNanos()),
          byMinute ? rules.minuteQuoteMaxAgeNanos() : rules.quoteMaxAgeNanos());
    }
  }

  private Print next(ContractFlow contract, long epochNanos, double price, double size) {
    if (print == null) {
      print = new Print(contract);
    }
    print.set(contract, epochNanos, price, size);
    return print;
  }

  /// Sides the print and counts it.
  private void settle(Print next, boolean onTape, long quoteMaxAgeNanos) {
    ContractFlow contract = next.contract();
    if (contract.series().underlying().rules().prints().abstains(next.conditions())) {
      next.decide(TradeSide.UNCLASSIFIED, false, onTape);
    } else {
      TradeSide side = contract.decide(next.price(), next.epochNanos(), quoteMaxAgeNanos);
      next.decide(side, contract.decidedByTickRule(), onTape);
    }
    if (onTape) {
      contract.series().group().add(next);
      contract.add(next);
    } else {
      contract.addOutside(next.size());
    }
    listener.print(next);
    listener.row(contract);
  }

  private void listing(OptionContract option) {
    ContractFlow contract = contract(option);
    if (contract == null) {
      return;
    }
    Coverage coverage = contract.series().underlying().rules().coverage();
    if (coverage == Coverage.LISTED && contract.watch()) {
      listener.row(contract);
    }
  }

  private void openInterest(OpenInterest interest) {
    ContractFlow contract = contract(interest.contract());
    if (contract != null) {
      contract.openInterest(interest.contracts());
      listener.row(contract);
    }
  }

  private void vendorGreeks(VendorGreeks greeks) {
    ContractFlow contract = contract(greeks.contract());
    if (contract != null && contract.vendorGreeks(greeks)) {
      listener.row(contract);
    }
  }

  private void spot(UnderlyingValue value) {
    UnderlyingFlow flow = underlyings.get(value.underlying());
    if (flow == null) {
      return;
    }
    if (value.isImplied()) {
      flow.implied(value.epochNanos(), value.value());
    } else {
      flow.published(value.epochNanos(), value.epochNanos(), value.value(), SpotSource.CHAIN);
    }
  }

  private void spot(Instrument instrument, long epochNanos, long sinceNanos, double value) {
    UnderlyingFlow flow = bySpot.get(instrument);
    if (flow != null && value > 0) {
      flow.published(epochNanos, sinceNanos, value, SpotSource.PUBLISHED);
    }
  }

  private @Nullable ContractFlow contract(OptionContract option) {
    ContractFlow known = contracts.get(option);
    if (known != null) {
      return known;
    }
    UnderlyingFlow flow = underlyings.get(option.underlying());
    if (flow == null) {
      return null;
    }
    ContractFlow contract = flow.list(option, calendar.tape(option, date), calendar.expiry(option));
    contracts.add(contract);
    listener.row(contract);
    return contract;
  }

  /// The day that is watched.
  public LocalDate date() {
    return date;
  }

  /// The time of the last event, 0 before the first.
  public long asOfNanos() {
    return asOfNanos;
  }

  /// The flow in the options of `underlying`, or null where it is not watched.
  public @Nullable UnderlyingFlow underlying(Underlying underlying) {
    return underlyings.get(underlying);
  }

  /// The flow of each underlying that is watched.
  public Collection<UnderlyingFlow> underlyings() {
    return underlyings.values();
  }
}
