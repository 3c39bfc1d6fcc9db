package io.spyglass.cli;

import io.spyglass.config.ServerSettings;
import io.spyglass.lake.Lake;
import io.spyglass.lake.NoData;
import io.spyglass.model.Underlying;
import io.spyglass.server.Programme;
import io.spyglass.server.RecordedDay;
import io.spyglass.server.Scene;
import io.spyglass.server.SpyglassServer;
import io.spyglass.server.Stage;
import io.spyglass.server.Unavailable;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Feeds;
import io.spyglass.session.Outage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is shown to whoever looks, and whatever is asked for in its place: a recorded day, the
/// simulated market, and the way back to the live one.
///
/// Thread-safe. At most one day is played at a time; a live market goes on behind it.
final class Broadcast implements Programme, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

  private final Shelf shelf;
  private final Stage stage;
  private final SpyglassServer server;
  private final Runnable watch;
  private @Nullable Playing playing;

  /// Changed in turn with the others; the frames ask for it without waiting for a day to begin.
  private volatile @Nullable Scene live;

  /// What can be shown.
  ///
  /// @param underlyings the one shown first ahead
  record Shelf(Days days, Lake lake, List<Underlying> underlyings) {}

  /// A live market, which is watched once it is to be shown.
  ///
  /// @param scene before anything is known of it
  /// @param watch begins to watch it where that has not begun
  record Market(Scene scene, Feeds feeds, Runnable watch) {
    private static Market none(Scene shown) {
      return new Market(shown, Feeds.NONE, () -> {});
    }
  }

  /// A broadcast without a live market, of something that is not played; it has not begun.
  Broadcast(ServerSettings settings, Shelf shelf, Scene first) {
    this(settings, shelf, Market.none(first), null);
    live = null;
  }

  /// A broadcast without a live market that plays a day once it has begun.
  Broadcast(ServerSettings settings, Shelf shelf, Playing first) {
    this(settings, shelf, Market.none(first.scene()), first);
    live = null;
  }

  /// A broadcast of a live market; it has not begun.
  ///
  /// @param first the day that is played at first, null for the market itself
  Broadcast(ServerSettings settings, Shelf shelf, Market market, @Nullable Playing first) {
    this.shelf = shelf;
    this.stage = new Stage(first == null ? market.scene() : first.scene());
    this.playing = first;
    this.live = market.scene();
    this.watch = market.watch();
    this.server = new SpyglassServer(settings, stage, this, market.feeds());
  }

  /// Serves, and plays or watches; gives the address.
  ///
  /// @throws Outage where the port cannot be had
  synchronized String begin() {
    server.start();
    if (playing == null) {
      watch.run();
    } else {
      playing.start();
    }
    return server.url();
  }

  @Override
  public List<RecordedDay> days() {
    return shelf.days().recorded(shelf.lake());
  }

  @Override
  public boolean hasLive() {
    return live != null;
  }

  /// The live market has another scene from now on: shown at once, unless a day is played.
  synchronized void air(Scene next) {
    live = next;
    if (playing == null) {
      stage.show(next);
    }
  }

  @Override
  public void replay(LocalDate date) {
    try {
      Days.Recorded recorded =
          shelf.days().recorded(shelf.lake(), date, shelf.underlyings(), Days.Breadth.WIDE);
      show(Playing.recorded(recorded.day(), recorded.speed()));
    } catch (NoData | CommandFailure e) {
      throw Unavailable.missing(String.valueOf(e.getMessage()));
    } catch (CorruptFile | Outage e) {
      LOG.error("What is recorded of {} cannot be shown: {}", date, e.getMessage());
      throw Unavailable.never(
          "What is recorded of " + date + " cannot be read; the server's log says more");
    }
  }

  @Override
  public void demo() {
    show(Playing.demo(shelf.days().demo(shelf.underlyings()), 1));
  }

  @Override
  public synchronized void live() {
    Scene next = live;
    if (next == null) {
      throw Unavailable.never(
          "There is no live market to go to: it wants a vendor's key, POLYGON_API_KEY, and a start"
              + " anew");
    }
    watch.run();
    Playing before = playing;
    if (before != null) {
      playing = null;
      stage.show(next);
      before.close();
    }
  }

  /// Plays a day in the place of what is shown.
  private synchronized void show(Playing next) {
    Playing before = playing;
    stage.show(next.scene());
    playing = next;
    next.start();
    if (before != null) {
      before.close();
    }
  }

  @Override
  public void close() {
    server.stop();
    synchronized (this) {
      if (playing != null) {
        playing.close();
      }
    }
  }
}
