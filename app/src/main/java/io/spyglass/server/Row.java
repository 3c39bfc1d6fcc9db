package io.spyglass.server;

import io.spyglass.flow.ContractFlow;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.VendorGreeks;
import io.spyglass.pricing.Greeks;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/// What the board keeps of a contract. Number, contract and ticker never change; the rest is
/// guarded by the board's monitor.
final class Row {
  /// The place of the volume.
  private static final int VOLUME = 0;

  /// The place of the age of the Greeks, which [#copy] works out.
  private static final int GREEKS_AGE = 16;

  /// The place of the last minute's volume, which [#lastMinute] knows.
  private static final int LAST_MINUTE = 23;

  /// The place of the first number of the vendor's, behind which the others follow.
  private static final int VENDOR = 24;

  /// The place of the age of the vendor's numbers, which [#copy] works out.
  private static final int VENDOR_AGE = 29;

  final int number;
  final OptionContract contract;
  final String ticker;

  /// One value for each of [Column#OF_CONTRACT], `NaN` for unknown.
  final double[] values = new double[Column.PER_ROW];

  /// What it traded by the minute, null before the first print.
  @Nullable ContractMinutes minutes;

  /// What it traded in the last 60 seconds, null before the first print.
  @Nullable LastMinute lastMinute;

  /// Its numbers by the minute, null before it trades or is in view.
  @Nullable Samples samples;

  /// The change of the board that altered it last.
  long changedAt;

  private long greeksNanos;
  private long vendorNanos;

  Row(int number, OptionContract contract) {
    this.number = number;
    this.contract = contract;
    this.ticker = contract.ticker();
  }

  /// Takes the contract's numbers, in the order of [Column#OF_CONTRACT].
  void read(ContractFlow flow) {
    double[] to = values;
    int i = 0;
    to[i++] = flow.volume();
    to[i++] = flow.premium();
    to[i++] = flow.bought();
    to[i++] = flow.sold();
    to[i++] = flow.unclassified();
    to[i++] = flow.byTickRule();
    to[i++] = flow.netDeltaFlow();
    to[i++] = flow.netGammaFlow();
    to[i++] = flow.last();
    to[i++] = flow.bid();
    to[i++] = flow.ask();
    to[i++] = flow.volatility();
    Greeks greeks = flow.greeks();
    to[i++] = greeks.delta();
    to[i++] = greeks.gamma();
    to[i++] = greeks.theta();
    to[i++] = greeks.vega();
    i++;
    to[i++] = flow.netPremium();
    boolean quoted = flow.quoteNanos() != 0;
    to[i++] = quoted ? flow.bidSize() : Double.NaN;
    to[i++] = quoted ? flow.askSize() : Double.NaN;
    to[i++] = flow.openInterest() == MarketEvent.ABSENT ? Double.NaN : flow.openInterest();
    to[i++] = flow.outside();
    to[i] = flow.withoutDelta();
    greeksNanos = flow.greeksNanos();
    vendor(flow.vendorGreeks());
  }

  private void vendor(VendorGreeks greeks) {
    int i = VENDOR;
    values[i++] = greeks.volatility();
    values[i++] = greeks.delta();
    values[i++] = greeks.gamma();
    values[i++] = greeks.theta();
    values[i] = greeks.vega();
    vendorNanos = greeks.epochNanos();
  }

  /// Whether it is known what the contract trades.
  boolean isWatched() {
    return !Double.isNaN(values[VOLUME]);
  }

  /// Begins to note the contract's numbers by the minute.
  void watch(int count) {
    if (samples == null) {
      samples = new Samples(count);
    }
  }

  /// A copy of what it traded by the minute, as [ContractDay#TRADED]; `NaN` where that is not
  /// known.
  double[][] traded(int count) {
    if (!isWatched()) {
      double[] unknown = new double[count];
      Arrays.fill(unknown, Double.NaN);
      return Collections.nCopies(ContractDay.TRADED.size(), unknown).toArray(double[][]::new);
    }
    return ContractDay.traded(minutes == null ? new ContractMinutes() : minutes, count);
  }

  /// A copy of what it stood at at each minute's end, or stands at in the last where that is not
  /// sampled yet.
  ///
  /// @param sampled how many minutes are
  double[][] stood(int count, int sampled) {
    double[][] stood = new double[Samples.NUMBERS][count];
    for (int number = 0; number < Samples.NUMBERS; number++) {
      for (int minute = 0; minute < count; minute++) {
        boolean isNow = minute == count - 1 && minute >= sampled;
        stood[number][minute] = isNow ? values[Samples.FIRST + number] : sample(number, minute);
      }
    }
    return stood;
  }

  private double sample(int number, int minute) {
    return samples == null ? Double.NaN : samples.value(number, minute);
  }

  /// Copies the numbers as they are at `asOfNanos` to `place` of each column.
  void copy(long asOfNanos, double[][] columns, int place) {
    values[GREEKS_AGE] = age(asOfNanos, greeksNanos);
    values[VENDOR_AGE] = age(asOfNanos, vendorNanos);
    values[LAST_MINUTE] = lastMinuteVolume();
    for (int i = 0; i < values.length; i++) {
      columns[i][place] = values[i];
    }
  }

  private double lastMinuteVolume() {
    double none = isWatched() ? 0 : Double.NaN;
    return lastMinute == null ? none : lastMinute.volume();
  }

  /// Milliseconds from one time to a later one, `NaN` where that one is unknown.
  private static double age(long asOfNanos, long nanos) {
    return nanos == 0 ? Double.NaN : Math.max(0, (asOfNanos - nanos) / 1_000_000);
  }
}
