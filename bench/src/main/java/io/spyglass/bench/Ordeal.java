package io.spyglass.bench;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Trade;
import io.spyglass.monitor.CapturedDay;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Live days that go wrong in front of `spyglass serve`: the vendor misbehaves, lines are torn, and
/// the server is killed and started again. It keeps what truly was out, and holds what was captured
/// against what truly happened. Owned by one thread.
final class Ordeal implements AutoCloseable {
  private static final LocalTime EVENING = LocalTime.of(20, 20);
  private static final LocalTime BEHIND_THE_TAPE = LocalTime.of(16, 1);
  private static final LocalTime LAST_MINUTE = LocalTime.of(16, 59);
  private static final LocalTime BEHIND_THE_DAY = LocalTime.of(17, 6);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final double DRAINING_SPEED = 2;

  /// By this machine's clock: how long a line may take to be found dead, and how far apart what was
  /// out and its hole may be.
  private static final Duration SLOW = Duration.ofSeconds(6);

  private static final Duration NEAR = Duration.ofSeconds(3);

  /// What the vendor is like for a while, but for what tears lines. `no_sequences` is left out:
  /// without their numbers prints that are alike cannot be told apart.
  private static final List<String> MOODS =
      List.of(
          "{}",
          "{\"preset\":\"flaky\",\"drop_after_seconds\":0}",
          "{\"preset\":\"storm\"}",
          "{\"preset\":\"dirty\",\"no_sequences\":0}",
          "{\"preset\":\"everything\",\"drop_after_seconds\":0,\"no_sequences\":0}",
          "{\"rest_outages\":1}");

  private final PolygonSimulator simulator;
  private final SimulatedClock clock;
  private final Served.Setup setup;
  private final Pace pace;
  private final Random random;
  private final Consumer<String> log;
  private final Outages outages = new Outages();
  private final TradingCalendar calendar = TradingCalendar.standard();
  private @Nullable Served server;
  private int kills;

  /// How a day goes.
  ///
  /// @param speed seconds of the market a second
  /// @param from when things begin to go wrong
  /// @param to when they no longer do
  /// @param last from when on it goes on without a mishap, up to the end of the tape
  /// @param minutes the most that a stretch between two mishaps lasts
  record Pace(double speed, LocalTime from, LocalTime to, LocalTime last, int minutes) {}

  /// @param simulator whose clock it sets
  /// @param log hears what happens
  Ordeal(
      PolygonSimulator simulator,
      Served.Setup setup,
      Pace pace,
      Random random,
      Consumer<String> log) {
    this.simulator = simulator;
    this.clock = simulator.clock();
    this.setup = setup;
    this.pace = pace;
    this.random = random;
    this.log = log;
  }

  /// Has a day happen from the evening before; gives what is wrong with what was captured of it.
  List<String> day(LocalDate date) throws IOException, InterruptedException {
    clock.set(NewYork.epochNanos(calendar.previous(date), EVENING));
    clock.speed(pace.speed());
    clock.pause(false);
    if (server == null || random.nextBoolean()) {
      kill();
      start();
    }
    boolean _ = served().await(feed -> !isOff(feed), PATIENCE);
    clock.set(NewYork.epochNanos(date, pace.from()));
    while (clock.nowNanos() < NewYork.epochNanos(date, pace.to())) {
      mood();
      pass(Duration.ofMinutes(1 + random.nextInt(pace.minutes())));
      mishap(date);
    }
    boolean isLeftOpen = random.nextInt(4) == 0;
    lastMinutes(date, isLeftOpen);
    return close(date, isLeftOpen);
  }

  /// Up to the end of the tape; either all that is missing is fetched by then, or the vendor's
  /// history is out of reach.
  private void lastMinutes(LocalDate date, boolean isLeftOpen)
      throws IOException, InterruptedException {
    faults("{}");
    long last = NewYork.epochNanos(date, pace.last());
    if (clock.nowNanos() < last) {
      kill();
      clock.set(last);
      start();
    }
    if (isLeftOpen) {
      faults("{\"rest_outages\":1}");
      outages.add(last, NewYork.epochNanos(date, BEHIND_THE_DAY), "no history");
      drop();
    }
    long end = NewYork.epochNanos(date, BEHIND_THE_TAPE);
    pass(Duration.ofNanos(Math.max(0, end - clock.nowNanos())));
    if (!isLeftOpen) {
      drain(date);
    }
  }

  private Served served() throws IOException {
    Served now = server;
    if (now == null || !now.isAlive()) {
      throw new IOException("the server ended by itself; " + setup.folder() + " says more");
    }
    return now;
  }

  private void say(String what) {
    log.accept(Verdict.time(clock.nowNanos()).substring(0, 16).replace('T', ' ') + "  " + what);
  }

  private void faults(String json) {
    simulator.faults(Faults.NONE.with(json));
  }

  private void mood() {
    String mood = MOODS.get(random.nextInt(MOODS.size()));
    faults(mood);
    if (mood.contains("preset")) {
      long now = clock.nowNanos();
      outages.add(now, now + Duration.ofMinutes(2L * pace.minutes()).toNanos(), mood);
    }
  }

