package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteBarsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final Index SPX = new Index("SPX");
  private static final OptionContract CALL = OptionContract.parse("O:SPXW261120C06600000");

  private final MinuteBars minutes = new MinuteBars();

  @Test
  void valuesMakeTheBarOfTheirMinuteInWhateverOrderTheyCome() {
    value(MINUTE + 30 * SECOND, 103);
    value(MINUTE, 101);
    value(MINUTE + 59 * SECOND, 102);
    value(2 * MINUTE - 1, 100);
    value(2 * MINUTE, 7);
    assertThat(bars())
        .containsExactly(
            bar(SPX, MINUTE, 60, 101, 103, 100, 100, Double.NaN, Double.NaN),
            bar(SPX, 2 * MINUTE, 60, 7, 7, 7, 7, Double.NaN, Double.NaN));
  }

  @Test
  void barsOfSecondsMakeTheBarOfTheirMinuteByVolume() {
    minutes.add(bar(CALL, MINUTE + 5 * SECOND, 1, 2.0, 2.5, 1.5, 2.25, 30, 2.0));
    minutes.add(bar(CALL, MINUTE + 59 * SECOND, 1, 3.0, 3.5, 2.5, 3.25, 10, 3.0));
    minutes.add(bar(CALL, MINUTE + 2 * SECOND, 1, 1.0, 1.5, 0.5, 1.25, 40, 1.0));
    assertThat(bars()).containsExactly(bar(CALL, MINUTE, 60, 1.0, 3.5, 0.5, 3.25, 80, 130 / 80.0));
  }

  private void value(long nanos, double value) {
    minutes.add(new IndexValue(SPX, nanos, nanos, value));
  }

  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    minutes.each(bars::add);
    return bars;
  }

  private static Bar bar(
      Instrument instrument,
      long start,
      int seconds,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double vwap) {
    long end = start + seconds * SECOND;
    return new Bar(instrument, start, seconds, end, open, high, low, close, volume, vwap);
  }
}
