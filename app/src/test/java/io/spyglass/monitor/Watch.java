package io.spyglass.monitor;

import io.spyglass.calendar.NewYork;
import io.spyglass.config.RetentionSettings;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.Print;
import io.spyglass.flow.PrintRules;
import io.spyglass.journal.VirtualClock;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Hole;
import io.spyglass.model.Tick;
import io.spyglass.model.Underlying;
import io.spyglass.net.Refusal;
import io.spyglass.session.FactLog;
import io.spyglass.session.FeedState;
import io.spyglass.session.Outage;
import io.spyglass.session.Output;
import io.spyglass.vendor.polygon.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/// A monitor of SPX on clocks that a test moves, in front of a market of which the test says what
/// comes. What it shows is told in words.
final class Watch implements AutoCloseable, Audience, Market {
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;

  private static final Underlying SPX = Captures.SPX;
  static final Plan ADVANCED = new Plan(true, true, true, true, Duration.ZERO, List.of());
  static final Plan DELAYED = new Plan(true, true, true, true, Duration.ofMinutes(15), List.of());

  /// This machine's clock.
  final VirtualClock wall;

  /// How far the vendor's is ahead of it.
  volatile long aheadNanos;

  final Lake lake;
  final MarketClock clock;
  Monitor monitor;
  volatile boolean isOutOfReach;
  volatile boolean isRefused;

  /// A fault in place of terms.
  volatile Error fault;

  volatile String address = "https://vendor";
  volatile Plan plan = ADVANCED;
  volatile Capture capture;

  /// How often the terms were asked for.
  final LongAdder asked = new LongAdder();

  private final Monitor.Folders folders;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private volatile long tickNanos;
  private final LongAdder ticks = new LongAdder();
  private final Queue<String> prints = new ConcurrentLinkedQueue<>();

  Watch(Path folder, LocalDate date, String time) {
    this(folder, NewYork.epochNanos(date, LocalTime.parse(time)));
  }

  Watch(Path folder, long epochNanos) {
    wall = new VirtualClock(epochNanos);
    clock = new MarketClock(wall);
    lake = new Lake(folder.resolve("lake"), LakeOptions.defaults());
    folders =
        new Monitor.Folders(folder, lake, Duration.ofMinutes(30), new RetentionSettings(30, 100));
    monitor = monitor(FlowRules.standard(SPX));
  }

  private Monitor monitor(FlowRules rules) {
    return new Monitor(
        this, new Watchlist(Captures.CALENDAR, Map.of(SPX, rules)), folders, clock, this);
  }

  /// Has other settings, before it starts.
  Watch watching(int strikesEachSide) {
    monitor = monitor(FlowRules.standard(SPX).viewing(strikesEachSide, 1));
    return this;
  }

  /// Has another plan, before it starts.
  Watch on(Plan other) {
    plan = other;
    return this;
  }

  Watch start() {
    monitor.start();
    return this;
  }

  /// Time passes, for both clocks.
  Watch pass(long nanos) {
    wall.advance(nanos);
    return this;
  }

  /// Waits for what is shown next.
  Watch await(String... words) throws InterruptedException {
    for (String word : words) {
      String next = told.poll(60, TimeUnit.SECONDS);
      if (!word.equals(next)) {
        throw new AssertionError("expected '" + word + "' but it was '" + next + "', then " + told);
      }
    }
    return this;
  }

  /// Waits until something holds.
  Watch awaitThat(BooleanSupplier what) throws InterruptedException {
    long until = System.nanoTime() + 60 * SECOND;
    while (!what.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("it did not come to that; " + told);
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return this;
  }

  /// Waits until the session has come to the second that the market's clock is at.
  Watch awaitTick() throws InterruptedException {
    long second = clock.session().epochNanos() / SECOND * SECOND;
    return awaitThat(() -> tickNanos >= second);
  }

  /// How many ticks the session had.
  long ticks() {
    return ticks.sum();
  }

  /// The prints that the session handled, each as [Capturing] spells it.
  List<String> prints() {
    return List.copyOf(prints);
  }

  /// What was shown and not awaited.
  List<String> unawaited() {
    return List.copyOf(told);
  }

  @Override
  public Output open(Day day, boolean isDelayed) {
    told.add("open " + day.date());
    return new Output() {
      @Override
      public void tick(Tick tick) {
        ticks.increment();
        tickNanos = tick.epochNanos();
      }

      @Override
      public void print(Print print) {
        prints.add(Capturing.key(print));
      }

      @Override
      public void hole(Hole hole) {
        told.add("hole " + hole.reason());
      }
    };
  }

  @Override
  public void recording(boolean isRecording) {
    told.add(isRecording ? "recording" : "not recording");
  }

  @Override
  public void closed(Day day) {
    told.add("closed " + day.date());
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public long epochNanos() {
    requireReach();
    return (wall.epochNanos() + aheadNanos) / SECOND * SECOND;
  }

  @Override
  public Terms terms(long pastNanos) {
    asked.increment();
    requireReach();
    if (fault != null) {
      throw fault;
    }
    return new Terms(plan, PrintRules.standard(), "standard");
  }

  @Override
  public double close(Underlying underlying, LocalDate date) {
    return 6600;
  }

  private void requireReach() {
    if (isRefused) {
      throw new Refusal(401, "Unknown API Key");
    }
    if (isOutOfReach) {
      throw new Outage("the vendor is out of reach", null);
    }
  }

  @Override
  public Inflow open(Day day, Plan plan, MarketClock marketClock) {
    return new Inflow() {
      @Override
      public Output output() {
        return new FactLog(_ -> {});
      }

      @Override
      public void start(Capture into) {
        into.live(_ -> {});
        capture = into;
      }

      @Override
      public List<FeedState> feeds() {
        return List.of();
      }

      @Override
      public void close() {
        told.add("cut " + day.date());
      }
    };
  }

  @Override
  public void close() {
    monitor.close();
    lake.close();
  }
}