  /// Lets market time pass.
  private void pass(Duration time) throws IOException, InterruptedException {
    boolean _ = clock.await(clock.nowNanos() + time.toNanos(), 10, TimeUnit.MINUTES);
    Served _ = served();
  }

  private void mishap(LocalDate date) throws IOException, InterruptedException {
    switch (random.nextInt(8)) {
      case 0, 1 -> drop();
      case 2 -> dead("{\"half_open\":true}");
      case 3 -> dead("{\"silent\":true}");
      case 4, 5 -> {
        kill();
        tear(date);
        away(date);
        start();
      }
      default -> {}
    }
  }

  private void drop() {
    long now = clock.nowNanos();
    outages.add(now, now, "drop");
    say(simulator.drop() + " lines are torn");
  }

  /// The lines bring nothing until that is noticed; what comes back comes by new ones, since a
  /// silence that is shorter is not to be noticed.
  private void dead(String fault) throws IOException, InterruptedException {
    say("the lines are dead: " + fault);
    long from = clock.nowNanos();
    faults(fault);
    pass(Duration.ofNanos((long) (SLOW.toNanos() * pace.speed())));
    int _ = simulator.drop();
    faults("{}");
    outages.add(from, clock.nowNanos(), fault);
  }

  private void kill() {
    Served running = server;
    server = null;
    if (running != null) {
      long now = clock.nowNanos();
      running.kill();
      kills++;
      say("the server is killed");
      outages.add(now, clock.nowNanos(), Outages.KILL);
    }
  }

  /// Leaves a block behind that was half written when the machine stopped.
  private void tear(LocalDate date) throws IOException {
    Path file = CapturedDay.file(setup.data(), date);
    if (random.nextBoolean() && Files.exists(file)) {
      byte[] torn = new byte[1 + random.nextInt(4000)];
      random.nextBytes(torn);
      Files.write(file, torn, StandardOpenOption.APPEND);
    }
  }

  /// Nobody is there for a while.
  private void away(LocalDate date) {
    long minutes = random.nextInt(8 * pace.minutes());
    long until = clock.nowNanos() + Duration.ofMinutes(minutes).toNanos();
    clock.set(Math.min(until, NewYork.epochNanos(date, pace.to())));
  }

  /// The market stands still until the server serves, which takes as long as the machine is busy.
  private void start() throws IOException, InterruptedException {
    if (random.nextBoolean()) {
      faults("{}");
    }
    long from = clock.nowNanos();
    clock.pause(true);
    Served next = Served.start(setup);
    clock.pause(false);
    server = next;
    boolean isUp = next.await(feed -> isOff(feed) || isStreaming(feed), SLOW);
    say("the server is started" + (isUp ? "" : ", and has no line yet"));
    outages.add(from, clock.nowNanos(), Outages.START);
  }

  private static boolean isOff(JsonNode feed) {
    return feed.path("state").asString("").equals("off");
  }

  private static boolean isStreaming(JsonNode feed) {
    return feed.path("state").asString("").equals("streaming");
  }

  /// The vendor is well again, and the market slow, until nothing is missing.
  private void drain(LocalDate date) throws IOException, InterruptedException {
    faults("{}");
    clock.speed(DRAINING_SPEED);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      boolean isDone =
          served().await(feed -> isStreaming(feed) && feed.path("fetching").asInt() == 0, NEAR);
      CapturedTape tape = isDone ? CapturedTape.read(setup.data(), date) : null;
      if (tape != null && tape.unfilled().isEmpty()) {
        break;
      }
    }
    clock.speed(pace.speed());
  }

  private List<String> close(LocalDate date, boolean isLeftOpen)
      throws IOException, InterruptedException {
    long over = NewYork.epochNanos(date, BEHIND_THE_DAY);
    clock.set(NewYork.epochNanos(date, isLeftOpen ? BEHIND_THE_DAY : LAST_MINUTE));
    faults("{}");
    pass(Duration.ofNanos(Math.max(0, over - clock.nowNanos())));
    Verdict verdict = new Verdict();
    if (random.nextInt(4) == 0) {
      kill();
      start();
    }
    boolean _ = served().await(Ordeal::isOff, PATIENCE);
    CapturedTape tape = CapturedTape.read(setup.data(), date);
    Span whole = new Span(NewYork.epochNanos(date, LocalTime.MIDNIGHT), clock.nowNanos());
    List<Trade> truth = simulator.prints(tape.contracts(), whole);
    say(truth.size() + " prints happened; captured are " + tape);
    verdict.compare(tape, truth);
    verdict.explain(tape, outages, Duration.ofNanos((long) (NEAR.toNanos() * pace.speed())));
    if (!isLeftOpen) {
      verdict.filled(tape);
    }
    verdict.awaitCache(tape, setup.data(), date, PATIENCE);
    return verdict.faults();
  }

  int kills() {
    return kills;
  }

  Outages outages() {
    return outages;
  }

  @Override
  public void close() {
    Served last = server;
    if (last != null) {
      last.close();
    }
  }
}
