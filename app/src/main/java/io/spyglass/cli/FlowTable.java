package io.spyglass.cli;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.Totals;
import io.spyglass.flow.UnderlyingFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The contracts of the shown series that traded, for people; `-` for what nobody watched.
final class FlowTable {
  private static final Comparator<ContractFlow> BY_STRIKE =
      Comparator.comparingLong((ContractFlow row) -> row.contract().strikeMills())
          .thenComparing(row -> row.contract().right());

  private FlowTable() {}

  /// One row a contract with volume, by strike, and one for all that are watched.
  static Table of(FlowState flow) {
    Table table =
        Table.of("contract", "volume", "premium", "net_premium", "bought", "sold", "unclassified");
    for (UnderlyingFlow underlying : flow.underlyings()) {
      ExpiryFlow shown = underlying.shown();
      if (shown != null) {
        shown.contracts().stream()
            .filter(row -> row.volume() > 0)
            .sorted(BY_STRIKE)
            .forEach(row -> add(table, row));
        addTotal(table, shown);
      }
    }
    return table;
  }

  private static void add(Table table, ContractFlow row) {
    table.add(
        row.contract().compact(),
        whole(row.volume()),
        whole(row.premium()),
        whole(row.netPremium()),
        whole(row.bought()),
        whole(row.sold()),
        whole(row.unclassified()));
  }

  private static void addTotal(Table table, ExpiryFlow shown) {
    table.add(
        title(shown),
        both(shown, Totals::volume),
        both(shown, Totals::premium),
        both(shown, Totals::netPremium),
        both(shown, Totals::bought),
        both(shown, Totals::sold),
        both(shown, Totals::unclassified));
  }

  private static String title(ExpiryFlow shown) {
    int contracts = shown.calls().contracts() + shown.puts().contracts();
    int watched = shown.calls().watched() + shown.puts().watched();
    return watched == contracts
        ? "all of " + shown
        : watched + " of " + contracts + " contracts of " + shown;
  }

  /// The sum of what is known of calls and puts.
  private static @Nullable BigDecimal both(ExpiryFlow shown, ToDoubleFunction<Totals> sum) {
    double calls = sum.applyAsDouble(shown.calls());
    double puts = sum.applyAsDouble(shown.puts());
    return whole(Double.isNaN(calls) ? puts : calls + (Double.isNaN(puts) ? 0 : puts));
  }

  private static @Nullable BigDecimal whole(double value) {
    return Double.isNaN(value) ? null : BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP);
  }
}
