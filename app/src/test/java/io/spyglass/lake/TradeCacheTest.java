package io.spyglass.lake;

import static io.spyglass.lake.LakeFixture.CALL;
import static io.spyglass.lake.LakeFixture.DATE;
import static io.spyglass.lake.LakeFixture.OPEN;
import static io.spyglass.lake.LakeFixture.PUT;
import static io.spyglass.lake.LakeFixture.SPY;
import static io.spyglass.lake.LakeFixture.bar;
import static io.spyglass.lake.LakeFixture.lake;
import static io.spyglass.lake.LakeFixture.quote;
import static io.spyglass.lake.LakeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.Conditions;
import io.spyglass.session.CorruptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeCacheTest {
  @TempDir private Path root;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = lake(root);
    write(DATE);
    write(DATE.plusDays(1));
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private void write(LocalDate date) {
    try (DayWriter day = lake.write(date)) {
      day.trade(trade(CALL, OPEN, 1, 1, Conditions.NONE))
          .trade(trade(CALL, OPEN, 2, 1, Conditions.NONE))
          .quote(quote(PUT, OPEN, 1, 1, 2))
          .bar(bar(SPY, 0, 370, 1));
      day.commit(Completeness.SESSION);
    }
  }

  @Test
  void itTellsWhatItHoldsDayByDay() throws IOException {
    List<CacheDay> days = lake.cache();

    assertThat(days).extracting(CacheDay::date).containsExactly(DATE, DATE.plusDays(1));
    long bytes =
        Files.size(lake.historical("trades", DATE).resolve(Lake.fileName(CALL)))
            + Files.size(lake.historical("quotes", DATE).resolve(Lake.fileName(PUT)));
    assertThat(days.getFirst()).isEqualTo(new CacheDay(DATE, 2, 1, 1, bytes));
    assertThat(lake.cachedTrades(DATE)).isEqualTo(2);
    assertThat(lake.cachedQuotes(DATE)).isEqualTo(1);
  }

  @Test
  void clearingADayLeavesTheOthersAndTheBars() {
    lake.clear(List.of(lake.cache().getFirst()));

    assertThat(lake.cache()).extracting(CacheDay::date).containsExactly(DATE.plusDays(1));
    assertThat(lake.raw("spy", DATE)).exists();
    assertThat(lake.historical("trades", DATE)).doesNotExist();
  }

  @Test
  void aDamagedFileIsNamedAndCanStillBeCleared() throws IOException {
    Path file = lake.historical("trades", DATE).resolve(Lake.fileName(CALL));
    assertThat(lake.cached(DATE).hasAllTrades(CALL)).isTrue();
    Files.writeString(file, "damaged");

    assertThatThrownBy(() -> lake.cachedTrades(DATE))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContaining(file.toString());
    assertThat(lake.cached(DATE).hasAllTrades(CALL)).isFalse();
    assertThat(lake.cached(DATE).hasAllQuotes(PUT)).isTrue();
    lake.clear(lake.cache());
    assertThat(lake.cache()).isEmpty();
    assertThat(lake.cached(DATE).isEmpty()).isTrue();
  }

  @Test
  void whatIsNoDayAndNoParquetFileIsLeftOut() throws IOException {
    Files.createDirectories(root.resolve("historical/trades/notes"));
    Files.writeString(lake.historical("trades", DATE).resolve("readme.txt"), "x");

    assertThat(lake.cache()).hasSize(2);
    assertThat(lake.cache().getFirst().tradeFiles()).isEqualTo(1);
  }
}
