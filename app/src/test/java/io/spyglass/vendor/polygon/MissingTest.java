package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.vendor.polygon.EventTime.Mark;
import io.spyglass.vendor.polygon.Missing.Opened;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingTest {
  private static final long SECOND = 1_000_000_000L;

  private final Missing missing = new Missing();
  private final EventTime time = new EventTime(0);

  private static Mark at(long epochNanos) {
    return new Mark(epochNanos, 0, epochNanos);
  }

  private static Gap gap(long from, long to, String reason, String... channels) {
    return new Gap(from, to, false, reason, Set.of(channels));
  }

  private List<Gap> gaps(long to) {
    return missing.gaps(time, to, false);
  }

  private void heard(String... channels) {
    for (String channel : channels) {
      assertThat(missing.heard(channel)).as(channel).isTrue();
    }
  }

  @Test
  void whatIsAcknowledgedAtOnceMissesNothing() {
    missing.want(Set.of("T.SPY", "Q.SPY"), at(100));
    heard("T.SPY", "Q.SPY");

    assertThat(missing.isOver()).isFalse();
    assertThat(missing.isAny()).isFalse();
    assertThat(missing.heard("T.SPY")).isFalse();
  }

  @Test
  void whatALossTakesIsMissingFromTheLastEventOn() {
    missing.want(Set.of("T.SPY", "Q.SPY"), at(100));
    heard("T.SPY", "Q.SPY");
    Set<Opened> _ = missing.lost(at(250), "it vanished", time);
    heard("T.SPY", "Q.SPY");

    assertThat(gaps(300)).containsExactly(gap(250, 300, "it vanished", "T.SPY", "Q.SPY"));
    assertThat(gaps(300)).isEmpty();
  }

  @Test
  void anEndThatNoEventToldIsThatOfItsOwnChannelsAlone() {
    missing.want(Set.of("T.SPY"), at(100));
    heard("T.SPY");
    assertThat(missing.want(Set.of("T.SPY", "T.QQQ"), at(100), "it came into view")).isTrue();
    heard("T.QQQ");
    assertThat(missing.gaps(time, 300, true)).extracting(Gap::toNanos).containsExactly(300L);

    assertThat(missing.lost(at(200), "it vanished", time))
        .extracting(Opened::fromNanos)
        .containsExactly(200L, 300L);
    heard("T.SPY", "T.QQQ");
    assertThat(gaps(400))
        .containsExactlyInAnyOrder(
            gap(200, 400, "it vanished", "T.SPY"), gap(300, 400, "it vanished", "T.QQQ"));
  }

  @Test
  void aLossBeforeTheFirstEventMakesTheGapLonger() {
    missing.want(Set.of("T.SPY"), at(100));
    heard("T.SPY");
    Set<Opened> _ = missing.lost(at(250), "it vanished", time);
    heard("T.SPY");
    Set<Opened> _ = missing.lost(at(250), "it vanished again", time);
    heard("T.SPY");

    assertThat(gaps(400)).containsExactly(gap(250, 400, "it vanished", "T.SPY"));
  }

  @Test
  void aConnectionLostBeforeTheFirstAcknowledgementMissesAllSinceItWasWanted() {
    missing.want(Set.of("T.SPY"), at(100));
    Set<Opened> _ = missing.lost(at(-1), "nobody answers", time);
    heard("T.SPY");

    assertThat(gaps(300)).containsExactly(gap(100, 300, "nobody answers", "T.SPY"));
  }

  @Test
  void aLateAcknowledgementMissesAllSinceItWasWanted() {
    missing.want(Set.of("T.SPY", "T.QQQ"), at(100));
    heard("T.QQQ");
    Set<Opened> _ = missing.overdue(Set.of("T.SPY"), time);
    heard("T.SPY");

    assertThat(gaps(300))
        .containsExactly(gap(100, 300, "the vendor did not acknowledge it (T.SPY)", "T.SPY"));
  }

  @Test
  void whatIsNoLongerWantedIsMissingUpToThen() {
    missing.want(Set.of("T.SPY"), at(100));
    heard("T.SPY");
    Set<Opened> _ = missing.lost(at(250), "it vanished", time);
    missing.want(Set.of(), at(280));

    assertThat(missing.isOver()).isTrue();
    assertThat(gaps(300)).extracting(Gap::toNanos).containsExactly(300L);
  }

  @Test
  void whatIsWantedLateIsMissingSinceItCouldHaveBeenWanted() {
    missing.want(Set.of("T.SPY"), at(100));
    heard("T.SPY");
    Set<String> more = Set.of("T.SPY", "T.QQQ", "Q.QQQ");

    assertThat(missing.want(more, Mark.at(50), "it came into view")).isTrue();
    assertThat(missing.want(more, Mark.at(60), "it came into view again")).isFalse();
    heard("T.QQQ", "Q.QQQ");
    assertThat(gaps(300)).containsExactly(gap(50, 300, "it came into view", "T.QQQ", "Q.QQQ"));
  }

  @Test
  void quotesAloneAreNotMissingForHavingBeenWantedLate() {
    assertThat(missing.want(Set.of("Q.SPY", "V.I:SPX"), Mark.at(50), "they came")).isFalse();
    heard("Q.SPY", "V.I:SPX");

    assertThat(missing.isOver()).isFalse();
  }

  @Test
  void theEndOfTheStreamEndsWhatIsMissing() {
    missing.want(Set.of("T.SPY", "T.QQQ"), at(100));
    heard("T.QQQ");
    Set<Opened> _ = missing.overdue(Set.of("T.SPY"), time);

    assertThat(missing.end(time)).extracting(Gap::channels).containsExactly(Set.of("T.SPY"));
    assertThat(missing.end(time)).isEmpty();
  }

  @Test
  void aLossOfWhatIsMissingAnywayIsNothingNew() {
    missing.want(Set.of("T.SPY"), at(100));
    assertThat(missing.lost(at(100), "nobody answers", time))
        .containsExactly(new Opened(100, "nobody answers", false));
    assertThat(missing.lost(at(110), "still nobody", time)).isEmpty();
    heard("T.SPY");
    List<Gap> _ = gaps(200);

    assertThat(missing.lost(at(250), "it vanished", time))
        .containsExactly(new Opened(250, "it vanished", false));
    assertThat(missing.lost(at(260), "it vanished again", time)).isEmpty();
  }

  @Test
  void beforeTheFirstEventItsStartIsToldByTheClockAndThenByTheEvent() {
    EventTime unknown = new EventTime(0);
    unknown.look(0, 900 * SECOND);
    missing.want(Set.of("T.SPY", "Q.SPY"), unknown.mark());
    unknown.look(10 * SECOND, 910 * SECOND);
    Set<Opened> opened = missing.lost(unknown.mark(), "nobody answers", unknown);
    heard("T.SPY", "Q.SPY");

    assertThat(opened).containsExactly(new Opened(840 * SECOND, "nobody answers", true));
    assertThat(missing.gaps(unknown, 1000 * SECOND, false))
        .containsExactly(gap(990 * SECOND, 1000 * SECOND, "nobody answers", "T.SPY", "Q.SPY"));
  }

  @Test
  void quotesAndValuesThatNeverCameAreNotToldOf() {
    missing.want(Set.of("Q.SPY", "V.I:SPX"), at(100));

    assertThat(missing.overdue(Set.of("Q.SPY"), time)).isEmpty();
    assertThat(missing.lost(at(110), "nobody answers", time)).isEmpty();
  }

  @Test
  void whatIsNotAcknowledgedIsToldOfByOne() {
    missing.want(Set.of("T.SPY", "T.QQQ"), at(100));

    assertThat(missing.overdue(Set.of("T.SPY", "T.QQQ"), time))
        .containsExactly(
            new Opened(100, "the vendor did not acknowledge it (T.QQQ and 1 more)", false));
    assertThat(missing.lost(at(250), "it vanished", time)).isEmpty();
  }

  @Test
  void onlyPrintsAndBarsHaveAHistory() {
    Gap mixed = gap(1, 2, "", "T.SPY", "Q.SPY", "AM.SPY");
    Gap wild = gap(1, 2, "", "T.SPY", "T.*");
    Gap quotes = gap(1, 2, "", "Q.SPY", "V.I:SPX");

    assertThat(mixed.fetchable()).containsOnlyKeys("T", "AM");
    assertThat(mixed.isWholeInHistory()).isTrue();
    assertThat(wild.fetchable()).isEqualTo(Map.of("T", Set.of("T.SPY")));
    assertThat(wild.isWholeInHistory()).isFalse();
    assertThat(quotes.fetchable()).isEmpty();
    assertThat(quotes.isWholeInHistory()).isFalse();
  }
}
