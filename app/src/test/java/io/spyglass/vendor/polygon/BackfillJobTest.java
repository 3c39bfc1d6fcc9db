package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Conditions;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.vendor.polygon.BackfillJob.Piece;
import java.time.Duration;
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
  private static final Duration SETTLE = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static BackfillJob job(long nanos, String... channels) {
    Gap gap = new Gap(NOON, NOON + nanos, false, "it vanished", Set.of(channels));
    return new BackfillJob(gap, "T", new BackfillParts(1, true), 0);
  }

  private static MarketEvent print(long epochNanos) {
    return new Trade(new Stock("SPY"), epochNanos, epochNanos, 1, 7, 660, 1, 1, Conditions.NONE, 0);
  }

  private static Piece next(BackfillJob job) {
    Piece piece = job.next();
    assertThat(piece).isNotNull();
    return piece;
  }

  @Test
  void theWholeGapIsAskedForWithItsMargins() {
    BackfillJob job = job(MINUTE, "T.SPY", "T.QQQ", "AM.SPY");
    job.begin();

    assertThat(next(job))
        .isEqualTo(new Piece(Map.of("T.SPY", START, "T.QQQ", START), NOON + MINUTE + 5 * SECOND));
  }

  @Test
  void aLongGapIsAskedForPieceByPieceWithoutASeam() {
    BackfillJob job = job(100 * MINUTE, "T.SPY");
    job.begin();
    List<Piece> pieces = new ArrayList<>();
    for (@Nullable Piece piece = job.next(); piece != null; piece = job.next()) {
      pieces.add(piece);
      job.fetched("T.SPY", piece);
    }

    assertThat(pieces).hasSizeGreaterThan(3);
    long next = START;
    for (Piece piece : pieces) {
      assertThat(piece.fromNanos()).containsExactly(Map.entry("T.SPY", next));
      next = piece.toNanos() + 1;
    }
    assertThat(next).isEqualTo(NOON + 100 * MINUTE + 5 * SECOND + 1);
  }

  @Test
  void whereLittleIsFoundThePiecesGrow() {
    BackfillJob job = job(1000 * MINUTE, "T.SPY");
    job.begin();
    int pieces = 0;
    for (@Nullable Piece piece = job.next(); piece != null; piece = job.next()) {
      job.fetched("T.SPY", piece);
      job.found(10);
      pieces++;
    }

    assertThat(pieces).isLessThan(15);
  }

  @Test
  void whatFailedIsAskedForFromWhereItFailed() {
    BackfillJob job = job(100 * MINUTE, "T.SPY", "T.QQQ");
    job.begin();
    Piece first = next(job);
    job.fetched("T.SPY", first);
    job.failed("T.QQQ", new Outage("it is down", null));
    assertThat(next(job).fromNanos()).containsOnlyKeys("T.SPY");
    assertThat(job.failure()).isEqualTo("it is down");

    job.begin();
    assertThat(job.failure()).isNull();
    assertThat(next(job).fromNanos()).containsExactly(Map.entry("T.QQQ", START));
  }

  @Test
  void onlyWhatCameBehindTheGapTellsOfTheHistory() {
    BackfillJob job = job(MINUTE, "T.SPY");
    MarketEvent first = print(NOON + MINUTE + 5 * SECOND + 1);

    assertThat(job.witness(null)).isNull();
    assertThat(job.witness(print(NOON + MINUTE + 5 * SECOND))).isNull();
    assertThat(job.witness(first)).isSameAs(first);
    assertThat(job.witness(print(NOON + 2 * MINUTE)))
        .as("a history that is behind never has the latest")
        .isSameAs(first);
  }

  @Test
  void aQuietMarketIsNotWaitedForForEver() {
    BackfillJob job = job(MINUTE, "T.SPY");
    for (int i = 0; i < 200; i++) {
      job.await(SETTLE, LONGEST, false, i * SECOND);
    }

    assertThat(job.isHopeless()).isFalse();
    assertThat(job.isQuiet(SETTLE, 1000 * SECOND, 239 * SECOND)).isFalse();
    assertThat(job.isQuiet(SETTLE, 239 * SECOND, 1000 * SECOND))
        .as("a line that was down")
        .isFalse();
    assertThat(job.isQuiet(SETTLE, 240 * SECOND, 240 * SECOND)).isTrue();
  }

  @Test
  void aHistoryThatStandsStillIsLookedAtEachTimeLaterAndThenGivenUp() {
    BackfillJob job = job(MINUTE, "T.SPY");
    long now = 0;
    long before = 0;
    int looks = 0;
    while (!job.isHopeless()) {
      job.await(SETTLE, LONGEST, true, now);
      assertThat(job.dueNanos() - now).isBetween(before, LONGEST.toNanos());
      before = job.dueNanos() - now;
      now = job.dueNanos();
      looks++;
    }

    assertThat(looks).isEqualTo(60);
    assertThat(before).isEqualTo(LONGEST.toNanos());
  }

  @Test
  void whatIsRefusedIsAskedForAgainButLate() {
    BackfillJob job = job(MINUTE, "T.SPY");
    job.begin();
    Piece piece = next(job);
    job.failed("T.SPY", new Refusal(403, "not entitled"));
    job.retry(SETTLE, LONGEST, 0);

    assertThat(job.failure()).isEqualTo("not entitled");
    assertThat(job.dueNanos()).isEqualTo(LONGEST.toNanos());
    job.begin();
    assertThat(job.next()).isEqualTo(piece);
  }
}
