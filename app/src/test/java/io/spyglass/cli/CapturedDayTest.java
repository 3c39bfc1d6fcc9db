package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.journal.VirtualClock;
import io.spyglass.monitor.Capture;
import io.spyglass.monitor.CapturedDay;
import io.spyglass.monitor.Captures;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.session.FactLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A day that was captured, replayed by the command.
@Timeout(120)
class CapturedDayTest {
  @TempDir private Path folder;
  private CapturedDay captured;
  private ObjectNode live;
  private String out = "";
  private String err = "";

  private int replay(String... options) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine commandLine =
        Spyglass.commandLine(folder, Map.of("BROWSER", "none"))
            .setOut(new PrintWriter(output))
            .setErr(new PrintWriter(errors));
    int status =
        commandLine.execute(
            Stream.concat(
                    Stream.of("replay", "--date", Captures.DATE.toString()),
                    List.of(options).stream())
                .toArray(String[]::new));
    out = output.toString();
    err = errors.toString();
    return status;
  }

  @BeforeEach
  void capture() throws IOException {
    captured = Captures.day(Files.createDirectories(folder.resolve("data")));
    FlowBoard board =
        new FlowBoard(List.of(Captures.SPX), Mode.LIVE, captured.calendar(), captured.date());
    VirtualClock clock = new VirtualClock(Captures.OPEN - 60_000_000_000L);
    try (Capture capture = Capture.begin(captured, clock, board)) {
      capture.live(_ -> {});
      Captures.play(Captures.events(0, 3), capture, clock);
    }
    live = document(new String(board.document(Captures.SPX), StandardCharsets.UTF_8));
  }

  private static ObjectNode document(String json) {
    return (ObjectNode) JsonMapper.shared().readTree(json);
  }

  @Test
  void theReplayEndsWithTheFlowThatWasLive() {
    assertThat(replay("--underlying", "SPX", "--json")).as(err).isZero();

    ObjectNode replayed = document(out);
    assertThat(replayed.path("contracts")).hasSizeGreaterThan(14);
    assertThat(replayed.path("mode").asString()).isEqualTo("replay");
    replayed.set("mode", live.path("mode"));
    assertThat((JsonNode) replayed).isEqualTo(live);
  }

  @Test
  void otherSettingsThanThoseOfTheDayChangeNothing() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/settings.yaml"), "flow:\n  strikes_each_side: 1\n");
    assertThat(replay("--underlying", "SPX", "--json")).as(err).isZero();

    assertThat(document(out).path("contracts")).isEqualTo(live.path("contracts"));
  }

  @Test
  void anUnderlyingThatWasNotCapturedIsLookedForInTheLake() {
    assertThat(replay("--underlying", "SPY")).isEqualTo(ExitCode.NO_DATA.status());
    assertThat(err).contains("2026-11-20");
  }

  @Test
  void aDamagedJournalIsTold() throws IOException {
    captureMore();
    byte[] bytes = Files.readAllBytes(captured.file());
    bytes[200] ^= 1;
    Files.write(captured.file(), bytes);

    assertThat(replay("--underlying", "SPX")).isEqualTo(ExitCode.SOFTWARE.status());
    assertThat(err).contains("live.journal");
  }

  /// Goes on with the day in a run of its own, so that what it had before is not the last block.
  private void captureMore() {
    VirtualClock clock = new VirtualClock(Captures.OPEN + 600_000_000_000L);
    try (Capture capture = Capture.begin(captured, clock, new FactLog(_ -> {}))) {
      capture.live(_ -> {});
      Captures.play(Captures.events(11, 12), capture, clock);
    }
  }
}
