package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.config.RetentionSettings;
import io.spyglass.journal.Journal;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import io.spyglass.monitor.Retention.Doomed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOW = Instant.parse("2026-11-20T22:05:00Z");
  private static final OptionContract CALL = OptionContract.parse("O:SPXW261120C06600000");

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new Lake(folder, LakeOptions.defaults());
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void whatIsOldIsAnnouncedBeforeItIsDeleted() throws IOException {
    journal(TODAY.minusDays(31), 120_000_000);
    journal(TODAY.minusDays(30), 1);
    journal(TODAY.minusDays(1), 1);
    Retention retention = retention(30, 0);
    assertThat(retention.carryOut(TODAY, NOW)).isEmpty();
    assertThat(retention.announce(TODAY, NOW))
        .extracting(Doomed::toString)
        .containsExactly(
            "journal/2026-10-20, 120 MB: older than 30 days,"
                + " and nothing else has it: the caches do not");
    assertThat(retention.carryOut(TODAY, NOW.plus(Duration.ofMinutes(59)))).isEmpty();
    assertThat(retention(30, 0).carryOut(TODAY, NOW.plus(Duration.ofMinutes(60)))).hasSize(1);
    assertThat(journalDays()).containsExactly("2026-10-21", "2026-11-19");
  }

  @Test
  void ofAJournalThatIsNotInTheCachesToItsEndThatIsSaid() throws IOException {
    LocalDate old = TODAY.minusDays(40);
    journal(old, 1_000_000);
    journal(TODAY.minusDays(1), 1);
    cache(old);
    assertThat(retention(30, 0).plan(TODAY))
        .extracting(Doomed::toString)
        .containsExactly("journal/2026-10-11, 1 MB: older than 30 days");
    journal(old, 2_000_000);
    assertThat(retention(30, 0).plan(TODAY).getFirst().why()).contains("nothing else has it");
    lake.clear(lake.cache());
    cache(old);
    assertThat(retention(30, 0).plan(TODAY).getFirst().why()).doesNotContain("nothing else");
    lake.clear(lake.cache());
    assertThat(retention(30, 0).plan(TODAY).getFirst().why()).contains("nothing else has it");
  }

  @Test
  void whatWasNotAnnouncedIsNotDeleted() throws IOException {
    journal(TODAY.minusDays(40), 1);
    journal(TODAY.minusDays(1), 1);
    Retention retention = retention(30, 0);
    retention.announce(TODAY, NOW);
    journal(TODAY.minusDays(50), 1);
    retention.carryOut(TODAY, NOW.plus(Duration.ofHours(2)));
    assertThat(journalDays()).containsExactly("2026-10-01", "2026-11-19");
  }

  @Test
  void whatIsNoLongerToGoStays() throws IOException {
    journal(TODAY.minusDays(40), 1);
    journal(TODAY.minusDays(1), 1);
    retention(30, 0).announce(TODAY, NOW);
    assertThat(retention(60, 0).carryOut(TODAY, NOW.plus(Duration.ofHours(2)))).isEmpty();
    Files.writeString(folder.resolve("journal/retention.json"), "damaged");
    assertThat(retention(30, 0).carryOut(TODAY, NOW.plus(Duration.ofHours(2)))).isEmpty();
  }

  @Test
  void todayAndTheLastDayBeforeItStayHoweverOldOrLarge() throws IOException {
    journal(TODAY.minusDays(90), 3_000_000_000L);
    journal(TODAY, 3_000_000_000L);
    cache(TODAY.minusDays(90));
    cache(TODAY);
    assertThat(retention(30, 1).plan(TODAY)).isEmpty();
  }

  @Test
  void aboveTheBoundJournalsThatAreCachedGoFirstAndThenTheOldestCaches() throws IOException {
    for (int day = 4; day >= 1; day--) {
      journal(TODAY.minusDays(day), 600_000_000);
    }
    cache(TODAY.minusDays(9));
    cache(TODAY.minusDays(3));
    assertThat(retention(0, 3).plan(TODAY)).isEmpty();
    assertThat(retention(0, 2).plan(TODAY))
        .extracting(Doomed::path)
        .containsExactly("journal/2026-11-17");
    assertThat(retention(0, 1).plan(TODAY))
        .extracting(Doomed::path)
        .containsExactly("journal/2026-11-17", "historical/2026-11-11", "historical/2026-11-17");
    Retention retention = retention(0, 1);
    retention.announce(TODAY, NOW);
    assertThat(retention.carryOut(TODAY, NOW.plus(Duration.ofHours(1)))).hasSize(3);
    assertThat(lake.cache()).isEmpty();
    assertThat(journalDays()).containsExactly("2026-11-16", "2026-11-18", "2026-11-19");
  }

  @Test
  void withoutBoundsEverythingStays() throws IOException {
    journal(TODAY.minusDays(4000), 1);
    journal(TODAY.minusDays(1), 1);
    assertThat(retention(0, 0).plan(TODAY)).isEmpty();
  }

  private Retention retention(int days, int gigabytes) {
    return new Retention(folder, lake, new RetentionSettings(days, gigabytes));
  }

  /// A journal of some length, which takes no room of the disk.
  private void journal(LocalDate date, long bytes) throws IOException {
    Path file = CapturedDay.file(folder, date);
    Files.createDirectories(file.resolveSibling(""));
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(bytes);
    }
  }

  /// Writes a day into the caches; its journal, where it has one, as far as it has come.
  private void cache(LocalDate date) {
    try (DayWriter writer = lake.write(date)) {
      writer.trade(new Trade(CALL, 1, 1, -1, 1, 10, 2, 302, Conditions.NONE, 0));
      writer.commit(Completeness.SESSION);
    }
    Path journal = CapturedDay.file(folder, date);
    if (Files.exists(journal)) {
      CapturedDay.noteCached(journal, journal.toFile().length());
    }
  }

  private List<String> journalDays() {
    return Journal.days(folder).stream().map(LocalDate::toString).toList();
  }
}
