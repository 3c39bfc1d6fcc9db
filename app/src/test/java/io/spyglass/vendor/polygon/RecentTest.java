package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecentTest {
  private static Trade print(String symbol, long sequence) {
    return print(symbol, sequence, 1);
  }

  private static Trade print(String symbol, long sequence, long epochNanos) {
    return new Trade(new Stock(symbol), epochNanos, 1, 1, sequence, 1, 1, 1, Conditions.NONE, 0);
  }

  @Test
  void aPrintThatComesAgainIsTold() {
    Recent recent = new Recent(4);

    assertThat(recent.add(print("SPY", 7))).isTrue();
    assertThat(recent.add(print("SPX", 7))).isTrue();
    assertThat(recent.add(print("SPY", 7))).isFalse();
    assertThat(recent.add(print("SPY", 8))).isTrue();
  }

  @Test
  void aPrintWithoutANumberIsToldByWhatItIs() {
    Recent recent = new Recent(4);

    assertThat(recent.contains(print("SPY", -1))).isFalse();
    assertThat(recent.add(print("SPY", -1))).isTrue();
    assertThat(recent.contains(print("SPY", -1))).isTrue();
    assertThat(recent.contains(print("SPX", -1))).isFalse();
    assertThat(recent.add(print("SPY", -1))).isTrue();
  }

  @Test
  void theVendorCountsAnewEachDay() {
    Recent recent = new Recent(4);
    long day = 86_400_000_000_000L;

    assertThat(recent.add(print("SPY", 7, 5 * day))).isTrue();
    assertThat(recent.add(print("SPY", 7, 6 * day))).isTrue();
    assertThat(recent.add(print("SPY", 7, 6 * day))).isFalse();
  }

  @Test
  void aPrintWhoseNumberOnlyTheHistoryHasIsToldToo() {
    Recent recent = new Recent(4);
    assertThat(recent.add(print("SPY", -1))).isTrue();

    assertThat(recent.contains(print("SPY", 7))).isTrue();
    assertThat(recent.contains(print("QQQ", 7))).isFalse();
  }

  @Test
  void aBarIsKnownByItsStartAndItsLength() {
    Recent recent = new Recent(4);

    assertThat(recent.add(bar(60, 1))).isTrue();
    assertThat(recent.add(bar(60, 60))).isTrue();
    assertThat(recent.add(bar(0, 60))).isTrue();
    assertThat(recent.add(bar(60, 1))).isFalse();
    assertThat(recent.contains(bar(0, 60))).isTrue();
  }

  private static Bar bar(long second, int seconds) {
    return new Bar(new Stock("SPY"), second * 1_000_000_000L, seconds, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void itSaysUpToWhenItHasForgotten() {
    Recent recent = new Recent(2);
    assertThat(recent.add(print("SPY", 1, 30))).isTrue();
    assertThat(recent.add(print("SPY", 2, 20))).isTrue();
    assertThat(recent.forgottenNanos()).isEqualTo(Long.MIN_VALUE);

    assertThat(recent.add(print("SPY", 3, 40))).isTrue();
    assertThat(recent.add(print("SPY", 4, 50))).isTrue();
    assertThat(recent.forgottenNanos()).isEqualTo(30);
  }

  @Test
  void itRemembersAsManyAsItHasRoomFor() {
    Recent recent = new Recent(64);
    ArrayDeque<String> known = new ArrayDeque<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200_000; i++) {
      String symbol = random.nextBoolean() ? "SPY" : "QQQ";
      long sequence = random.nextInt(150);
      String name = symbol + sequence;

      assertThat(recent.add(print(symbol, sequence)))
          .as("print %d", i)
          .isEqualTo(!known.contains(name));
      if (!known.contains(name)) {
        known.add(name);
        if (known.size() > 64) {
          known.remove();
        }
      }
    }
  }
}
