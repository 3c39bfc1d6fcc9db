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

    assertThat(recent.add(print("SPY", 7), 1)).isTrue();
    assertThat(recent.add(print("SPX", 7), 1)).isTrue();
    assertThat(recent.add(print("SPY", 7), 1)).isFalse();
    assertThat(recent.add(print("SPY", 8), 1)).isTrue();
  }

  @Test
  void aPrintWithoutANumberStandsForOneThatIsFetched() {
    Recent recent = new Recent(8);
    assertThat(recent.add(print("SPY", -1), 1)).isTrue();
    assertThat(recent.add(print("SPY", -1), 1)).as("it may be another").isTrue();

    assertThat(recent.took(print("QQQ", 7))).isFalse();
    assertThat(recent.took(print("SPY", 7))).isTrue();
    assertThat(recent.took(print("SPY", 8))).isTrue();
    assertThat(recent.took(print("SPY", 9))).isFalse();
  }

  @Test
  void aHistoryWithoutNumbersIsToldFromWhatCameWithThem() {
    Recent recent = new Recent(8);
    assertThat(recent.add(print("SPY", 7), 1)).isTrue();
    assertThat(recent.add(print("SPY", 8), 1)).isTrue();

    assertThat(recent.took(print("SPY", -1))).isTrue();
    assertThat(recent.took(print("SPY", -1))).isTrue();
    assertThat(recent.took(print("SPY", -1))).isFalse();
    assertThat(recent.took(print("SPY", 7))).as("by its number, however often").isTrue();
    assertThat(recent.took(print("SPY", 9))).isFalse();
  }

  @Test
  void itRemembersAsManyAsItHasRoomForOfThoseWithoutNumbersToo() {
    Recent recent = new Recent(64);
    ArrayDeque<String> known = new ArrayDeque<>();
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 100_000; i++) {
      String symbol = "S" + (char) ('A' + random.nextInt(20));
      if (random.nextBoolean()) {
        assertThat(recent.add(print(symbol, -1), 1)).isTrue();
        known.add(symbol);
        if (known.size() > 64) {
          known.remove();
        }
      } else {
        // What stands for one that was fetched keeps its place, and stands for no other.
        int at = -1;
        int place = 0;
        for (String each : known) {
          at = at < 0 && each.equals(symbol) ? place : at;
          place++;
        }
        assertThat(recent.took(print(symbol, 5))).as("step %d", i).isEqualTo(at >= 0);
        spend(known, symbol);
      }
    }
  }

  private static void spend(ArrayDeque<String> known, String symbol) {
    boolean isSpent = false;
    for (int i = known.size(); i > 0; i--) {
      String each = known.remove();
      boolean isIt = !isSpent && each.equals(symbol);
      isSpent |= isIt;
      known.add(isIt ? "spent" : each);
    }
  }

  @Test
  void theVendorCountsAnewEachDay() {
    Recent recent = new Recent(4);
    long day = 86_400_000_000_000L;

    assertThat(recent.add(print("SPY", 7, 5 * day), 1)).isTrue();
    assertThat(recent.add(print("SPY", 7, 6 * day), 1)).isTrue();
    assertThat(recent.add(print("SPY", 7, 6 * day), 1)).isFalse();
  }

  @Test
  void aBarIsKnownByItsStartAndItsLength() {
    Recent recent = new Recent(4);

    assertThat(recent.add(bar(60, 1), 1)).isTrue();
    assertThat(recent.add(bar(60, 60), 1)).isTrue();
    assertThat(recent.add(bar(0, 60), 1)).isTrue();
    assertThat(recent.add(bar(60, 1), 1)).isFalse();
    assertThat(recent.took(bar(0, 60))).isTrue();
  }

  private static Bar bar(long second, int seconds) {
    return new Bar(new Stock("SPY"), second * 1_000_000_000L, seconds, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void itSaysUpToWhenItHasForgotten() {
    Recent recent = new Recent(2);
    assertThat(recent.add(print("SPY", 1), 30)).isTrue();
    assertThat(recent.add(print("SPY", 2), 20)).isTrue();
    assertThat(recent.forgottenNanos()).isEqualTo(Long.MIN_VALUE);

    assertThat(recent.add(print("SPY", 3), 40)).isTrue();
    assertThat(recent.add(print("SPY", 4), 50)).isTrue();
    assertThat(recent.forgottenNanos()).isEqualTo(30);
  }

  @Test
  void itRemembersAsManyAsItHasRoomFor() {
    Recent recent = new Recent(64);
    ArrayDeque<String> known = new ArrayDeque<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200_000; i++) {
      String symbol = random.nextBoolean() ? "SPY" : "QQQ";
      long sequence = 1L + random.nextInt(150);
      String name = symbol + sequence;

      assertThat(recent.add(print(symbol, sequence), 1))
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
