package io.spyglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.simulator.Selection.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final Underlying SPX = SimulatedMarket.SPX;

  private static SimulatedDay day(long seed, LocalDate date) {
    return SimulatedMarket.of(seed, TradingCalendar.standard()).day(date);
  }

  private static long at(LocalDate date, String time) {
    return NewYork.epochNanos(date, LocalTime.parse(time));
  }

  private static Selection window(String from, String to) {
    return Selection.all().between(at(DATE, from), at(DATE, to));
  }

  private static boolean isOf(MarketEvent event, Set<OptionContract> contracts) {
    return switch (event) {
      case Quote q -> contracts.contains(q.instrument());
      case Trade t -> contracts.contains(t.instrument());
      default -> false;
    };
  }

  @Test
  void aDateWithoutTradingIsRefusedWithItsNeighbours() {
    assertThatThrownBy(() -> day(1, LocalDate.of(2026, 11, 26)))
        .hasMessage(
            "2026-11-26 is no trading day: the one before it is 2026-11-25, the next 2026-11-27");
  }

  @Test
  void aDateBeforeTheFirstIsRefused() {
    assertThatThrownBy(() -> day(1, LocalDate.of(2019, 12, 31)))
        .hasMessage("the simulated market begins on 2020-01-02, there is no 2019-12-31");
  }

  @Test
  void anUnknownUnderlyingIsRefused() {
    assertThatThrownBy(() -> Selection.of(new Underlying("NDX")))
        .hasMessage("the simulated market has no NDX: it has SPX and SPY");
  }

  @Test
  void theSameSeedAndDateGiveTheSameEvents() {
    Selection selection = window("09:29", "09:33");

    assertThat(Events.digest(Events.all(day(3, DATE), selection)))
        .isEqualTo(Events.digest(Events.all(day(3, DATE), selection)))
        .isNotEqualTo(Events.digest(Events.all(day(4, DATE), selection)));
  }

  @Test
  void aDayBeginsWhereTheOneBeforeItClosed() {
    LocalDate next = LocalDate.of(2026, 11, 23);
    SimulatedDay before = day(1, LocalDate.of(2026, 11, 20));
    long close = at(LocalDate.of(2026, 11, 20), "16:00");

    for (Underlying underlying : SimulatedMarket.UNDERLYINGS) {
      assertThat(day(1, next).previousClose(underlying))
          .isCloseTo(before.spot(underlying, close), within(0.005 + 1e-9));
    }
  }

  @Test
  void aSmallSelectionHasItsPinnedDigest() {
    SimulatedDay day = day(1, DATE);
    double strike = Math.rint(day.spot(SPX, at(DATE, "09:30")) / 5) * 5;
    OptionContract call = OptionContract.parse("SPXW261118C0%d000".formatted((int) strike));
    List<MarketEvent> events =
        Events.all(day, Selection.of(SPX).only(Set.of(call)).between(0, at(DATE, "10:00")));

    assertThat(call.compact()).isEqualTo("SPXW261118C06690000");
    assertThat(events).hasSize(5220);
    assertThat(Events.digest(events)).isEqualTo(921609329686720571L);
  }

  @Test
  void askingForSomeContractsGivesThemAsInTheWhole() {
    SimulatedDay day = day(1, DATE);
    Selection whole = window("10:59", "11:04").only(Kind.QUOTE, Kind.TRADE);
    List<OptionContract> listed =
        day.listings(SPX).stream().map(listing -> listing.contract()).toList();
    Set<OptionContract> some = Set.copyOf(listed.subList(100, 400));

    List<MarketEvent> part = Events.all(day, whole.only(some));

    assertThat(part).hasSizeGreaterThan(500);
    assertThat(part).isEqualTo(Events.matching(day, whole, event -> isOf(event, some)));
  }

  @Test
  void askingForOneExpiryGivesItAsInTheWhole() {
    SimulatedDay day = day(1, DATE);
    Selection whole = window("15:57", "16:02");
    LocalDate friday = LocalDate.of(2026, 11, 20);

    List<MarketEvent> part = Events.all(day, whole.expiring(friday).only(Kind.QUOTE, Kind.TRADE));

    assertThat(part).hasSizeGreaterThan(1000);
    assertThat(part)
        .isEqualTo(
            Events.matching(
                day,
                whole.only(Kind.QUOTE, Kind.TRADE),
                event ->
                    switch (event) {
                      case Quote q -> expires(q.instrument(), friday);
                      case Trade t -> expires(t.instrument(), friday);
                      default -> false;
                    }));
  }

  private static boolean expires(Object instrument, LocalDate date) {
    return instrument instanceof OptionContract contract && contract.expiry().equals(date);
  }

  @Test
  void askingForTradesAloneGivesTheSameTrades() {
    SimulatedDay day = day(1, DATE);
    Selection whole = window("09:30", "09:34").expiring(DATE);

    assertThat(Events.all(day, whole.only(Kind.TRADE)))
        .hasSizeGreaterThan(1000)
        .isEqualTo(
            Events.matching(
                day,
                whole,
                event ->
                    event instanceof Trade trade && trade.instrument() instanceof OptionContract));
  }

  @Test
  void askingForAWindowGivesItAsInTheWhole() {
    SimulatedDay day = day(1, DATE);
    Selection morning = window("09:00", "09:45").expiring(DATE);
    long from = at(DATE, "09:32") + 17;
    long to = at(DATE, "09:41") + 1_234_567_890;

    assertThat(Events.all(day, morning.between(from, to)))
        .isEqualTo(
            Events.matching(
                day, morning, event -> event.epochNanos() >= from && event.epochNanos() < to));
  }

  @Test
  void eventsComeInTheOrderOfASession() {
    List<MarketEvent> events = Events.all(day(1, DATE), window("09:00", "09:34"));

    assertThat(events).isSortedAccordingTo(MarketEvent.ORDER);
    assertThat(events.getFirst().epochNanos()).isEqualTo(at(DATE, "09:00"));
  }

  @Test
  void sequencesOfAContractRiseWithTime() {
    Selection selection = Selection.of(SPX).expiring(DATE);
    SimulatedDay day = day(1, DATE);
    OptionContract contract =
        day.listings(SPX).stream()
            .map(listing -> listing.contract())
            .filter(c -> c.expiry().equals(DATE))
            .filter(c -> c.strike() > day.spot(SPX, at(DATE, "12:00")))
            .findFirst()
            .orElseThrow();
    Selection one = selection.only(Set.of(contract));

    for (Kind kind : List.of(Kind.QUOTE, Kind.TRADE)) {
      List<Long> sequences =
          Events.all(day, one.only(kind)).stream().map(MarketEvent::sequence).toList();
      assertThat(sequences).hasSizeGreaterThan(50).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void expiringSeriesStopAtTheCloseAndOthersAQuarterOfAnHourLater() {
    SimulatedDay day = day(1, DATE);
    long close = at(DATE, "16:00");
    Selection late = Selection.all().only(Kind.QUOTE, Kind.TRADE).between(close, Long.MAX_VALUE);

    assertThat(Events.all(day, late.expiring(DATE))).isEmpty();
    List<MarketEvent> next = Events.all(day, late.expiring(LocalDate.of(2026, 11, 19)));
    assertThat(next).isNotEmpty();
    assertThat(next)
        .allMatch(event -> event.epochNanos() < at(DATE, isFund(event) ? "16:15" : "17:00"));
  }

  private static boolean isFund(MarketEvent event) {
    return switch (event) {
      case Quote q -> q.instrument().ticker().startsWith("O:SPY");
      case Trade t -> t.instrument().ticker().startsWith("O:SPY");
      default -> false;
    };
  }

  @Test
  void aShortDayEndsEarly() {
    LocalDate friday = LocalDate.of(2026, 11, 27);
    SimulatedDay day = day(1, friday);
    Selection after =
        Selection.all().only(Kind.QUOTE, Kind.TRADE).between(at(friday, "13:00"), Long.MAX_VALUE);

    assertThat(day.endNanos()).isEqualTo(at(friday, "13:15"));
    assertThat(Events.all(day, after.expiring(friday))).isEmpty();
    assertThat(Events.all(day, after.expiring(LocalDate.of(2026, 11, 30)))).isNotEmpty();
  }

  @Test
  void nothingTradesBeforeTheOpen() {
    assertThat(Events.all(day(1, DATE), window("09:00", "09:30")))
        .noneMatch(event -> event instanceof Trade)
        .anyMatch(event -> event instanceof Quote);
  }

  @Test
  void theNewsAreInventedAndInOrder() {
    List<MarketEvent> news = Events.all(day(1, DATE), Selection.of(SPX).only(Kind.NEWS));

    assertThat(news).hasSizeBetween(10, 70).isSortedAccordingTo(MarketEvent.ORDER);
    assertThat(news)
        .allSatisfy(event -> {
          News article = (News) event;
          assertThat(article.title()).isNotBlank().doesNotContain("%");
          assertThat(article.sentiment()).isBetween(-1.0, 1.0);
          assertThat(article.tickers()).contains("SPY");
          assertThat(article.description()).contains("Simulated");
        });
    assertThat(news.stream().map(event -> ((News) event).id())).doesNotHaveDuplicates();
  }

  @Test
  void theFundFollowsTheIndex() {
    SimulatedDay day = day(1, DATE);
    Selection spot = window("11:00", "11:05").only(Kind.SPOT);
    List<MarketEvent> events = Events.all(day, spot);

    assertThat(events)
        .filteredOn(event -> event instanceof Quote)
        .hasSizeGreaterThan(300)
        .allSatisfy(event -> {
          Quote quote = (Quote) event;
          double index = day.spot(SPX, quote.epochNanos());
          assertThat(quote.instrument()).isEqualTo(new Stock("SPY"));
          assertThat(quote.bid()).isLessThan(quote.ask());
          assertThat(Events.mid(quote) * 10 / index).isBetween(0.993, 1.004);
        });
  }
}
