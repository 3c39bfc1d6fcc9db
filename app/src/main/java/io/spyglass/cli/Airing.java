package io.spyglass.cli;

import io.spyglass.config.Settings;
import io.spyglass.config.VendorSettings;
import io.spyglass.journal.Clock;
import io.spyglass.monitor.Audience;
import io.spyglass.monitor.Day;
import io.spyglass.monitor.MarketClock;
import io.spyglass.monitor.Monitor;
import io.spyglass.monitor.Vendor;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.server.Scene;
import io.spyglass.session.Feeds;
import io.spyglass.session.Output;
import io.spyglass.vendor.polygon.Client;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The live market on the air: a monitor whose days are broadcast, each on a board of its own.
final class Airing implements Audience, AutoCloseable {
  private final Path dataFolder;
  private final Client client;
  private final Monitor monitor;
  private final Feeds feeds;
  private final Broadcast broadcast;
  private final AtomicBoolean isWatching = new AtomicBoolean();

  /// Of the day that is shown. Of the monitor's thread.
  private @Nullable FlowBoard board;

  /// A market that is watched once it is to be shown.
  ///
  /// @param settings with the vendor's key
  /// @param first the day that is played at first, null for the market itself
  Airing(Settings settings, Broadcast.Shelf shelf, @Nullable Playing first) {
    this.dataFolder = settings.lake().root();
    VendorSettings.Polygon polygon = settings.vendors().polygon();
    this.client = TradeFetch.client(settings);
    this.monitor =
        new Monitor(
            new Vendor(polygon, settings.streaming(), settings.monitor(), client),
            shelf.days().watchlist(shelf.underlyings()),
            new Monitor.Folders(
                dataFolder, shelf.lake(), settings.monitor().cacheInterval(), settings.retention()),
            new MarketClock(Clock.SYSTEM),
            this);
    this.feeds = monitor.feeds();
    FlowBoard empty = shelf.days().empty(Mode.LIVE, shelf.underlyings());
    Broadcast.Market market =
        new Broadcast.Market(new Scene(empty, null, feeds), feeds, this::watch);
    this.broadcast = new Broadcast(settings.server(), shelf, market, first);
  }

  private void watch() {
    if (isWatching.compareAndSet(false, true)) {
      monitor.start();
    }
  }

  /// What is shown, and whatever is asked for in its place.
  Broadcast broadcast() {
    return broadcast;
  }

  @Override
  public Output open(Day day, boolean isDelayed) {
    Mode mode = isDelayed ? Mode.DELAYED : Mode.LIVE;
    FlowBoard next = new FlowBoard(day.underlyings(), mode, day.calendar(), day.date(), dataFolder);
    day.previousCloses().forEach(next::previousClose);
    board = next;
    broadcast.air(new Scene(next, null, feeds));
    return next;
  }

  @Override
  public void recording(boolean isRecording) {
    if (board != null) {
      board.recording(isRecording);
    }
  }

  /// The board stays as it is.
  @Override
  public void closed(Day day) {}

  /// Stops to serve, then to watch.
  @Override
  public void close() {
    broadcast.close();
    monitor.close();
    client.close();
  }
}
