package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Underlying;
import io.spyglass.session.Fanout;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import io.spyglass.session.Session;
import io.spyglass.session.TickingFeed;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.Selection.Kind;
import io.spyglass.simulator.SimulatedMarket;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is wanted through a simulated day.
class SubscriptionsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final Underlying SPX = SimulatedMarket.SPX;
  private static final long NOON = at("12:00");

  private final List<Set<String>> told = new ArrayList<>();
  private final Set<String> viewed = new TreeSet<>();

  /// Remembers the contracts that were in view.
  private final class Viewed implements Output {
    @Override
    public void view(ExpiryFlow expiry) {
      expiry.inView().forEach(each -> viewed.add(each.contract().ticker()));
    }
  }

  private static long at(String time) {
    return NewYork.epochNanos(DATE, LocalTime.parse(time));
  }

  private Subscriptions subscriptions(int mostQuotes, String... kinds) {
    return new Subscriptions(List.of(kinds), mostQuotes, told::add);
  }

  private void play(Subscriptions subscriptions, long toNanos) {
    Output output = new Fanout(List.of(new Viewed(), subscriptions));
    FlowState flow =
        new FlowState(DATE, CALENDAR, Map.of(SPX, FlowRules.standard(SPX).viewing(3, 1)), output);
    Session session = new Session(flow, output);
    Selection calm =
        Selection.of(SPX)
            .expiring(DATE)
            .only(Kind.LISTING, Kind.SPOT)
            .between(Long.MIN_VALUE, toNanos);
    Feed feed = new TickingFeed(SimulatedMarket.of(1, CALENDAR).day(DATE).feed(calm));
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      session.accept(event);
      if (!told.isEmpty()) {
        assertThat(viewed).as("before it is in view it is wanted").isEqualTo(wanted("T"));
      }
    }
  }

  private Set<String> wanted(String kind) {
    return told.getLast().stream()
        .filter(each -> each.startsWith(kind + "."))
        .map(each -> each.substring(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatWasOnceInViewStaysWanted() {
    Subscriptions subscriptions = subscriptions(1000, "T", "Q");
    subscriptions.listen();
    play(subscriptions, NOON);

    assertThat(told).hasSizeGreaterThan(2);
    assertThat(told.getFirst()).hasSize(2 * 14);
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i)).containsAll(told.get(i - 1)).isNotEqualTo(told.get(i - 1));
    }
    assertThat(wanted("Q")).isEqualTo(wanted("T"));
  }

  @Test
  void noMoreQuotesAreWantedThanAreAllowedAndThoseNearestToTheSpot() {
    Subscriptions subscriptions = subscriptions(4, "T", "Q");
    subscriptions.listen();
    play(subscriptions, NOON);

    assertThat(wanted("Q")).hasSize(4).isSubsetOf(wanted("T"));
    assertThat(wanted("T")).hasSizeGreaterThan(14);
    assertThat(told.stream().map(this::quoted).distinct()).hasSizeGreaterThan(2);
  }

  private Set<String> quoted(Set<String> channels) {
    return channels.stream().filter(each -> each.startsWith("Q.")).collect(Collectors.toSet());
  }

  @Test
  void aPlanWithBarsAloneWantsBars() {
    Subscriptions subscriptions = subscriptions(1000, "A");
    play(subscriptions, at("09:31"));
    subscriptions.listen();

    assertThat(told).singleElement().satisfies(all -> assertThat(all).hasSize(14));
    assertThat(told.getFirst()).allMatch(each -> each.startsWith("A.O:SPXW261120"));
  }

  @Test
  void theSameFactsWantTheSameHoweverLateItListens() {
    Subscriptions early = subscriptions(4, "T", "Q");
    early.listen();
    play(early, NOON);
    Set<String> last = told.getLast();
    told.clear();
    viewed.clear();

    Subscriptions late = subscriptions(4, "T", "Q");
    play(late, NOON);
    assertThat(told).isEmpty();
    late.listen();
    assertThat(told).containsExactly(last);
  }

  @Test
  void aPlanWithoutSocketsWantsNothing() {
    Subscriptions none = subscriptions(1000);
    none.listen();
    play(none, at("09:31"));

    assertThat(told).isEmpty();
    assertThat(viewed).isNotEmpty();
  }
}
