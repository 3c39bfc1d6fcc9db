package io.spyglass.cli;

import io.spyglass.config.Settings;
import io.spyglass.journal.DataFolder;
import io.spyglass.lake.Lake;
import io.spyglass.model.Underlying;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.server.Scene;
import io.spyglass.server.SpyglassServer;
import io.spyglass.session.Feeds;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spyglass serve`: the live market in the browser, or a recorded day.
@Command(
    name = "serve",
    description =
        "Show the live market in the browser, or a recorded day; without a key, what can be started"
            + " there.",
    footer = {
      "%nExamples:",
      "  spyglass serve --underlying SPX",
      "  spyglass serve --replay 2021-01-04 --underlying SPX",
      "  spyglass serve --replay 2021-01-04 --underlying SPX,SPY --speed max"
    })
final class ServeCommand implements Runnable {
  @ParentCommand private Spyglass root;
  @Spec private CommandSpec spec;
  @Mixin private HttpOptions http;

  @Option(
      names = "--replay",
      paramLabel = "DATE",
      description =
          "A recorded day in the place of the live market; with a key, what is not cached of it is"
              + " fetched first. REPLAY_DATE with REPLAY_MODE=true does the same.")
  private @Nullable LocalDate replay;

  @Option(
      names = "--underlying",
      paramLabel = "ROOT[,ROOT...]",
      split = ",",
      description = "What to show, the first one first; FLOW_UNDERLYING, or else SPY, by default.")
  private List<Underlying> underlyings = List.of();

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = SpeedConverter.class,
      description = "Seconds of the day a second, or max; by default 1, and 60 for minute bars.")
  private @Nullable Double speed;

  @Override
  public void run() {
    Settings settings = root.settings(http.flags());
    Days days = new Days(settings, root.calendar(settings));
    List<Underlying> shown =
        underlyings.isEmpty()
            ? List.of(Underlying.ofRoot(settings.flow().underlying()))
            : underlyings.stream().distinct().toList();
    SpyglassServer.requirePort(settings.server());
    try (DataFolder _ = DataFolder.claim(settings.lake().root());
        Lake lake = root.lake(settings)) {
      serve(settings, new Broadcast.Shelf(days, lake, shown));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Settings settings, Broadcast.Shelf shelf) throws InterruptedException {
    LocalDate date = date(settings, shelf.days());
    if (date != null) {
      replay(date, settings, shelf);
    } else if (settings.vendors().polygon().apiKey().isPresent()) {
      live(settings, shelf);
    } else {
      offline(settings, shelf);
    }
  }

  private void live(Settings settings, Broadcast.Shelf shelf) throws InterruptedException {
    try (Airing airing = new Airing(settings, shelf, null)) {
      run(airing.broadcast(), "Spyglass live");
    }
  }

  private void replay(LocalDate date, Settings settings, Broadcast.Shelf shelf)
      throws InterruptedException {
    boolean hasKey = settings.vendors().polygon().apiKey().isPresent();
    if (hasKey && shelf.days().lacks(shelf.lake(), date, shelf.underlyings())) {
      fetch(date, settings, shelf);
    }
    Days.Recorded recorded =
        shelf.days().recorded(shelf.lake(), date, shelf.underlyings(), Days.Breadth.WIDE);
    Playing playing = Playing.recorded(recorded.day(), speed == null ? recorded.speed() : speed);
    String what = "Spyglass replay of " + date;
    if (hasKey) {
      try (Airing airing = new Airing(settings, shelf, playing)) {
        run(airing.broadcast(), what);
      }
    } else {
      try (Broadcast broadcast = new Broadcast(settings.server(), shelf, playing)) {
        run(broadcast, what);
      }
    }
  }

  /// Fetches what is not cached of a day.
  private void fetch(LocalDate date, Settings settings, Broadcast.Shelf shelf)
      throws InterruptedException {
    int strikes = settings.flow().strikesEachSide().orElse(TradeFetch.LEAST_STRIKES);
    try (TradeFetch fetch = new TradeFetch(settings, root.calendar(settings), shelf.lake())) {
      fetch.tryAll(date, shelf.underlyings(), strikes, spec.commandLine().getErr());
    }
  }

  private void offline(Settings settings, Broadcast.Shelf shelf) throws InterruptedException {
    FlowBoard board = shelf.days().empty(Mode.OFFLINE, shelf.underlyings());
    Scene scene = new Scene(board, null, Feeds.NONE);
    try (Broadcast broadcast = new Broadcast(settings.server(), shelf, scene)) {
      run(broadcast, "Spyglass without a vendor's key");
    }
  }

  private void run(Broadcast broadcast, String what) throws InterruptedException {
    StopSignal stop = StopSignal.listen();
    String url = broadcast.begin();
    spec.commandLine().getOut().println(what + ": " + url + "  (Ctrl-C ends it)");
    spec.commandLine().getOut().flush();
    Browser.open(url, root.environment());
    stop.await();
  }

  /// The day to play, null for none.
  private @Nullable LocalDate date(Settings settings, Days days) {
    if (replay != null) {
      return replay;
    }
    return settings.replay().enabled()
        ? settings.replay().date().orElseGet(days::lastComplete)
        : null;
  }
}
