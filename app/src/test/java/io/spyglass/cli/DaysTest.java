package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.config.Sources;
import io.spyglass.flow.FlowRules;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Day;
import io.spyglass.session.Feed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaysTest {
  private static final Underlying SPX = new Underlying("SPX");
  private static final Underlying SPY = new Underlying("SPY");
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

  @TempDir private Path folder;

  private Day simulated(Underlying first, Map<String, String> flags) {
    Settings settings = Settings.load(new Sources(Optional.empty(), folder, Map.of(), flags));
    return new Days(settings, TradingCalendar.standard()).simulated(1, DATE, first);
  }

  @Test
  void aSimulatedDayHasBothUnderlyingsTheAskedOneFirst() {
    assertThat(simulated(SPX, Map.of()).underlyings()).containsExactly(SPX, SPY);
    assertThat(simulated(SPY, Map.of()).underlyings()).containsExactly(SPY, SPX);
    assertThat(simulated(SPY, Map.of()).previousCloses()).containsOnlyKeys(SPX, SPY);
  }

  @Test
  void aSimulatedDayHasTheThreeNearestExpiriesOfEach() {
    Map<String, Set<LocalDate>> expiries = new TreeMap<>();
    try (Feed feed = simulated(SPX, Map.of()).feed()) {
      for (MarketEvent event = feed.next(); event instanceof Listing listing; event = feed.next()) {
        expiries
            .computeIfAbsent(listing.contract().underlying().symbol(), _ -> new TreeSet<>())
            .add(listing.contract().expiry());
      }
    }

    Set<LocalDate> nearest = Set.of(DATE, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
    assertThat(expiries).isEqualTo(Map.of("SPX", nearest, "SPY", nearest));
  }

  @Test
  void whatIsPlayedIsShownWideUnlessTheSettingsSayOtherwise() {
    FlowRules wide = simulated(SPX, Map.of()).rules().get(SPX);
    Map<String, String> given = Map.of("flow.strikes_each_side", "3", "flow.expiries_in_view", "1");
    FlowRules narrow = simulated(SPX, given).rules().get(SPX);

    assertThat(wide.strikesEachSide()).isEqualTo(15);
    assertThat(wide.expiriesInView()).isGreaterThanOrEqualTo(3);
    assertThat(narrow.strikesEachSide()).isEqualTo(3);
    assertThat(narrow.expiriesInView()).isEqualTo(1);
  }
}
