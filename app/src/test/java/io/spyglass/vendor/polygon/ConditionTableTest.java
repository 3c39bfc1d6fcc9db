package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.spyglass.SharedData;
import io.spyglass.flow.PrintRules;
import io.spyglass.model.Conditions;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.ConditionTable.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@Isolated("the log that it reads is everybody's")
class ConditionTableTest {
  private static final String CONDITIONS = "/v3/reference/conditions";

  /// Source: the vendor's table of option conditions, August 2026: codes, then whether a print with
  /// them updates volume, high and low, open and close.
  private static final String TABLE =
      """
      201 202 203 204 205 206 207|false|false|false
      208 209 210 219|true|true|true
      227 228 229 230 231|true|true|true
      232 233 234 235 236 237 238 239 240 241 242 243 244 245|true|true|true
      246 247 248|true|false|false
      """;

  private final Logger logger = (Logger) LoggerFactory.getLogger(ConditionTable.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
  }

  private static Map<Integer, Rule> vendors() {
    Map<Integer, Rule> rules = new TreeMap<>();
    for (String line : TABLE.lines().toList()) {
      List<String> parts = List.of(line.split("\\|", -1));
      List<Boolean> flags = parts.subList(1, 4).stream().map(Boolean::valueOf).toList();
      for (String code : parts.getFirst().split(" ", -1)) {
        rules.put(Integer.valueOf(code), new Rule(flags.get(0), flags.get(1), flags.get(2)));
      }
    }
    return rules;
  }

  @Test
  void theBuiltInTableIsTheVendorsOfTheTimeOfWriting() {
    assertThat(vendors()).hasSize(33);
    assertThat(vendors())
        .allSatisfy((code, rule) ->
            assertThat(ConditionTable.builtInOnly().rule(Conditions.of(code))).isEqualTo(rule));
  }

  @Test
  void theVendorsTableGivesTheRulesOfTheBuiltInOne() throws IOException, InterruptedException {
    ConditionTable table = fetched(rows(vendors()));

    assertThat(table.origin()).isEqualTo("33 codes of the vendor");
    assertThat(vendors())
        .allSatisfy((code, rule) -> assertThat(table.rule(Conditions.of(code))).isEqualTo(rule));
    assertThat(table.printRules()).isEqualTo(PrintRules.standard());
    assertThat(log.list).isEmpty();
  }

  @Test
  void aPrintCountsWhereEveryCodeLetsIt() {
    ConditionTable table = ConditionTable.builtInOnly();
    assertThat(table.rule(Conditions.of(209, 248))).isEqualTo(new Rule(true, false, false));
    assertThat(table.rule(Conditions.of(209, 204))).isEqualTo(new Rule(false, false, false));
    assertThat(table.rule(Conditions.NONE)).isEqualTo(new Rule(true, true, true));
    assertThat(table.rule(Conditions.of(260))).isEqualTo(new Rule(true, true, true));
  }

  @Test
  void theBuiltInTableHandsTheFlowItsStandardRules() {
    assertThat(ConditionTable.builtInOnly().printRules()).isEqualTo(PrintRules.standard());
  }

  private static List<String> rows(Map<Integer, Rule> rules) {
    return rules.entrySet().stream().map(rule -> row(rule.getKey(), "", rule.getValue())).toList();
  }

  private static String row(int id, String name, Rule rule) {
    return """
    {"id":%d,"type":"sale_condition","name":"%s","asset_class":"options","data_types":["trade"],
     "update_rules":{"consolidated":{"updates_volume":%s,"updates_high_low":%s,
     "updates_open_close":%s}}}\
    """
        .formatted(id, name, rule.volume(), rule.highLow(), rule.openClose());
  }

  /// The table from a vendor that answers with these rows.
  private static ConditionTable fetched(List<String> rows)
      throws IOException, InterruptedException {
    try (Vendor vendor = new Vendor()) {
      vendor.says(CONDITIONS, body(rows));
      return ConditionTable.from(vendor.client, vendor.rejects);
    }
  }

