package io.spyglass.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Tick;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergedFeedTest {
  private static final Stock SPY = new Stock("SPY");

  @Test
  void manyFeedsComeOutAsAStableSortOfTheirConcatenation() {
    for (int feeds = 0; feeds <= 17; feeds++) {
      Random random = new Random(feeds);
      List<List<MarketEvent>> parts = new ArrayList<>();
      for (int feed = 0; feed < feeds; feed++) {
        parts.add(events(random, feed));
      }
      List<MarketEvent> expected = new ArrayList<>(parts.stream().flatMap(List::stream).toList());
      expected.sort(MarketEvent.ORDER);

      List<MarketEvent> merged =
          drain(new MergedFeed(parts.stream().map(MergedFeedTest::feedOf).toList()));

      assertThat(merged).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(expected);
    }
  }

  @Test
  void aLateEventComesAsSoonAsItsOwnFeedDeliversIt() {
    MarketEvent late = quote(3, 0);
    Feed merged =
        new MergedFeed(List.of(feedOf(List.of(quote(5, 0), late)), feedOf(List.of(quote(6, 0)))));

    assertThat(drain(merged)).containsExactly(quote(5, 0), late, quote(6, 0));
  }

  @Test
  void everyFeedIsClosedEvenIfOneFails() {
    List<String> closed = new ArrayList<>();
    Feed failing =
        closing(() -> {
          throw new Outage("the first does not close", null);
        });
    Feed second = closing(() -> closed.add("second"));

    assertThatThrownBy(() -> new MergedFeed(List.of(failing, second)).close())
        .isInstanceOf(Outage.class)
        .hasMessage("the first does not close");
    assertThat(closed).containsExactly("second");
  }

  private static List<MarketEvent> events(Random random, int feed) {
    List<MarketEvent> events = new ArrayList<>();
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      long time = random.nextInt(20);
      events.add(
          switch (random.nextInt(3)) {
            case 0 -> new Tick(time);
            case 1 -> new Hole(time, time, 0, time, "of feed " + feed, false);
            default -> quote(time, random.nextInt(3) - 1);
          });
    }
    events.sort(MarketEvent.ORDER);
    return events;
  }

  private static Quote quote(long nanos, long sequence) {
    return new Quote(SPY, nanos, nanos, sequence, 1, 2, 3, 4);
  }

  private static Feed closing(Runnable onClose) {
    return new Feed() {
      @Override
      public MarketEvent next() {
        return null;
      }

      @Override
      public void close() {
        onClose.run();
      }
    };
  }

  static Feed feedOf(List<MarketEvent> events) {
    Iterator<MarketEvent> remaining = events.iterator();
    return () -> remaining.hasNext() ? remaining.next() : null;
  }

  static List<MarketEvent> drain(Feed feed) {
    List<MarketEvent> events = new ArrayList<>();
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      events.add(event);
    }
    assertThat(feed.next()).isNull();
    return events;
  }
}
