package io.spyglass.vendor.polygon.simulator;

import static io.spyglass.vendor.polygon.simulator.Caller.is;
import static io.spyglass.vendor.polygon.simulator.Simulated.ADVANCED;
import static io.spyglass.vendor.polygon.simulator.Simulated.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SocketBarsTest {
  @Test
  void barsAddUpToTheEligibleVolumeOfTheDay() throws Exception {
    try (Simulated market = Simulated.pausedAt("09:29");
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("A." + TICKER + ",AM." + TICKER);
      market.playTo("09:45");
      caller.hearAll();
      JsonNode last = caller.heard().stream().filter(each -> is(each, "AM")).toList().getLast();
      double seconds = volume(caller, "A");
      double minutes = volume(caller, "AM");

      assertThat(last.path("e").asLong()).isEqualTo(Simulated.at("09:45") / 1_000_000);
      assertThat(seconds).isEqualTo(minutes).isGreaterThan(0);
      assertThat(last.path("av").asDouble()).isEqualTo(minutes);
    }
  }

  private static double volume(Caller caller, String kind) {
    return caller.heard().stream()
        .filter(each -> each.path("ev").asString("").equals(kind))
        .mapToDouble(each -> each.path("v").asDouble())
        .sum();
  }

  @Test
  void lateBarsOfStocksReplaceTheOnesBefore() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00", Faults.NONE.with("{\"late_bars\": 1}"));
        Caller caller = market.call(Cluster.STOCKS)) {
      caller.enter(ADVANCED).subscribe("AM.SPY");
      market.playTo("10:01:01");
      JsonNode incomplete = caller.await(each -> is(each, "AM"));
      JsonNode whole = caller.await(each -> is(each, "AM"));

      assertThat(incomplete.path("s")).isEqualTo(whole.path("s"));
      assertThat(incomplete.path("v").asDouble()).isLessThan(whole.path("v").asDouble());
    }
  }

  @Test
  void barsOfEveryClusterComeWithTheirFields() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00")) {
      for (Cluster cluster : Cluster.values()) {
        try (Caller caller = market.call(cluster)) {
          String ticker = ticker(cluster);
          caller.enter(ADVANCED).subscribe("A." + ticker + ",AM." + ticker);
          market.playOn(120);
          caller.hearAll();

          assertThat(caller.heard().stream().filter(each -> is(each, "A"))).isNotEmpty();
          assertThat(caller.heard().stream().filter(each -> is(each, "AM"))).isNotEmpty();
          for (JsonNode bar : caller.heard().stream().filter(each -> each.has("sym")).toList()) {
            long length = is(bar, "AM") ? 60_000 : 1000;
            assertThat(bar.path("sym").asString()).isEqualTo(ticker);
            assertThat(bar.path("e").asLong() - bar.path("s").asLong()).isEqualTo(length);
            assertThat(bar.propertyNames()).containsExactlyInAnyOrder(barFields(cluster));
            assertThat(bar.path("l").asDouble()).isLessThanOrEqualTo(bar.path("h").asDouble());
          }
        }
      }
    }
  }

  private static String ticker(Cluster cluster) {
    return switch (cluster) {
      case OPTIONS -> TICKER;
      case STOCKS -> "SPY";
      case INDICES -> "I:SPX";
    };
  }

  private static String[] barFields(Cluster cluster) {
    String both = "ev,sym,op,o,c,h,l,s,e";
    return (cluster == Cluster.INDICES ? both : both + ",v,av,vw,a,z").split(",", -1);
  }

  @Test
  void barsOutOfOrderComeBehindTheNextOnesAndAllOfThemCome() throws Exception {
    Faults faults = Faults.NONE.with("{\"out_of_order\": 0.3}");
    try (Simulated market = Simulated.pausedAt("10:00", faults)) {
      for (Cluster cluster : Cluster.values()) {
        try (Caller caller = market.call(cluster)) {
          String ticker = ticker(cluster);
          long from = market.clock.nowNanos() / 1_000_000;
          caller.enter(ADVANCED).subscribe("A." + ticker);
          market.playOn(120);
          List<Long> starts =
              caller.hearAll().stream()
                  .filter(each -> is(each, "A"))
                  .map(each -> each.path("s").asLong())
                  .toList();
          List<Long> sorted = starts.stream().sorted().toList();
          String path = "/v2/aggs/ticker/" + ticker + "/range/1/second/" + from + "/";
          List<Long> wanted = new ArrayList<>();
          for (JsonNode bar : market.json(path + (from + 117_999)).path("results")) {
            wanted.add(bar.path("t").asLong());
          }

          assertThat(starts).isNotEqualTo(sorted).doesNotHaveDuplicates();
          assertThat(sorted.stream().filter(each -> each < from + 118_000).toList())
              .isEqualTo(wanted);
        }
      }
    }
  }
}
