package io.spyglass.monitor;

import io.spyglass.journal.Recording;
import io.spyglass.model.MarketEvent;
import io.spyglass.session.Fanout;
import io.spyglass.session.FeedState;
import io.spyglass.session.Output;
import io.spyglass.vendor.polygon.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trading day that is shown: what its journal has, and once it was started what happens.
/// Thread-safe, but that one thread opens, starts and closes it.
final class LiveDay implements AutoCloseable {
  private static final String OPTIONS = "options";

  /// How far behind its journal's last event a day may begin: clocks are no better.
  private static final long CLOCK_NANOS = 60_000_000_000L;

  private final CapturedDay captured;
  private final Day day;
  private final Plan plan;
  private final MarketClock clock;
  private final Inflow inflow;
  private final Capture capture;

  private LiveDay(
      CapturedDay captured, Plan plan, MarketClock clock, Inflow inflow, Capture capture) {
    this.captured = captured;
    this.day = captured.day();
    this.plan = plan;
    this.clock = clock;
    this.inflow = inflow;
    this.capture = capture;
  }

  /// What it takes to show a day.
  record Stand(Market market, Plan plan, MarketClock clock, Audience audience) {}

  /// A day that is shown as far as its journal has come, and goes on with [#start].
  ///
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  static LiveDay open(CapturedDay captured, Stand stand) {
    Day day = captured.day();
    Inflow inflow = stand.market().open(day, stand.plan(), stand.clock());
    LiveDay open = null;
    try {
      Output board = stand.audience().open(day, stand.plan().isDelayed());
      Fanout output = new Fanout(List.of(board, inflow.output()));
      Capture capture = Capture.begin(captured, stand.clock().session(), output);
      open = new LiveDay(captured, stand.plan(), stand.clock(), inflow, capture);
      return open;
    } finally {
      if (open == null) {
        inflow.close();
      }
    }
  }

  /// Whether its journal reaches beyond now, as another run of the same day does. Now is as late as
  /// the plan delivered when the day was begun, whatever it seems to have since.
  boolean isAhead() {
    long latest = capture.recovered().latestNanos();
    long now = clock.epochNanos() - captured.rules().delayNanos();
    return latest != MarketEvent.ABSENT && latest - now > CLOCK_NANOS;
  }

  /// Goes on with what happens.
  ///
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  void start() {
    inflow.start(capture);
  }

  CapturedDay captured() {
    return captured;
  }

  Day day() {
    return day;
  }

  Plan plan() {
    return plan;
  }

  Capture capture() {
    return capture;
  }

  List<FeedState> feeds() {
    return inflow.feeds();
  }

  /// Whether what happens is being recorded; null before it was started.
  @Nullable Recording recording() {
    return capture.recording();
  }

  /// How old what is shown is, -1 for unknown. Where quotes come all the time they tell; else the
  /// market may be quiet, and a line that answers is proof enough.
  long ageNanos() {
    long age = capture.ageNanos();
    long line = plan.quotes() ? -1 : lineNanos();
    long least = age < 0 || line < 0 ? Math.max(age, line) : Math.min(age, line);
    return least < 0 ? least : Math.max(least, capture.stallNanos());
  }

  private long lineNanos() {
    return feeds().stream()
        .filter(feed -> feed.name().equals(OPTIONS))
        .mapToLong(FeedState::ageNanos)
        .findFirst()
        .orElse(-1);
  }

  /// Ends it: what brings it, then the capture.
  @Override
  public void close() {
    inflow.close();
    capture.close();
  }
}