  @Test
  void theVendorsTableGoesBeforeTheBuiltInOne() throws IOException, InterruptedException {
    Map<Integer, Rule> rules = vendors();
    rules.remove(219);
    rules.remove(247);
    rules.put(202, new Rule(true, true, true));
    rules.put(248, new Rule(false, false, false));
    List<String> rows = new ArrayList<>(rows(rules));
    rows.add(row(249, "Multi-leg something new", new Rule(true, true, true)));
    rows.add("{\"id\":219,\"name\":\"Sweep\"}");
    rows.add("{\"id\":247,\"update_rules\":{\"consolidated\":{\"updates_volume\":true}}}");
    ConditionTable table = fetched(rows);

    assertThat(table.rule(Conditions.of(248)).volume()).isFalse();
    assertThat(table.rule(Conditions.of(219))).isEqualTo(new Rule(true, true, true));
    assertThat(table.rule(Conditions.of(247)))
        .as("what is left out is built in")
        .isEqualTo(new Rule(true, false, false));
    PrintRules flow = table.printRules();
    assertThat(flow.skipped()).isEqualTo(Conditions.maskOf(201, 203, 204, 205, 206, 207, 248));
    assertThat(flow.abstaining())
        .isEqualTo(PrintRules.standard().abstaining() | Conditions.maskOf(249));
  }

  @Test
  void aCodeOfQuotesSaysNothingOfPrints() throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>(rows(vendors()));
    rows.add(
        row(209, "Closed", new Rule(false, false, false)).replace("\"trade\"", "\"bbo\",\"nbbo\""));

    assertThat(fetched(rows).rule(Conditions.of(209))).isEqualTo(new Rule(true, true, true));
  }

  static Stream<Arguments> answersThatAreNoTable() {
    Map<Integer, Rule> partial = vendors();
    partial.remove(204);
    partial.remove(207);
    String unsaid = row(204, "Late", new Rule(false, false, false)).replace("updates_volume", "x");
    return Stream.of(
        Arguments.of(403, "{\"status\":\"NOT_AUTHORIZED\",\"message\":\"Upgrade\"}", "Upgrade"),
        Arguments.of(500, "<html>", "status 500"),
        Arguments.of(200, "<html>", "no JSON"),
        Arguments.of(
            200, "{\"status\":\"OK\"}", "0 codes says nothing of [201, 202, 203, 204, 205"),
        Arguments.of(200, body(rows(partial)), "31 codes says nothing of [204, 207]"),
        Arguments.of(
            200,
            body(Stream.concat(rows(partial).stream(), Stream.of(unsaid)).toList()),
            "32 codes says nothing of [204, 207]"));
  }

  @ParameterizedTest
  @MethodSource("answersThatAreNoTable")
  void theBuiltInTableServesWholeAndSaysSoOnce(int status, String body, String why)
      throws IOException, InterruptedException {
    try (Vendor vendor = new Vendor()) {
      vendor.says(CONDITIONS, status, body);

      assertThat(ConditionTable.from(vendor.client, vendor.rejects))
          .isSameAs(ConditionTable.builtInOnly());
      assertThat(vendor.rejects.tallies().get("the built-in table of conditions serves"))
          .satisfies(tally -> assertThat(tally.count()).isEqualTo(1))
          .extracting(Rejects.Tally::firstExample)
          .asString()
          .contains(why);
      assertThat(log.list)
          .singleElement()
          .extracting(ILoggingEvent::getFormattedMessage)
          .asString()
          .startsWith("The built-in table of conditions serves: ")
          .contains(why);
    }
  }

  @Test
  void theTableOfStocksIsNone() throws IOException, InterruptedException {
    Path recorded =
        SharedData.at("data/polygon-rest/massive-com_client-python/test_rest/mocks/v3/reference")
            .resolve("conditions&asset_class=stocks.json");
    theBuiltInTableServesWholeAndSaysSoOnce(
        200, Files.readString(recorded), "nothing of [201, 202, 203, 204, 205, 206, 207]");
  }

  private static String body(List<String> rows) {
    return "{\"results\":[" + String.join(",", rows) + "]}";
  }
}
