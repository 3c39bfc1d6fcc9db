package io.spyglass.session;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.Print;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Hole;
import io.spyglass.model.News;
import io.spyglass.model.Tick;
import io.spyglass.model.VendorGreeks;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// Writes every fact of a session as a line of text: two sessions are the same if their lines are.
///
/// Doubles are printed so that each value has one spelling. Times are nanoseconds since the epoch.
public final class FactLog implements Output {
  private final Consumer<String> lines;

  /// A log that hands each line to `lines`.
  public FactLog(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void print(Print print) {
    write(
        "print",
        print.contract().contract(),
        print.epochNanos(),
        print.price(),
        print.size(),
        print.side(),
        print.byTickRule(),
        print.onTape());
  }

  /// What the vendor says of Greeks is at the end of the line once it said anything.
  @Override
  public void row(ContractFlow row) {
    VendorGreeks vendor = row.vendorGreeks();
    write(
        "row",
        row.contract(),
        row.bid(),
        row.ask(),
        row.bidSize(),
        row.askSize(),
        row.last(),
        row.volume(),
        row.premium(),
        row.bought(),
        row.sold(),
        row.unclassified(),
        row.byTickRule(),
        row.withoutDelta(),
        row.outside(),
        row.netPremium(),
        row.netDeltaFlow(),
        row.netGammaFlow(),
        row.openInterest(),
        row.volatility(),
        row.greeks() + (vendor.isKnown() ? "," + text(vendor) : ""));
  }

  @Override
  public void spot(UnderlyingFlow flow) {
    write("spot", flow.underlying(), flow.spot(), flow.spotSource());
  }

  @Override
  public void view(ExpiryFlow expiry) {
    StringJoiner contracts = new StringJoiner(" ");
    expiry.inView().forEach(row -> contracts.add(row.contract().compact()));
    write("view", expiry.underlying().underlying(), expiry.date(), contracts);
  }

  @Override
  public void tick(Tick tick) {
    write("tick", tick.epochNanos());
  }

  @Override
  public void news(News news) {
    write("news", news);
  }

  @Override
  public void hole(Hole hole) {
    write("hole", hole);
  }

  private static String text(VendorGreeks greeks) {
    return "vendor %s %s %s %s %s"
        .formatted(
            greeks.volatility(), greeks.delta(), greeks.gamma(), greeks.theta(), greeks.vega());
  }

  private void write(Object... fields) {
    StringJoiner line = new StringJoiner(",");
    for (Object field : fields) {
      line.add(field.toString());
    }
    lines.accept(line.toString());
  }
}
