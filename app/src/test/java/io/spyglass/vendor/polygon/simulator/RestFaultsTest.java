package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;
import io.spyglass.net.Refusal;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Article;
import io.spyglass.vendor.polygon.BarLength;
import io.spyglass.vendor.polygon.BarRow;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.ContractRow;
import io.spyglass.vendor.polygon.Events;
import io.spyglass.vendor.polygon.Pages;
import io.spyglass.vendor.polygon.Query;
import io.spyglass.vendor.polygon.QuoteRow;
import io.spyglass.vendor.polygon.Snapshot;
import io.spyglass.vendor.polygon.TradeRow;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Our client against our simulator at its worst: what it is told then is what it is told at peace.
class RestFaultsTest {
  private static final String INDEX = "I:SPX";
  private static final String EVERYTHING =
      """
      {"rest_throttled": 0.3, "rest_retry_after": 0.1, "rest_empty_throttled": 0.4,
       "rest_outages": 0.15, "rest_delay_millis": 3, "rest_vendor_host": true, "rest_moved": true,
       "exponents": true, "fractional_sizes": true, "unknown_fields": true,
       "missing_greeks": 0.2, "missing_quotes": 0.2, "missing_trades": 0.2,
       "missing_underlying": 0.2, "not_entitled_items": 0.2}
      """;

  private static final Set<String> WITHHELD =
      Set.of("greeks", "impliedVolatility", "lastQuote", "lastTrade", "underlyingAsset");

  private final Rejects rejects = new Rejects();

  /// Something of everything that is asked over REST.
  private record Answers(
      List<Snapshot> chain,
      List<Snapshot> snapshots,
      List<TradeRow> trades,
      List<QuoteRow> quotes,
      List<BarRow> bars,
      List<ContractRow> contracts,
      List<Article> news) {

    static Answers of(Client client) throws InterruptedException {
      Query today = Query.all().with("expiration_date", Simulated.DATE).with("limit", 50);
      List<Snapshot> chain = whole(client.chain(INDEX, today));
      long open = Simulated.at("09:30");
      long now = Simulated.at("15:30");
      return new Answers(
          chain,
          client.snapshots(chain.stream().map(Snapshot::symbol).toList()),
          whole(client.trades(Simulated.TICKER, open, now)),
          whole(client.quotes(Simulated.TICKER, open, now)),
          whole(client.bars(Simulated.TICKER, BarLength.SECOND, open / 1_000_000, now / 1_000_000)),
          whole(client.contracts(today.with("underlying_ticker", "SPX"))),
          whole(client.news(Query.all().with("limit", 50))));
    }

    private static <R> List<R> whole(Pages<R> pages) throws InterruptedException {
      List<R> all = pages.all();
      assertThat(pages.complete()).isTrue();
      return all;
    }
  }

  @Test
  void everyFaultAtOnceChangesNothingButWhatIsWithheld() throws IOException, InterruptedException {
    try (Simulated simulated = Simulated.pausedAt("15:30");
        Client client = RestClientTest.client(simulated, Simulated.ADVANCED, rejects)) {
      Answers plain = Answers.of(client);
      assertThat(printsOf(client, plain.trades())).isEqualTo(tape(simulated));
      assertThat(client.unknownFields()).isEmpty();

      simulated.simulator.faults(Faults.NONE.with(EVERYTHING));
      Answers faulty = Answers.of(client);
      simulated.simulator.faults(Faults.NONE);

      assertThat(printsOf(client, faulty.trades())).isEqualTo(tape(simulated));
      for (RecordComponent component : Answers.class.getRecordComponents()) {
        assertAlike(rows(component, plain), rows(component, faulty));
      }
      assertThat(faulty.trades()).extracting(TradeRow::ticker).containsOnly(Simulated.TICKER);
      assertThat(faulty.snapshots()).extracting(Snapshot::error).contains("NOT_ENTITLED");
      assertThat(client.unknownFields()).isNotEmpty();
      assertThat(rejects.tallies()).isEmpty();
      assertThat(client.counts().throttled()).isPositive().isLessThan(client.counts().retries());
      assertEveryFaultFell(simulated.json("/_sim/stats"));
    }
  }

  private static void assertEveryFaultFell(JsonNode stats) {
    for (Knob knob : Knob.values()) {
      if (knob.kind() == Knob.Kind.SHARE && EVERYTHING.contains('"' + knob.word() + '"')) {
        assertThat(stats.path(knob.word()).asLong()).as(knob.word()).isPositive();
      }
    }
  }

  private static List<List<Number>> printsOf(Client client, List<TradeRow> rows) {
    Events events = client.events();
    List<List<Number>> prints = new ArrayList<>();
    for (TradeRow row : rows) {
      Trade trade = events.trade(Simulated.AT_THE_MONEY, row, MarketEvent.ABSENT);
      prints.add(List.of(trade.epochNanos(), trade.sequence(), trade.price(), trade.size()));
    }
    return prints;
  }

