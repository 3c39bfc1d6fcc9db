package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Conditions;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecentPrintsTest {
  private static Trade print(String symbol, long sequence) {
    return new Trade(new Stock(symbol), 1, 1, 1, sequence, 1, 1, 1, Conditions.NONE, 0);
  }

  @Test
  void aPrintThatComesAgainIsTold() {
    RecentPrints recent = new RecentPrints(4);

    assertThat(recent.add(print("SPY", 7))).isTrue();
    assertThat(recent.add(print("SPX", 7))).isTrue();
    assertThat(recent.add(print("SPY", 7))).isFalse();
    assertThat(recent.add(print("SPY", 8))).isTrue();
  }

  @Test
  void aPrintWithoutANumberIsToldByWhatItIs() {
    RecentPrints recent = new RecentPrints(4);

    assertThat(recent.contains(print("SPY", -1))).isFalse();
    assertThat(recent.add(print("SPY", -1))).isTrue();
    assertThat(recent.contains(print("SPY", -1))).isTrue();
    assertThat(recent.contains(print("SPX", -1))).isFalse();
    assertThat(recent.add(print("SPY", -1))).isTrue();
  }

  @Test
  void itRemembersAsManyAsItHasRoomFor() {
    RecentPrints recent = new RecentPrints(64);
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
