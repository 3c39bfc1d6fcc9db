package io.spyglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Listing;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Underlying;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListingsTest {
  private static final SimulatedMarket MARKET = SimulatedMarket.of(1, TradingCalendar.standard());

  private static List<OptionContract> listed(String date, Underlying underlying) {
    return MARKET.day(LocalDate.parse(date)).listings(underlying).stream()
        .map(Listing::contract)
        .toList();
  }

  private static Set<LocalDate> expiries(String date, String root) {
    return listed(date, Underlying.ofRoot(root)).stream()
        .filter(c -> c.root().equals(root))
        .map(OptionContract::expiry)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static NavigableSet<Double> strikes(String date, String root, String expiry) {
    return listed(date, Underlying.ofRoot(root)).stream()
        .filter(c -> c.root().equals(root) && c.expiry().equals(LocalDate.parse(expiry)))
        .map(OptionContract::strike)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyWeekdayExpiresNow() {
    assertThat(expiries("2026-11-16", "SPXW"))
        .contains(
            LocalDate.of(2026, 11, 16),
            LocalDate.of(2026, 11, 17),
            LocalDate.of(2026, 11, 18),
            LocalDate.of(2026, 11, 19),
            LocalDate.of(2026, 11, 20));
    assertThat(expiries("2026-11-16", "SPY")).contains(LocalDate.of(2026, 11, 17));
  }

  @Test
  void tuesdaysAndThursdaysDidNotExpireIn2021() {
    Set<DayOfWeek> near =
        expiries("2021-05-10", "SPXW").stream()
            .filter(d -> d.isBefore(LocalDate.of(2021, 5, 24)))
            .map(LocalDate::getDayOfWeek)
            .collect(Collectors.toSet());

    assertThat(near)
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
  }

  @Test
  void aHolidayHandsItsExpiryOn() {
    assertThat(expiries("2021-05-27", "SPXW"))
        .contains(LocalDate.of(2021, 6, 1))
        .doesNotContain(LocalDate.of(2021, 5, 31));
    assertThat(expiries("2022-04-11", "SPX"))
        .contains(LocalDate.of(2022, 4, 14))
        .doesNotContain(LocalDate.of(2022, 4, 15));
  }

  @Test
  void monthEndsAreListedFarAhead() {
    assertThat(expiries("2026-11-16", "SPXW"))
        .contains(
            LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 29));
  }

  @Test
  void aMorningSettledSeriesTradesForTheLastTimeOnTheDayBefore() {
    assertThat(expiries("2026-11-19", "SPX")).contains(LocalDate.of(2026, 11, 20));
    assertThat(expiries("2026-11-20", "SPX")).doesNotContain(LocalDate.of(2026, 11, 20));
    assertThat(expiries("2026-11-20", "SPXW")).contains(LocalDate.of(2026, 11, 20));
  }

  @Test
  void whatIsListedStaysListedUntilItExpires() {
    TradingCalendar calendar = TradingCalendar.standard();
    for (Underlying underlying : SimulatedMarket.UNDERLYINGS) {
      Set<OptionContract> before = Set.of();
      LocalDate date = LocalDate.of(2026, 9, 1);
      for (int i = 0; i < 30; i++) {
        LocalDate today = date;
        Set<OptionContract> now = new HashSet<>(listed(today.toString(), underlying));
        List<OptionContract> lost =
            before.stream()
                .filter(c -> !now.contains(c))
                .filter(c -> !calendar.expiry(c).lastTradingDay().isBefore(today))
                .toList();

        assertThat(lost).as("delisted on %s", today).isEmpty();
        before = now;
        date = calendar.next(date);
      }
    }
  }

  @Test
  void strikesAreNarrowNearTheMoneyAndWideFarFromIt() {
    SimulatedDay day = MARKET.day(LocalDate.of(2026, 11, 18));
    double spot = day.spot(SimulatedMarket.SPX, day.startNanos());
    NavigableSet<Double> strikes = strikes("2026-11-18", "SPXW", "2026-11-18");
    double atTheMoney = strikes.ceiling(spot);

    assertThat(strikes.higher(atTheMoney) - atTheMoney).isEqualTo(5);
    assertThat(strikes.higher(strikes.first()) - strikes.first()).isEqualTo(100);
    assertThat(strikes).allMatch(strike -> strike % 5 == 0);
    assertThat(strikes.first()).isLessThan(0.75 * spot);
    assertThat(strikes("2026-11-18", "SPY", "2026-11-18"))
        .contains(Math.rint(spot / 10), Math.rint(spot / 10) + 1);
  }

  @Test
  void everyStrikeHasACallAndAPutAndEveryContractIsListedOnce() {
    List<OptionContract> listed = listed("2026-11-18", SimulatedMarket.SPX);
    long calls = listed.stream().filter(c -> c.right() == Right.CALL).count();

    assertThat(listed).doesNotHaveDuplicates();
    assertThat(calls * 2).isEqualTo(listed.size());
    assertThat(listed).hasSizeBetween(8_000, 30_000);
  }

  @Test
  void openInterestIsThatOfTheDayBeforeAndGathersAtRoundStrikes() {
    List<OpenInterest> open =
        MARKET.day(LocalDate.of(2026, 11, 16)).openInterest(SimulatedMarket.SPX);
    double round = average(open, 100);
    double odd =
        open.stream()
            .filter(o -> o.contract().strike() % 25 != 0)
            .mapToLong(OpenInterest::contracts)
            .average()
            .orElseThrow();
    long total = open.stream().mapToLong(OpenInterest::contracts).sum();

    assertThat(open).allMatch(o -> o.effectiveDate().equals(LocalDate.of(2026, 11, 13)));
    assertThat(round).isGreaterThan(1.5 * odd);
    assertThat(total).isBetween(8_000_000L, 35_000_000L);
  }

  private static double average(List<OpenInterest> open, int step) {
    return open.stream()
        .filter(o -> o.contract().strike() % step == 0)
        .mapToLong(OpenInterest::contracts)
        .average()
        .orElseThrow();
  }
}
