package io.spyglass.bench;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.journal.Journal;
import io.spyglass.journal.JournalFeed;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.Output;
import io.spyglass.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/// From the bytes of a journal to events, and on to the flow of each contract.
///
/// The data are a million events over 8,000 contracts of one expiry, nine quotes to one trade, 20
/// µs apart, with a tick and an index value a second, in blocks of 4,000: what a busy open looks
/// like.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalBenchmark {
  static final int EVENTS = 1_000_000;

  private static final int CONTRACTS = 8000;
  private static final int BLOCK = 4000;
  private static final long SPACING_NANOS = 20_000;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final LocalDate DAY = LocalDate.of(2025, 12, 19);
  private static final Underlying SPX = new Underlying("SPX");
  private static final int[] CODES = {209, 219, 232, 227};

  private final TradingCalendar calendar = TradingCalendar.standard();
  private final List<OptionContract> contracts = new ArrayList<>();
  private Path file = Path.of("");

  /// Writes the journal.
  @Setup(Level.Trial)
  public void write() throws IOException {
    for (int i = 0; i < CONTRACTS; i++) {
      contracts.add(
          new OptionContract(
              "SPXW", DAY, i % 2 == 0 ? Right.CALL : Right.PUT, 4_000_000 + i / 2 * 1000L));
    }
    file = Files.createTempFile("spyglass", ".journal");
    SplittableRandom random = new SplittableRandom(1);
    long nanos = calendar.day(DAY).regular().fromNanos();
    try (Journal journal = Journal.open(file, DAY)) {
      List<MarketEvent> block = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        nanos += SPACING_NANOS;
        block.add(event(random, i, nanos));
        if (block.size() == BLOCK) {
          journal.append(block);
          block.clear();
        }
      }
    }
  }

  private MarketEvent event(SplittableRandom random, int number, long nanos) {
    if (nanos % SECOND_NANOS == 0) {
      return new Tick(nanos);
    }
    if (nanos % SECOND_NANOS == SECOND_NANOS / 2) {
      return new IndexValue(new Index("SPX"), nanos, nanos, 6000 + random.nextInt(5));
    }
    OptionContract contract = contracts.get(random.nextInt(CONTRACTS));
    double bid = 1 + random.nextInt(400) * 0.05;
    if (number % 10 != 0) {
      return new Quote(contract, nanos, nanos, number, bid, bid + 0.1, 10, 20);
    }
    Conditions conditions = Conditions.of(CODES[random.nextInt(CODES.length)]);
    return new Trade(contract, nanos, nanos, -1, number, bid, 1 + number % 7, 302, conditions, 0);
  }

  /// Reads every event and does nothing with it.
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void decode(Blackhole sink) {
    try (JournalFeed feed = JournalFeed.open(file)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        sink.consume(event);
      }
    }
  }

  /// Reads every event, decides the side of each print and adds it to its contract and the totals.
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public FlowState flow() {
    Output output = new Output() {};
    FlowState state = new FlowState(DAY, calendar, Map.of(SPX, FlowRules.standard(SPX)), output);
    Session session = new Session(state, output);
    try (JournalFeed feed = JournalFeed.open(file)) {
      session.run(feed);
    }
    return state;
  }

  /// The sum of every contract's volume, premium, sides and net flow that [#flow] answers.
  public String checksum() throws IOException {
    Checksum sum = new Checksum();
    write();
    for (UnderlyingFlow flow : flow().underlyings()) {
      for (ExpiryFlow series : flow.expiries()) {
        series.contracts().forEach(row -> add(sum, row));
      }
    }
    remove();
    return sum.toString();
  }

  private static void add(Checksum sum, ContractFlow row) {
    sum.add(row.contract().compact()).add(row.volume()).add(row.premium());
    sum.add(row.bought()).add(row.sold()).add(row.unclassified());
    sum.add(row.netPremium()).add(row.netDeltaFlow());
  }

  /// Removes the journal.
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    Files.delete(file);
  }
}
