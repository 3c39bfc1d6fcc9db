package io.spyglass.server;

import static io.spyglass.server.Day.SPX;
import static io.spyglass.server.Day.SPY;
import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.listed;
import static io.spyglass.server.Day.put;
import static io.spyglass.server.Day.quote;
import static io.spyglass.server.Day.tick;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.model.Underlying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FlowDocumentTest {
  private static final List<String> HEAD =
      List.of("underlying", "expiry", "spot", "as_of", "mode", "totals", "contracts");
  private static final List<String> TOTALS =
      List.of(
          "call_volume",
          "put_volume",
          "call_premium",
          "put_premium",
          "call_net_premium",
          "put_net_premium",
          "put_call_ratio");
  private static final List<String> CONTRACT =
      List.of(
          "ticker",
          "volume",
          "premium",
          "bought",
          "sold",
          "unclassified",
          "by_tick_rule",
          "net_delta_flow",
          "net_gamma_flow",
          "last",
          "bid",
          "ask",
          "iv",
          "delta",
          "gamma",
          "theta",
          "vega",
          "greeks_age_ms");

  private final Day day = new Day();

  private JsonNode document(Underlying underlying) {
    return JsonMapper.shared().readTree(day.board.document(underlying));
  }

  private static JsonNode contract(JsonNode document, String ticker) {
    return document
        .path("contracts")
        .valueStream()
        .filter(each -> each.path("ticker").asString().equals(ticker))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theNamesOfTheContractStandInItsOrderAndAdditionsBehindThem() {
    day.quoted(3).play(trade(call(6000), 2, 10.5, 4));
    JsonNode document = document(SPX);

    assertThat(document.propertyNames()).startsWith(HEAD.toArray(String[]::new));
    assertThat(document.path("totals").propertyNames()).startsWith(TOTALS.toArray(String[]::new));
    assertThat(document.path("contracts").path(0).propertyNames())
        .startsWith(CONTRACT.toArray(String[]::new));
  }

  @Test
  void aTradedContractHasItsNumbers() {
    day.quoted(3)
        .play(
            trade(call(6000), 2, 10.5, 4),
            trade(call(6000), 3, 10.0, 1),
            Day.openInterest(call(6000), 77),
            tick(4));
    JsonNode document = document(SPX);
    JsonNode row = contract(document, "O:SPXW261120C06000000");

    assertThat(document.path("underlying").asString()).isEqualTo("SPX");
    assertThat(document.path("expiry").asString()).isEqualTo("2026-11-20");
    assertThat(document.path("spot").asDouble()).isEqualTo(6000);
    assertThat(document.path("as_of").asString()).isEqualTo("2026-11-20T14:30:04Z");
    assertThat(document.path("mode").asString()).isEqualTo("replay");
    assertThat(row.path("volume")).hasToString("5");
    assertThat(row.path("premium")).hasToString("5200");
    assertThat(row.path("bought")).hasToString("4");
    assertThat(row.path("sold")).hasToString("1");
    assertThat(row.path("unclassified")).hasToString("0");
    assertThat(row.path("last")).hasToString("10");
    assertThat(row.path("bid")).hasToString("10");
    assertThat(row.path("ask")).hasToString("10.5");
    assertThat(row.path("net_premium")).hasToString("3200");
    assertThat(row.path("open_interest")).hasToString("77");
    assertThat(row.path("strike")).hasToString("6000");
    assertThat(row.path("right").asString()).isEqualTo("C");
    assertThat(row.path("in_view").asBoolean()).isTrue();
  }

  @Test
  void whatIsUnknownIsNullAndZeroIsZero() {
    day.quoted(3).play(quote(put(5995), 2, Double.NaN, 0.05), tick(3));
    JsonNode row = contract(document(SPX), "O:SPXW261120P05995000");

    assertThat(row.path("bid").isNull()).isTrue();
    assertThat(row.path("ask").asDouble()).isEqualTo(0.05);
    assertThat(row.path("last").isNull()).isTrue();
    assertThat(row.path("open_interest").isNull()).isTrue();
    assertThat(row.path("volume")).hasToString("0");
    assertThat(document(SPX).path("totals").path("put_call_ratio").isNull()).isTrue();
  }

  @Test
  void anUnderlyingWithoutEventsHasNoSeriesYet() {
    day.quoted(3);
    JsonNode document = document(SPY);

    assertThat(document.path("expiry").isNull()).isTrue();
    assertThat(document.path("spot").isNull()).isTrue();
    assertThat(document.path("totals").path("call_volume").isNull()).isTrue();
    assertThat(document.path("contracts").isEmpty()).isTrue();
    assertThat(document.path("greeks_approx").asBoolean()).isTrue();
  }

  @Test
  void contractsStandByStrikeThenCallBeforePut() {
    day.play(Day.listed(put(6005)), Day.listed(call(6005)), Day.listed(put(5995)))
        .play(Day.spx(0, 6000), tick(1));

    assertThat(document(SPX).path("contracts").valueStream().map(row -> row.path("ticker")))
        .map(JsonNode::asString)
        .containsExactly("O:SPXW261120P05995000", "O:SPXW261120C06005000", "O:SPXW261120P06005000");
  }

  @Test
  void totalsAreTheSumsOfTheContracts() {
    day.quoted(21);
    Random random = new Random(20261120);
    for (int i = 0; i < 5000; i++) {
      double strike = 5950 + 5 * random.nextInt(21);
      double price = Math.round(200 * random.nextDouble() + 1) * 0.05;
      day.play(
          trade(
              random.nextBoolean() ? call(strike) : put(strike),
              2 + i,
              price,
              1 + random.nextInt(50)));
    }
    JsonNode document = document(SPX);
    JsonNode totals = document.path("totals");

    for (String name : List.of("volume", "premium", "net_premium", "unclassified")) {
      assertThat(totals.path("call_" + name).asDouble())
          .isCloseTo(sum(document, "C", name), within(1e-3));
      assertThat(totals.path("put_" + name).asDouble())
          .isCloseTo(sum(document, "P", name), within(1e-3));
    }
    assertThat(totals.path("put_call_ratio").asDouble())
        .isCloseTo(sum(document, "P", "volume") / sum(document, "C", "volume"), within(1e-6));
    assertThat(each(document, "C", "volume").sum()).isPositive();
    document
        .path("contracts")
        .forEach(row ->
            assertThat(row.path("volume").asDouble())
                .isEqualTo(
                    row.path("bought").asDouble()
                        + row.path("sold").asDouble()
                        + row.path("unclassified").asDouble()));
  }

  private static double sum(JsonNode document, String right, String name) {
    return each(document, right, name).sum();
  }

  private static DoubleStream each(JsonNode document, String right, String name) {
    return document
        .path("contracts")
        .valueStream()
        .filter(row -> row.path("right").asString().equals(right))
        .mapToDouble(row -> row.path(name).asDouble());
  }

  @Test
  void aPrintOutsideTheTapeIsCountedOutsideOnly() {
    day.quoted(3).play(trade(call(6000), 391 * 60, 10.5, 4));
    JsonNode row = contract(document(SPX), "O:SPXW261120C06000000");

    assertThat(row.path("volume").asDouble()).isZero();
    assertThat(row.path("outside").asDouble()).isEqualTo(4);
    assertThat(document(SPX).path("totals").path("call_volume").asDouble()).isZero();
  }

  @Test
  void whatNobodyWatchesIsUnknownAndTheTotalsSayOfHowManyTheyAre() {
    day.quoted(3).play(listed(call(7000)), trade(call(6000), 2, 10.5, 4));
    JsonNode document = document(SPX);
    JsonNode far = contract(document, "O:SPXW261120C07000000");

    assertThat(List.of("volume", "bought", "net_premium", "outside", "last_minute_volume"))
        .allSatisfy(name -> assertThat(far.path(name).isNull()).isTrue());
    assertThat(document.path("totals").path("call_volume").asInt()).isEqualTo(4);
    assertThat(document.path("totals").path("watched").asInt()).isEqualTo(6);
    assertThat(document.path("totals").path("contracts").asInt()).isEqualTo(7);
  }

  @Test
  void theGuideKnowsEveryNumber() throws IOException {
    Path module = Path.of(System.getProperty("basedir", "."));
    String guide = Files.readString(module.resolve("../docs/http.md"));

    assertThat(Stream.concat(Column.OF_CONTRACT.stream(), Column.TOTALS.stream()))
        .extracting(Column::title)
        .allSatisfy(title -> assertThat(guide).contains("`" + title + "`"));
  }

  @Test
  void recordingIsUnknownUntilItIsSaid() {
    assertThat(document(SPX).path("recording").isNull()).isTrue();

    day.board.recording(false);

    assertThat(document(SPX).path("recording").asBoolean()).isFalse();
    assertThat(document(SPX).path("recording").isBoolean()).isTrue();
  }

  @Test
  void anUnderlyingThatIsNotShownIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> day.board.document(new Underlying("QQQ")))
        .withMessage("QQQ is not shown; shown are [SPX, SPY]");
  }
}
