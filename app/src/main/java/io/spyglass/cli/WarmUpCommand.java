package io.spyglass.cli;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.config.Sources;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Day;
import io.spyglass.server.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `spyglass warm-up`: the quick commands, and a demo that ends once it has answered, for the
/// launcher to train the JVM's ahead-of-time cache with. What the user has configured plays no part
/// in it.
@Command(
    name = "warm-up",
    hidden = true,
    description = "Start a demo on a free port, answer a few requests, and end.")
final class WarmUpCommand implements Callable<Integer> {
  private static final Underlying UNDERLYING = new Underlying("SPX");
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

  /// What people type most, besides a start of the server.
  static List<List<String>> quick() {
    return List.of(
        List.of("--help"),
        List.of("--version"),
        List.of("demo", "--help"),
        List.of("config", "show"),
        List.of("calendar", "--from", "2026-11-23", "--to", "2026-11-27"));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path nowhere = Files.createTempDirectory("spyglass");
    try {
      quick().forEach(arguments -> execute(arguments, nowhere));
      answer(nowhere);
    } finally {
      Files.delete(nowhere);
    }
    return ExitCode.DONE.status();
  }

  private static void execute(List<String> arguments, Path nowhere) {
    PrintWriter unread = new PrintWriter(Writer.nullWriter());
    int _ =
        Spyglass.commandLine(nowhere, Map.of())
            .setOut(unread)
            .setErr(unread)
            .execute(arguments.toArray(String[]::new));
  }

  private static void answer(Path nowhere) throws IOException, InterruptedException {
    Settings settings =
        Settings.load(
            new Sources(
                Optional.empty(), nowhere, Map.of(), Map.of("HOST", "127.0.0.1", "PORT", "0")));
    Days days = new Days(settings, TradingCalendar.standard());
    Day day = days.simulated(1, DATE, UNDERLYING);
    Playing playing = new Playing(day, Mode.DEMO, day.span().fromNanos());
    try (Lake lake = new Lake(nowhere, LakeOptions.defaults());
        Broadcast broadcast =
            new Broadcast(
                settings.server(), new Broadcast.Shelf(days, lake, day.underlyings()), playing)) {
      String url = broadcast.begin();
      playing.replay().awaitArrival();
      for (String path : new String[] {"", "health", "api/flow", "api/replay"}) {
        try (InputStream answer = URI.create(url + path).toURL().openStream()) {
          answer.readAllBytes();
        }
      }
    }
  }
}
