package io.spyglass.server;

import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.session.FeedState.State;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/operations.md");
  private static final Pattern OWN = Pattern.compile("^# TYPE ((?:spyglass|http)_\\S+)", 8);
  private static final Pattern ROW = Pattern.compile("^\\| `((?:spyglass|http)_[a-z_]+)", 8);

  private final Served served = new Served(new Recorded());

  @AfterEach
  void stop() {
    served.close();
  }

  private Map<String, Double> scrape() throws Exception {
    return scrape(served);
  }

  private static Map<String, Double> scrape(Served from) throws Exception {
    return from.get("/metrics")
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
  }

  private static Set<String> find(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void itIsPrometheusText() throws Exception {
    HttpResponse<String> response = served.get("/metrics");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(response.body()).contains("jvm_memory_used_bytes{", "process_uptime_seconds ");
  }

  @Test
  void requestsCountUnderTheirRouteAndNeverUnderTheirPath() throws Exception {
    served.get("/api/flow?underlying=SPX");
    served.get("/api/flow?underlying=QQQ");
    served.get("/api/nothing/1");
    served.get("/api/nothing/2");
    served.post("/api/replay", "{\"action\":\"pause\"}");
    Map<String, Double> now = scrape();

    assertThat(now)
        .containsEntry(request("GET", "200", "/api/flow"), 1.0)
        .containsEntry(request("GET", "404", "/api/flow"), 1.0)
        .containsEntry(request("GET", "404", "none"), 2.0)
        .containsEntry(request("POST", "200", "/api/replay"), 1.0);
    assertThat(now.keySet()).noneMatch(name -> name.contains("nothing"));
  }

  private static String request(String method, String status, String uri) {
    return "http_server_requests_seconds_count{method=\"%s\",status=\"%s\",uri=\"%s\"}"
        .formatted(method, status, uri);
  }

  @Test
  void viewersMessagesAndFactsAreCounted() throws Exception {
    served.day.quoted(5);
    try (Viewer viewer = served.viewer("")) {
      int snapshot = viewer.next("snapshot").toString().length();
      viewer.next("heartbeat");
      served.day.play(trade(call(6000), 2, 10.5, 1));
      viewer.next("frame");
      Map<String, Double> now = scrape();

      assertThat(now).containsEntry("spyglass_stream_viewers", 1.0);
      assertThat(now.get("spyglass_facts_total")).isEqualTo((double) served.day.board.facts());
      assertThat(now.get("spyglass_stream_cuts_total")).isGreaterThanOrEqualTo(1);
      assertThat(now.get("spyglass_stream_messages_total{type=\"snapshot\"}"))
          .isGreaterThanOrEqualTo(1);
      assertThat(now.get("spyglass_stream_messages_total{type=\"heartbeat\"}"))
          .isGreaterThanOrEqualTo(1);
      assertThat(now).containsEntry("spyglass_stream_messages_total{type=\"frame\"}", 1.0);
      assertThat(now.get("spyglass_stream_sent_bytes_total")).isGreaterThan(snapshot);
      assertThat(now.get("spyglass_feed_age_seconds")).isNotNegative();
    }
  }

  @Test
  void aViewerThatIsNotUnderstoodIsCountedAsDropped() throws Exception {
    try (Viewer viewer = served.viewer("")) {
      viewer.socket.sendText("hello", true).join();
      viewer.next("closed");
      assertThat(scrape()).containsEntry("spyglass_stream_dropped_total{reason=\"message\"}", 1.0);
    }
  }

  @Test
  void theFeedsAreCountedByNameFromWhenTheyAreThere() throws Exception {
    Repertoire repertoire = new Repertoire();
    try (Served live = Served.of(repertoire)) {
      String options = "{feed=\"options\"}";
      assertThat(scrape(live))
          .containsEntry("spyglass_feed_up" + options, 1.0)
          .containsEntry("spyglass_feed_silence_seconds" + options, 0.038)
          .containsEntry("spyglass_feed_events_total" + options, 81_223.0)
          .containsEntry("spyglass_feed_holes_filled_total" + options, 1.0)
          .containsEntry("spyglass_feed_age_seconds", 0.038)
          .containsEntry("spyglass_session_behind_seconds", 0.004)
          .containsEntry("spyglass_sequencer_waiting", 12.0)
          .containsEntry("spyglass_recording", 1.0)
          .containsEntry("spyglass_recorded_events_total", 123.0)
          .containsEntry("spyglass_clock_skew_seconds", 0.012);

      repertoire.feeds.feeds = List.of(Fed.feed("chain-SPX", State.WAITING, "", true));
      assertThat(scrape(live))
          .containsEntry("spyglass_feed_up{feed=\"chain-SPX\"}", 0.0)
          .containsEntry("spyglass_feed_up" + options, Double.NaN);

      repertoire.feeds.ageNanos = -1;
      assertThat(scrape(live)).containsEntry("spyglass_feed_age_seconds", Double.NaN);
    }
  }

  @Test
  void theTimeFromAFactToItsFrameIsTakenOfALiveMarket() throws Exception {
    Repertoire repertoire = new Repertoire();
    repertoire.market.quoted(5);
    try (Served live = Served.of(repertoire);
        Viewer viewer = live.viewer("")) {
      viewer.next("heartbeat");
      repertoire.market.play(trade(call(6000), 2, 10.5, 1));
      viewer.next("frame");
      viewer.next("heartbeat");
      Map<String, Double> now = scrape(live);

      assertThat(now).containsEntry("spyglass_frame_age_seconds_count", 1.0);
      assertThat(now.get("spyglass_frame_age_seconds_sum")).isPositive();
    }
  }

  @Test
  void theManualListsEveryName() throws Exception {
    try (Served live = Served.of(new Repertoire())) {
      live.get("/health");
      String scraped = live.get("/metrics").body();

      assertThat(find(ROW, manual())).isEqualTo(find(OWN, scraped));
    }
  }

  private static String manual() throws IOException {
    return Files.readString(MANUAL);
  }
}
