package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.Session;
import io.spyglass.session.TickingFeed;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedMarket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sums by the minute against those made straight from the day's trades.
class MinuteSumsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final Underlying SPX = new Underlying("SPX");
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final SimulatedDay SIMULATED = SimulatedMarket.of(1, CALENDAR).day(DATE);
  private static final long OPEN = CALENDAR.day(DATE).regular().fromNanos();
  private static final long MINUTE = 60_000_000_000L;
  private static final int MINUTES = 21;
  private static final Look LOOK = new Look(SPX, DATE);

  private static final FlowBoard BOARD = new FlowBoard(List.of(SPX), Mode.DEMO, CALENDAR, DATE);
  private static final Map<OptionContract, double[]> VOLUME = new TreeMap<>();
  private static final Map<OptionContract, double[]> PREMIUM = new TreeMap<>();
  private static final long END = OPEN + (MINUTES - 1) * MINUTE;
  private static final Map<String, Double> LAST_MINUTE = new TreeMap<>();

  @BeforeAll
  static void play() {
    Selection selection = Selection.of(SPX).expiring(DATE).between(Long.MIN_VALUE, END + 1);
    FlowState flow =
        new FlowState(DATE, CALENDAR, Map.of(SPX, FlowRules.standard(SPX).viewing(10, 1)), BOARD);
    try (TickingFeed feed = new TickingFeed(SIMULATED.feed(selection))) {
      new Session(flow, BOARD).run(feed);
    }
    try (var feed = SIMULATED.feed(selection)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (event instanceof Trade trade && trade.instrument() instanceof OptionContract option) {
          sum(option, trade);
        }
      }
    }
  }

  /// Adds a trade that counts: from the opening on, neither late nor cancelled nor corrected.
  private static void sum(OptionContract option, Trade trade) {
    boolean isSkipped = trade.correction() > 0;
    for (int code = 201; code <= 207; code++) {
      isSkipped |= trade.conditions().toList().contains(code);
    }
    if (trade.epochNanos() >= OPEN && !isSkipped) {
      int minute = (int) ((trade.epochNanos() - OPEN) / MINUTE);
      VOLUME.computeIfAbsent(option, _ -> new double[MINUTES])[minute] += trade.size();
      PREMIUM.computeIfAbsent(option, _ -> new double[MINUTES])[minute] +=
          trade.size() * trade.price() * 100;
      if (trade.epochNanos() > END - MINUTE) {
        LAST_MINUTE.merge(option.ticker(), trade.size(), Double::sum);
      }
    }
  }

  private static double total(
      Map<OptionContract, double[]> sums, Right right, ToDoubleFunction<double[]> of) {
    return sums.entrySet().stream()
        .filter(each -> each.getKey().right() == right)
        .mapToDouble(each -> of.applyAsDouble(each.getValue()))
        .sum();
  }

  @Test
  void theMinutesOfTheExpiryAreTheSumsOfItsTrades() {
    Sheet sheet = new Sheet();
    BOARD.copy(LOOK, sheet, false);

    assertThat(VOLUME).hasSizeGreaterThan(100);
    assertThat(sheet.minuteCount).isBetween(MINUTES - 1, MINUTES);
    for (int i = 0; i < sheet.minuteCount; i++) {
      int minute = i;
      for (Right right : Right.values()) {
        int put = right == Right.PUT ? 1 : 0;
        assertThat(sheet.minutes[put][i]).isEqualTo(total(VOLUME, right, each -> each[minute]));
        assertThat(sheet.minutes[2 + put][i])
            .isCloseTo(total(PREMIUM, right, each -> each[minute]), within(1e-3));
      }
    }
  }

  @Test
  void theMinutesOfAContractAreTheSumsOfItsTradesAndItsSidesAddUp() {
    VOLUME.forEach((option, volume) -> {
      ContractDay day = BOARD.contract(option);
      assertThat(day).isNotNull();
      for (int i = 0; i < day.count(); i++) {
        double[][] traded = day.traded();
        assertThat(traded[0][i]).isEqualTo(volume[i]);
        assertThat(traded[1][i] + traded[2][i] + traded[3][i]).isEqualTo(volume[i]);
        assertThat(traded[4][i]).isCloseTo(PREMIUM.get(option)[i], within(1e-3));
        assertThat(Math.abs(traded[5][i])).isLessThanOrEqualTo(traded[4][i] + 1e-3);
      }
    });
  }

  @Test
  void theLastMinuteOfAContractIsTheSumOfItsTradesInSixtySeconds() {
    Sheet sheet = new Sheet();
    BOARD.copy(LOOK, sheet, false);
    double[] volumes =
        sheet.columns[Column.OF_CONTRACT.indexOf(new Column("last_minute_volume", 4))];
    Map<String, Double> found = new TreeMap<>();
    for (int i = 0; i < sheet.rows.size(); i++) {
      if (volumes[i] > 0) {
        found.put(sheet.rows.get(i).ticker, volumes[i]);
      }
    }

    assertThat(sheet.asOfNanos).isEqualTo(END);
    assertThat(found).hasSizeGreaterThan(20).isEqualTo(LAST_MINUTE);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "5, 0", "15, 0", "1, 7", "5, 2"})
  void aCellOfTheHeatmapIsTheSumOfItsTrades(int stepMinutes, int since) {
    Heatmap map =
        BOARD.heatmap(LOOK, new Heatmap.Request(Heatmap.Measure.VOLUME, stepMinutes, since));
    Map<String, Double> expected = new TreeMap<>();
    VOLUME.forEach((option, volume) -> {
      for (int minute = since * stepMinutes; minute < MINUTES; minute++) {
        if (volume[minute] > 0) {
          String key = key(option.right(), option.strike(), minute / stepMinutes);
          expected.merge(key, volume[minute], Double::sum);
        }
      }
    });
    Map<String, Double> found = new TreeMap<>();
    collect(map, Right.CALL, map.calls(), found);
    collect(map, Right.PUT, map.puts(), found);

    assertThat(found).isEqualTo(expected);
    assertThat(map.strikes()).isSorted().doesNotHaveDuplicates();
  }

  private static String key(Right right, double strike, int step) {
    return right + " " + strike + " " + step;
  }

  private static void collect(
      Heatmap map, Right right, Heatmap.Cells cells, Map<String, Double> found) {
    for (int i = 0; i < cells.size(); i++) {
      double strike = map.strikes().get(cells.strike(i));
      assertThat(found.put(key(right, strike, cells.step(i)), cells.values()[i])).isNull();
    }
  }
}
