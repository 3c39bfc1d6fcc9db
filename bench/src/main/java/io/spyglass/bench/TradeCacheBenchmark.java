package io.spyglass.bench;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.Coverage;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeFeed;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Conditions;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import io.spyglass.session.Session;
import io.spyglass.session.TickingFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A day's cached trades, one file a contract, as events in time order.
///
/// The data are trades of one expiry at random times of the regular hours, each of a contract drawn
/// at random and with a sequence number; one in eight has two conditions. The heap is 500 MB.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xmx500m", "--enable-native-access=ALL-UNNAMED"})
public class TradeCacheBenchmark {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 19);
  private static final Underlying SPX = new Underlying("SPX");
  private static final long SESSION_NANOS = 23_400_000_000_000L;
  private static final Conditions SINGLE = Conditions.of(209);
  private static final Conditions MULTI_LEG = Conditions.of(209, 232);

  /// How many contracts have a file.
  @Param({"400", "8000"})
  public int files;

  /// How many trades there are in all.
  @Param("1000000")
  public int trades;

  private Path folder = Path.of("");
  private Lake lake = new Lake(folder, LakeOptions.defaults());

  /// Writes the day.
  @Setup(Level.Trial)
  public void write() throws IOException {
    folder = Files.createTempDirectory("spyglass-bench");
    lake = new Lake(folder, LakeOptions.defaults());
    SplittableRandom random = new SplittableRandom(1);
    long nanos = NewYork.epochNanos(DAY, LocalTime.of(9, 30));
    try (DayWriter day = lake.write(DAY)) {
      for (int i = 0; i < trades; i++) {
        nanos += random.nextLong(2 * SESSION_NANOS / trades);
        day.trade(trade(i, nanos, random));
      }
      day.commit(Completeness.SESSION);
    }
  }

  private Trade trade(int number, long nanos, SplittableRandom random) {
    int contract = number < files ? number : random.nextInt(files);
    Right right = contract % 2 == 0 ? Right.CALL : Right.PUT;
    return new Trade(
        new OptionContract("SPXW", DAY, right, 1_000_000 + contract / 2 * 1000L),
        nanos,
        nanos,
        MarketEvent.ABSENT,
        number,
        (1 + random.nextInt(2000)) * 0.05,
        1 + random.nextInt(20),
        300 + random.nextInt(16),
        random.nextInt(8) == 0 ? MULTI_LEG : SINGLE,
        0);
  }

  /// Deletes the day.
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    lake.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Opens the day and takes every event.
  @Benchmark
  public long inTimeOrder() {
    long count = 0;
    try (LakeFeed feed = lake.feed(DAY, SPX)) {
      while (feed.next() != null) {
        count++;
      }
    }
    if (count != files + (long) trades) {
      throw new IllegalStateException(count + " events of " + files + " files");
    }
    return count;
  }

  /// Opens the day and plays it through a session as fast as possible.
  @Benchmark
  public double replayed() {
    Output output = new Output() {};
    FlowRules rules = FlowRules.standard(SPX).covering(Coverage.LISTED);
    FlowState flow = new FlowState(DAY, TradingCalendar.standard(), Map.of(SPX, rules), output);
    try (Feed feed = new TickingFeed(lake.feed(DAY, SPX))) {
      new Session(flow, output).run(feed);
    }
    double volume = 0;
    for (UnderlyingFlow underlying : flow.underlyings()) {
      for (ExpiryFlow series : underlying.expiries()) {
        volume += series.calls().volume() + series.puts().volume();
      }
    }
    return volume;
  }

  /// The sum of 100,000 trades of 400 contracts in the order in which they come.
  public String checksum() throws IOException {
    files = 400;
    trades = 100_000;
    Checksum sum = new Checksum();
    write();
    try (LakeFeed feed = lake.feed(DAY, SPX)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (event instanceof Trade trade) {
          sum.add(trade.epochNanos()).add(trade.sequence()).add(trade.price()).add(trade.size());
          sum.add(trade.instrument().ticker()).add(trade.exchange()).add(trade.conditions().mask());
        }
      }
    } finally {
      delete();
    }
    return sum.toString();
  }
}
