package io.spyglass.cli;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.UnderlyingFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/// The contracts of the shown series that traded, for people.
final class FlowTable {
  private static final Comparator<ContractFlow> BY_STRIKE =
      Comparator.comparingLong((ContractFlow row) -> row.contract().strikeMills())
          .thenComparing(row -> row.contract().right());

  private FlowTable() {}

  /// One row a contract with volume, by strike, and one for all.
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
        "all of " + shown,
        whole(shown.calls().volume() + shown.puts().volume()),
        whole(shown.calls().premium() + shown.puts().premium()),
        whole(shown.calls().netPremium() + shown.puts().netPremium()),
        whole(shown.calls().bought() + shown.puts().bought()),
        whole(shown.calls().sold() + shown.puts().sold()),
        whole(shown.calls().unclassified() + shown.puts().unclassified()));
  }

  private static BigDecimal whole(double value) {
    return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP);
  }
}