  private static List<List<Number>> tape(Simulated simulated)
      throws IOException, InterruptedException {
    String path = "/_sim/tape?ticker=" + Simulated.TICKER;
    return simulated
        .get(path, Simulated.ADVANCED)
        .body()
        .lines()
        .map(Simulated::tree)
        .map(print ->
            List.<Number>of(
                print.get("sip_timestamp").longValue(),
                print.get("sequence_number").longValue(),
                print.get("price").doubleValue(),
                print.get("size").doubleValue()))
        .toList();
  }

  private static List<?> rows(RecordComponent component, Answers answers) {
    return (List<?>) value(component, answers);
  }

  /// A row may lack what the faults withhold, and say more than before in twins and its ticker.
  private static void assertAlike(List<?> plain, List<?> faulty) {
    assertThat(plain).hasSizeGreaterThan(15);
    assertThat(faulty).hasSameSizeAs(plain);
    Set<String> withheld = new HashSet<>();
    for (int i = 0; i < plain.size(); i++) {
      if (faulty.get(i) instanceof Snapshot row && row.error() != null) {
        assertThat(row.symbol()).isEqualTo(((Snapshot) plain.get(i)).symbol());
        continue;
      }
      Map<String, Object> before = leaves(plain.get(i));
      Map<String, Object> now = leaves(faulty.get(i));
      before.putIfAbsent("ticker", now.getOrDefault("ticker", ""));
      now.putIfAbsent("ticker", "");
      for (String part : WITHHELD) {
        if (now.keySet().stream().noneMatch(name -> isOf(part, name))
            && before.keySet().removeIf(name -> isOf(part, name))) {
          withheld.add(part);
        }
      }
      if (!now.equals(before)) { // Ten thousands of assertions take their time.
        assertThat(now).isEqualTo(before);
      }
    }
    assertThat(withheld).hasSize(plain.getFirst() instanceof Snapshot ? WITHHELD.size() : 0);
  }

  private static boolean isOf(String part, String name) {
    return name.equals(part) || name.startsWith(part + ".");
  }

  /// What is there in a row, by its path. The exact twin of a size stands for the size.
  private static Map<String, Object> leaves(Object row) {
    Map<String, Object> leaves = new TreeMap<>();
    gather("", row, leaves);
    return leaves;
  }

  private static void gather(String path, Object value, Map<String, Object> leaves) {
    boolean missing =
        value == null
            || value.equals(Double.NaN)
            || value.equals(MarketEvent.ABSENT)
            || value.equals((long) MarketEvent.ABSENT);
    if (missing) {
      return;
    }
    if (!(value instanceof Record record)) {
      leaves.put(path, value);
      return;
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String name = component.getName();
      String plain = name.startsWith("decimal") ? name.substring(7).toLowerCase(Locale.ROOT) : name;
      gather(path.isEmpty() ? plain : path + "." + plain, value(component, record), leaves);
    }
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Asking {
    Pages<?> of(Query query);
  }

  @Test
  void aListThatGoesRoundIsBrokenOffAndCounted() throws InterruptedException {
    Faults faults = Faults.NONE.with("{\"rest_cyclic_cursors\": true}");
    try (Simulated simulated = Simulated.pausedAt("10:30", faults);
        Client client = RestClientTest.client(simulated, Simulated.ADVANCED, rejects)) {
      List<Asking> lists =
          List.of(query -> client.chain(INDEX, query), client::contracts, client::news);
      int count = 0;
      for (Asking list : lists) {
        Pages<?> pages = list.of(Query.all().with("limit", 10));

        assertThat(pages.all()).hasSize(10).doesNotHaveDuplicates();
        assertThat(pages.complete()).isFalse();
        assertThat(pages.next()).isFalse();
        assertThat(rejects.count()).isEqualTo(++count);
      }
      assertThat(rejects.tallies()).containsOnlyKeys("a list whose pages repeat was broken off");
      assertThat(client.counts().requests()).isEqualTo(2L * count);
    }
  }

  @Test
  void aRefusalThatCallsItselfASuccessIsOneAndNotAskedAgain() throws InterruptedException {
    Faults faults = Faults.NONE.with("{\"rest_refused_as_ok\": 1}");
    try (Simulated simulated = Simulated.pausedAt("10:30", faults);
        Client client = RestClientTest.client(simulated, Simulated.ADVANCED, rejects)) {
      List<ThrowingCallable> calls =
          List.of(
              () -> client.contract(Simulated.TICKER),
              () -> client.trades(Simulated.TICKER, 1, 2).next(),
              () -> client.chain(INDEX, Query.all()).all(),
              () -> client.openClose("SPY", Simulated.DATE),
              client::marketStatus,
              client::holidays,
              () -> client.exchanges("options"),
              () -> client.document("/v3/reference/tickers", Query.all()));
      for (ThrowingCallable call : calls) {
        assertThatThrownBy(call)
            .asInstanceOf(type(Refusal.class))
            .returns(200, Refusal::status)
            .extracting(Throwable::getMessage)
            .asString()
            .contains("NOT_AUTHORIZED", "You are not entitled to this data");
      }
      assertThat(client.counts().requests()).isEqualTo(calls.size());
    }
  }
}
