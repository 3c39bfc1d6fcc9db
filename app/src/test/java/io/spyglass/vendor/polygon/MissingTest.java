package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingTest {
  private final Missing missing = new Missing();

  private void heard(String... channels) {
    for (String channel : channels) {
      assertThat(missing.heard(channel)).as(channel).isTrue();
    }
  }

  @Test
  void whatIsAcknowledgedAtOnceMissesNothing() {
    missing.want(Set.of("T.SPY", "Q.SPY"), 100);
    heard("T.SPY", "Q.SPY");

    assertThat(missing.isOver()).isFalse();
    assertThat(missing.isAny()).isFalse();
    assertThat(missing.heard("T.SPY")).isFalse();
  }

  @Test
  void whatALossTakesIsMissingFromTheLastEventOn() {
    missing.want(Set.of("T.SPY", "Q.SPY"), 100);
    heard("T.SPY", "Q.SPY");
    missing.lost(250, "it vanished");
    heard("T.SPY", "Q.SPY");

    assertThat(missing.gaps(300))
        .containsExactly(new Gap(250, 300, "it vanished", Set.of("T.SPY", "Q.SPY")));
    assertThat(missing.gaps(300)).isEmpty();
  }

  @Test
  void aLossBeforeTheFirstEventMakesTheGapLonger() {
    missing.want(Set.of("T.SPY"), 100);
    heard("T.SPY");
    missing.lost(250, "it vanished");
    heard("T.SPY");
    missing.lost(250, "it vanished again");
    heard("T.SPY");

    assertThat(missing.gaps(400))
        .containsExactly(new Gap(250, 400, "it vanished", Set.of("T.SPY")));
  }

  @Test
  void aConnectionLostBeforeTheFirstAcknowledgementMissesAllSinceItWasWanted() {
    missing.want(Set.of("T.SPY"), 100);
    missing.lost(-1, "nobody answers");
    heard("T.SPY");

    assertThat(missing.gaps(300))
        .containsExactly(new Gap(100, 300, "nobody answers", Set.of("T.SPY")));
  }

  @Test
  void aLateAcknowledgementMissesAllSinceItWasWanted() {
    missing.want(Set.of("T.SPY", "T.QQQ"), 100);
    heard("T.QQQ");
    missing.overdue("T.SPY");
    heard("T.SPY");

    assertThat(missing.gaps(300))
        .containsExactly(
            new Gap(100, 300, "the vendor did not acknowledge it (T.SPY)", Set.of("T.SPY")));
  }

  @Test
  void whatIsNoLongerWantedIsMissingUpToThen() {
    missing.want(Set.of("T.SPY"), 100);
    heard("T.SPY");
    missing.lost(250, "it vanished");
    missing.want(Set.of(), 280);

    assertThat(missing.isOver()).isTrue();
    assertThat(missing.gaps(300)).extracting(Gap::toNanos).containsExactly(300L);
  }

  @Test
  void theEndOfTheStreamEndsWhatIsMissing() {
    missing.want(Set.of("T.SPY", "T.QQQ"), 100);
    heard("T.QQQ");
    missing.overdue("T.SPY");

    assertThat(missing.end(900))
        .extracting(Gap::channels, Gap::toNanos)
        .containsExactly(tuple(Set.of("T.SPY"), 900L));
    assertThat(missing.end(900)).isEmpty();
  }

  @Test
  void onlyPrintsAndBarsHaveAHistory() {
    Gap mixed = new Gap(1, 2, "", Set.of("T.SPY", "Q.SPY", "AM.SPY"));
    Gap wild = new Gap(1, 2, "", Set.of("T.SPY", "T.*"));
    Gap quotes = new Gap(1, 2, "", Set.of("Q.SPY", "V.I:SPX"));

    assertThat(mixed.fetchable()).containsExactly("AM.SPY", "T.SPY");
    assertThat(mixed.isWholeInHistory()).isTrue();
    assertThat(wild.fetchable()).containsExactly("T.SPY");
    assertThat(wild.isWholeInHistory()).isFalse();
    assertThat(quotes.fetchable()).isEmpty();
    assertThat(quotes.isWholeInHistory()).isFalse();
  }
}
