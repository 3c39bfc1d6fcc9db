package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.NewYork;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes what a snapshot says of options out of a book, all at one instant.
final class OptionShots {
  private final History history;

  /// @param underlying of the index or stock
  /// @param previous the bar of the trading day before, null where there was none
  record OptionShot(
      OptionContract contract,
      Shot shot,
      Shot underlying,
      Valuation.@Nullable Value value,
      @Nullable Candle previous) {}

  OptionShots(History history) {
    this.history = history;
  }

  /// The bars of the trading day before.
  Map<Instrument, Candle> previous(long nowNanos) {
    LocalDate before = history.calendar().previous(history.session(nowNanos));
    return history.closes(before);
  }

  List<OptionShot> take(Book book, List<OptionContract> contracts, long nowNanos) {
    Map<Instrument, Candle> previous = previous(nowNanos);
    List<OptionContract> listed = history.listed(NewYork.date(nowNanos));
    return book.read(lines -> {
      Valuation valuation = new Valuation(history.calendar(), listed, lines, nowNanos);
      List<OptionShot> shots = new ArrayList<>();
      for (OptionContract contract : contracts) {
        Shot underlying = Shot.of(lines.get(contract.underlying().instrument()));
        double spot = underlying.level();
        shots.add(
            new OptionShot(
                contract,
                Shot.of(lines.get(contract)),
                underlying,
                Double.isNaN(spot) ? null : valuation.of(contract, spot),
                previous.get(contract)));
      }
      return shots;
    });
  }
}
