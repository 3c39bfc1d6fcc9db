package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Conditions;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.session.Outage;
import io.spyglass.vendor.polygon.BackfillJob.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackfillJobTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long NOON = 1_795_190_400 * SECOND;
  private static final long START = NOON - Backfill.MARGIN_NANOS;

  private static BackfillJob job(long nanos, String... channels) {
    return new BackfillJob(new Gap(NOON, NOON + nanos, "it vanished", Set.of(channels)));
  }

  private static List<MarketEvent> print(long epochNanos) {
    return List.of(
        new Trade(new Stock("SPY"), epochNanos, epochNanos, 1, 7, 660, 1, 1, Conditions.NONE, 0));
  }

  private static List<Piece> pass(BackfillJob job, List<MarketEvent> found) {
    List<Piece> pieces = new ArrayList<>();
    job.begin();
    for (@Nullable Piece piece = job.next(); piece != null; piece = job.next()) {
      pieces.add(piece);
      for (String channel : piece.fromNanos().keySet()) {
        List<MarketEvent> _ = job.fetched(channel, piece, found);
      }
    }
    return pieces;
  }

  @Test
  void theWholeGapIsAskedForWithItsMargins() {
    List<Piece> pieces = pass(job(MINUTE, "T.SPY", "T.QQQ"), print(NOON));

    assertThat(pieces)
        .containsExactly(
            new Piece(Map.of("T.SPY", START, "T.QQQ", START), NOON + 2 * MINUTE, START));
  }

  @Test
  void aLongGapIsAskedForPieceByPieceWithoutASeam() {
    List<Piece> pieces = pass(job(100 * MINUTE, "T.SPY"), List.of());

    assertThat(pieces).hasSizeGreaterThan(3);
    long next = START;
    for (Piece piece : pieces) {
      assertThat(piece.fromNanos()).containsEntry("T.SPY", next);
      next = piece.toNanos() + 1;
    }
    assertThat(next).isEqualTo(NOON + 101 * MINUTE + 1);
  }

  @Test
  void itIsOverOnceTheHistoryShowsSomethingBehindIt() {
    BackfillJob job = job(MINUTE, "T.SPY");
    List<Piece> _ = pass(job, print(NOON + MINUTE + 5 * SECOND));
    assertThat(job.isOver()).isFalse();

    List<Piece> _ = pass(job, print(NOON + MINUTE + 5 * SECOND + 1));
    assertThat(job.isOver()).isTrue();
    assertThat(job.isWhole()).isTrue();
  }

  @Test
  void whatOneChannelShowsCountsForThoseAskedLater() {
    BackfillJob job = job(MINUTE, "T.SPY", "T.QQQ");
    job.begin();
    Piece first = next(job);
    assertThat(job.fetched("T.QQQ", first, List.of())).isEmpty();
    assertThat(job.fetched("T.SPY", first, print(NOON + 2 * MINUTE))).hasSize(1);
    assertThat(job.isOver()).isFalse();

    job.begin();
    Piece second = next(job);
    assertThat(second.fromNanos()).containsOnlyKeys("T.QQQ");
    assertThat(job.fetched("T.QQQ", second, print(NOON + SECOND))).hasSize(1);
    assertThat(job.isOver()).isTrue();
  }

  private static Piece next(BackfillJob job) {
    Piece piece = job.next();
    assertThat(piece).isNotNull();
    return piece;
  }

  @Test
  void aHistoryThatIsBehindIsAskedAgainFromWhereItCanBeTrusted() {
    BackfillJob job = job(20 * MINUTE, "T.SPY");
    List<Piece> _ = pass(job, print(NOON + 10 * MINUTE));
    assertThat(job.isOver()).isFalse();

    List<Piece> again = pass(job, print(NOON + 21 * MINUTE));
    assertThat(again.getFirst().fromNanos()).containsEntry("T.SPY", NOON + 9 * MINUTE);
    assertThat(job.isOver()).isTrue();
  }

  @Test
  void whatComesAgainIsNotHandedOverAgain() {
    BackfillJob job = job(MINUTE, "T.SPY");
    job.begin();
    Piece first = next(job);
    assertThat(job.fetched("T.SPY", first, print(NOON + SECOND))).hasSize(1);
    job.begin();
    Piece second = next(job);

    assertThat(job.fetched("T.SPY", second, print(NOON + SECOND))).isEmpty();
    assertThat(job.fetched("T.SPY", second, print(NOON + 2 * SECOND))).hasSize(1);
  }

  @Test
  void aQuietMarketIsLookedAtAFewTimes() {
    BackfillJob job = job(MINUTE, "T.SPY");
    int passes = 0;
    do {
      List<Piece> _ = pass(job, List.of());
      passes++;
    } while (!job.isOver());

    assertThat(passes).isEqualTo(12);
  }

  @Test
  void whatFailedIsAskedForFromWhereItFailed() {
    BackfillJob job = job(100 * MINUTE, "T.SPY", "T.QQQ");
    job.begin();
    Piece first = next(job);
    List<MarketEvent> _ = job.fetched("T.SPY", first, print(NOON + 200 * MINUTE));
    job.failed("T.QQQ", new Outage("it is down", null));
    Piece second = next(job);

    assertThat(second.fromNanos()).containsOnlyKeys("T.SPY");
    assertThat(job.failure()).isEqualTo("it is down");
    job.begin();
    assertThat(job.failure()).isNull();
    assertThat(next(job).fromNanos()).containsExactly(Map.entry("T.QQQ", START));
  }

  @Test
  void whatIsRefusedIsNotAskedForAgainAndLeavesTheGapOpen() {
    BackfillJob job = job(MINUTE, "T.SPY");
    job.begin();
    job.refused("T.SPY");

    assertThat(job.isOver()).isTrue();
    assertThat(job.isWhole()).isFalse();
  }
}
