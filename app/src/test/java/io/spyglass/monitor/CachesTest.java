package io.spyglass.monitor;

import static io.spyglass.monitor.Captures.CALENDAR;
import static io.spyglass.monitor.Captures.DATE;
import static io.spyglass.monitor.Captures.SECOND;
import static io.spyglass.monitor.Captures.SPX;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.flow.FlowRules;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.Journal;
import io.spyglass.journal.VirtualClock;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CachesTest {
  private static final OptionContract CALL = OptionContract.parse("O:SPXW261120C06600000");
  private static final LocalDate BEFORE = CALENDAR.previous(DATE);
  private static final LocalDate AFTER = CALENDAR.next(DATE);

  @TempDir Path folder;
  private VirtualClock clock;
  private Lake lake;
  private Caches caches;

  @BeforeEach
  void open() {
    clock = new VirtualClock(CALENDAR.day(AFTER).regular().fromNanos());
    lake = new Lake(folder, LakeOptions.defaults());
    caches = new Caches(new DayExport(lake), clock, Duration.ofMinutes(30));
  }

  @AfterEach
  void close() {
    caches.close();
    lake.close();
  }

  @Test
  void aDayThatIsDamagedIsToldAndHoldsUpNoOther() throws Exception {
    CapturedDay damaged = captured(BEFORE);
    byte[] bytes = Files.readAllBytes(damaged.file());
    bytes[128 + 20] = 99;
    Files.write(damaged.file(), bytes);
    caches.owe(damaged);
    caches.owe(captured(DATE));
    awaitThat(null, () -> lake.cachedTrades(DATE) > 0);
    assertThat(caches.trouble()).contains(damaged.file().toString());
    assertThat(CapturedDay.isCached(damaged.file())).isFalse();
  }

  @Test
  void aDayThatFailsIsTriedAgainBehindTheOthers() throws Exception {
    CapturedDay missing = captured(BEFORE);
    Path away = Files.move(missing.file(), missing.file().resolveSibling("away"));
    CapturedDay running = captured(AFTER);
    caches.owe(missing);
    caches.owe(captured(DATE));
    awaitThat(running, () -> lake.cachedTrades(DATE) > 0 && lake.cachedTrades(AFTER) > 0);
    assertThat(caches.trouble()).contains(missing.file().toString());
    Files.move(away, missing.file());
    awaitThat(running, () -> lake.cachedTrades(BEFORE) > 0);
    awaitThat(running, () -> caches.trouble() == null);
  }

  private void awaitThat(@Nullable CapturedDay running, BooleanSupplier what)
      throws InterruptedException {
    while (!what.getAsBoolean()) {
      caches.look(running);
      clock.advance(SECOND);
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /// A day with two prints, each recorded by itself.
  private CapturedDay captured(LocalDate date) throws IOException {
    DayRules.Watched watched = new DayRules.Watched(SPX, FlowRules.standard(SPX), Double.NaN);
    DayRules rules = new DayRules(date, "https://vendor", 0, "standard", List.of(watched));
    CapturedDay day = new CapturedDay(rules, CALENDAR, CapturedDay.file(folder, date));
    long open = CALENDAR.day(date).regular().fromNanos();
    try (Journal journal = day.open()) {
      journal.append(List.of(trade(open + SECOND, 1)));
      journal.append(List.of(trade(open + 2 * SECOND, 2)));
    }
    return day;
  }

  private static Trade trade(long epochNanos, long sequence) {
    return new Trade(CALL, epochNanos, epochNanos, -1, sequence, 10, 2, 302, Conditions.NONE, 0);
  }
}
