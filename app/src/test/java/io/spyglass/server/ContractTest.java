package io.spyglass.server;

import static io.spyglass.server.Contract.assertFits;
import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.listed;
import static io.spyglass.server.Day.put;
import static io.spyglass.server.Day.quote;
import static io.spyglass.server.Day.spx;
import static io.spyglass.server.Day.tick;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the server answers is what `openapi.json` says, and the other way round.
class ContractTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Recorded playback = new Recorded();
  private final Served served = new Served(playback);

  @AfterEach
  void stop() {
    served.close();
  }

  private static List<String> titles(List<Column> columns) {
    return columns.stream().map(Column::title).toList();
  }

  private static List<String> properties(String schema) {
    return List.copyOf(Contract.schema(schema).path("properties").propertyNames());
  }

  @Test
  void theDocumentIsServedAsItIs() throws Exception {
    HttpResponse<String> response = served.get("/openapi.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.body()).isEqualTo(Contract.TEXT);
  }

  /// The files that the reference pages consist of are no part of the interface.
  @Test
  void everyRouteIsInTheDocumentAndEveryPathOfTheDocumentIsARoute() {
    Set<String> documented = new TreeSet<>();
    Contract.DOCUMENT
        .path("paths")
        .forEachEntry((path, item) ->
            item.propertyNames().stream()
                .filter(METHODS::contains)
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));

    List<String> routes = new ArrayList<>(served.routes());
    routes.removeIf(route -> route.matches("GET /(docs|redoc)/.+"));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void aContractHasTheColumnsOfTheCatalogue() {
    List<String> contract = new ArrayList<>(List.of("ticker"));
    contract.addAll(titles(Column.OF_CONTRACT));
    contract.addAll(List.of("strike", "right", "in_view"));

    assertThat(properties("Contract")).isEqualTo(contract);
  }

  @Test
  void rowsHaveTheColumnsOfTheCatalogue() {
    List<String> rows = new ArrayList<>(List.of("id"));
    rows.addAll(titles(Column.OF_CONTRACT));

    assertThat(properties("StreamRows")).isEqualTo(rows);
    assertThat(properties("Totals")).isEqualTo(titles(Column.TOTALS));
  }

  @Test
  void everyObjectIsStrictAndEveryPropertyIsDescribed() {
    List<String> lax = new ArrayList<>();
    Contract.schemas().forEachEntry((name, schema) -> collectLax(name, schema, lax));

    assertThat(lax).isEmpty();
  }

  private static void collectLax(String where, JsonNode schema, List<String> lax) {
    if (schema.path("type").asString("").equals("object")
        && !schema.path("additionalProperties").isBoolean()) {
      lax.add(where + " lets in what is not documented");
    }
    if (!schema.has("description")) {
      lax.add(where + " has no description");
    }
    schema
        .path("properties")
        .forEachEntry((name, property) -> {
          if (!property.has("$ref")) {
            collectLax(where + "." + name, property, lax);
          }
        });
  }

  @Test
  void everyOperationSaysWhatItDoesAndHowItFails() {
    List<String> poor = new ArrayList<>();
    Contract.DOCUMENT
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              if (operation.path("summary").asString("").isEmpty()
                  || operation.path("description").asString("").isEmpty()
                  || operation.path("operationId").asString("").isEmpty()
                  || !operation.path("responses").has("default")) {
                poor.add(method + " " + path);
              }
            }));

    assertThat(poor).isEmpty();
  }

  @Test
  void everyParameterIsDescribedAndHasAnExample() {
    List<JsonNode> poor = new ArrayList<>();
    Contract.DOCUMENT
        .findValues("parameters")
        .forEach(parameters ->
            parameters.forEach(parameter -> {
              boolean isElsewhere = parameter.has("$ref");
              boolean isRich = parameter.has("description") && parameter.has("example");
              if (!isElsewhere && !isRich) {
                poor.add(parameter);
              }
            }));

    assertThat(poor).isEmpty();
  }

  @Test
  void theFlowFitsBeforeAndAfterThereIsOne() throws Exception {
    assertFits("Flow", Served.json(served.get("/api/flow")));
    assertFits("FlowHistory", Served.json(served.get("/api/flow/history")));

    played();
    assertFits("Flow", Served.json(served.get("/api/flow")));
    assertFits("FlowHistory", Served.json(served.get("/api/flow/history")));
    assertFits("Flow", Served.json(served.get("/api/flow?underlying=SPY")));
  }

  @Test
  void theHeatmapFitsBeforeAndAfterThereIsOne() throws Exception {
    assertFits("Heatmap", Served.json(served.get("/api/heatmap")));

    played();
    JsonNode map = Served.json(served.get("/api/heatmap?measure=volume&step=300&since=0"));
    assertFits("Heatmap", map);
    assertThat(map.path("strikes")).hasToString("[6000]");
    assertThat(map.path("steps").asInt()).isEqualTo(1);
    assertThat(map.path("calls"))
        .hasToString("{\"strike_index\":[0],\"step_index\":[0],\"value\":[4]}");
    assertFits("Heatmap", Served.json(served.get("/api/heatmap?since=9&measure=delta_flow")));
  }

  @Test
  void theHistoryOfAContractFits() throws Exception {
    played();
    JsonNode history = Served.json(served.get("/api/contracts/O:SPXW261120C06000000/history"));
    assertFits("ContractHistory", history);
    assertThat(history.path("volume")).hasToString("[4,0]");
    assertThat(history.path("last")).hasToString("[null,10.5]");
    assertFits(
        "ContractHistory", Served.json(served.get("/api/contracts/SPXW261120P06010000/history")));
  }

  private void played() {
    served
        .day
        .quoted(5)
        .play(Day.openInterest(call(6000), 12))
        .play(trade(call(6000), 2, 10.5, 4), trade(put(6000), 3, 9, 2), tick(90));
  }

  @Test
  void theStreamsMessagesFitBeforeThereIsAContract() throws Exception {
    try (Viewer viewer = served.viewer("")) {
      assertFits("Snapshot", viewer.next("snapshot"));
      assertFits("Heartbeat", viewer.next("heartbeat"));
    }
  }

  @Test
  void theStreamsMessagesFitWithAndWithoutWhatMayBeAbsent() throws Exception {
    played();
    try (Viewer viewer = served.viewer("")) {
      assertFits("Snapshot", viewer.next("snapshot"));
      assertFits("Heartbeat", viewer.next("heartbeat"));

      served.day.play(listed(call(7000)), quote(call(7000), 91, 1, 1.5), spx(92, 6021), tick(92));
      JsonNode full = viewer.next("frame");
      assertFits("Frame", full);
      assertThat(full.propertyNames()).contains("listed", "view");
      assertThat(full.path("rows").path("iv")).anyMatch(JsonNode::isNull);

      served.day.play(trade(call(6000), 93, 10.5, 1));
      JsonNode bare = viewer.next("frame");
      assertFits("Frame", bare);
      assertThat(bare.propertyNames()).doesNotContain("listed", "view");
    }
  }

  @Test
  void aStreamWithoutAReplayFits() throws Exception {
    try (Served live = new Served(null);
        Viewer viewer = live.viewer("")) {
      JsonNode snapshot = viewer.next("snapshot");

      assertThat(snapshot.path("replay").isNull()).isTrue();
      assertFits("Snapshot", snapshot);
      assertFits("Heartbeat", viewer.next("heartbeat"));
    }
  }

  @Test
  void theReplayFits() throws Exception {
    assertFits("Replay", Served.json(served.get("/api/replay")));
    String request = "{\"action\":\"speed\",\"speed\":\"max\"}";
    assertFits("ReplayRequest", JsonMapper.shared().readTree(request));
    assertFits("Replay", Served.json(served.post("/api/replay", request)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/flow?underlying=QQQ",
        "/api/nothing",
        "/api/flow/nothing",
        "/../../etc/passwd"
      })
  void aProblemFits(String path) throws Exception {
    HttpResponse<String> response = served.get(path);

    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertFits("Problem", Served.json(response));
  }

  @Test
  void aRefusalFits() throws Exception {
    assertFits("Problem", Served.json(served.post("/api/replay", "{\"action\":\"rewind\"}")));
    assertFits(
        "Problem",
        Served.json(served.send(served.request("/health").PUT(BodyPublishers.noBody()))));
    assertFits(
        "Problem",
        Served.json(
            served.post(
                "/api/replay", "{\"action\":\"pause\"}", "Origin", "https://evil.example")));
  }

  @Test
  void healthFits() throws Exception {
    assertFits("Health", Served.json(served.get("/health")));
    assertFits("Liveness", Served.json(served.get("/health/live")));
    assertFits("Readiness", Served.json(served.get("/health/ready")));
    played();
    assertFits("Readiness", Served.json(served.get("/health/ready")));
  }

  @Test
  void aFieldThatNobodyDocumentedDoesNotFit() throws Exception {
    ObjectNode flow = (ObjectNode) Served.json(served.get("/api/flow"));
    flow.put("novelty", 1);
    assertThat(Contract.errors("Flow", flow)).isNotEmpty();

    flow.remove("novelty");
    flow.remove("spot");
    assertThat(Contract.errors("Flow", flow)).isNotEmpty();

    flow.put("spot", 1).put("as_of", "today");
    assertThat(Contract.errors("Flow", flow)).isNotEmpty();
  }
}
