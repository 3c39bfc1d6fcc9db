package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.flow.PrintRules;
import io.spyglass.model.Conditions;
import io.spyglass.vendor.polygon.ConditionTable.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTableTest {
  private static final String CONDITIONS = "/v3/reference/conditions";

  @ParameterizedTest
  @CsvSource({
    "201, false, false, false",
    "204, false, false, false",
    "208, true, true, true",
    "209, true, true, true",
    "219, true, true, true",
    "232, true, true, true",
    "245, true, true, true",
    "246, true, false, false",
    "248, true, false, false"
  })
  void theBuiltInTableIsTheVendorsOfTheTimeOfWriting(
      int code, boolean volume, boolean highLow, boolean openClose) {
    assertThat(ConditionTable.builtInOnly().rule(Conditions.of(code)))
        .isEqualTo(new Rule(volume, highLow, openClose));
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

  private static String row(int id, String name, boolean volume) {
    return "{\"id\":"
        + id
        + ",\"name\":\""
        + name
        + "\",\"update_rules\":{\"consolidated\":{\"updates_volume\":"
        + volume
        + ",\"updates_high_low\":"
        + volume
        + ",\"updates_open_close\":"
        + volume
        + "}}}";
  }

  @Test
  void theVendorsTableGoesBeforeTheBuiltInOne() throws IOException, InterruptedException {
    try (Vendor vendor = new Vendor()) {
      vendor.says(
          CONDITIONS,
          "{\"results\":["
              + String.join(
                  ",",
                  row(248, "Extended hours", false),
                  row(202, "Late", true),
                  row(249, "Multi-leg something new", true),
                  "{\"id\":219,\"name\":\"Sweep\"}")
              + "]}");
      ConditionTable table = ConditionTable.from(vendor.client, vendor.rejects);

      assertThat(table.rule(Conditions.of(248)).volume()).isFalse();
      assertThat(table.rule(Conditions.of(219)).volume()).as("left out: the built-in").isTrue();
      PrintRules rules = table.printRules();
      assertThat(rules.skipped()).isEqualTo(Conditions.maskOf(201, 203, 204, 205, 206, 207, 248));
      assertThat(rules.abstaining())
          .isEqualTo(PrintRules.standard().abstaining() | Conditions.maskOf(249));
      assertThat(table.origin()).isEqualTo("4 codes of the vendor");
    }
  }

  @Test
  void theBuiltInTableServesWhereThePlanHasNone() throws IOException, InterruptedException {
    try (Vendor vendor = new Vendor()) {
      vendor.says(CONDITIONS, 403, "{\"status\":\"NOT_AUTHORIZED\"}");
      ConditionTable table = ConditionTable.from(vendor.client, vendor.rejects);

      assertThat(table).isSameAs(ConditionTable.builtInOnly());
      assertThat(vendor.rejects.tallies())
          .containsOnlyKeys("the built-in table of conditions serves");
    }
  }
}
