package io.spyglass.bench;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.FrameCutter;
import io.spyglass.server.Pulse;
import io.spyglass.session.Session;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From a board on which every contract changed to the text of a frame.
///
/// The data are the calls and puts of one expiry around the spot, each with a quote and prints of
/// its own; before every frame each contract is quoted and traded anew.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FrameBenchmark {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 19);
  private static final Underlying SPX = new Underlying("SPX");

  /// A board, and the session that tells it its facts.
  @State(Scope.Thread)
  public abstract static class Told {
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<OptionContract> options = new ArrayList<>();
    private final FlowBoard board =
        new FlowBoard(
            List.of(SPX), io.spyglass.server.Mode.REPLAY, TradingCalendar.standard(), DAY);
    private final FrameCutter cutter = new FrameCutter(board, SPX);
    private final Session session =
        new Session(
            new FlowState(
                DAY, TradingCalendar.standard(), Map.of(SPX, FlowRules.standard(SPX)), board),
            board);
    private final long nanos = TradingCalendar.standard().day(DAY).regular().fromNanos();

    /// A board that shows so many contracts.
    Told(int contracts) {
      for (int i = 0; i < contracts; i++) {
        long mills = 6_000_000 + (i / 2 - contracts / 4) * 1000L;
        options.add(new OptionContract("SPXW", DAY, i % 2 == 0 ? Right.CALL : Right.PUT, mills));
      }
      session.accept(new IndexValue(new Index("SPX"), nanos, nanos, 6000));
      change();
      session.accept(new Tick(nanos));
      cutter.cut(null);
    }

    /// Quotes and trades every contract.
    @Setup(Level.Invocation)
    public final void change() {
      for (OptionContract option : options) {
        double bid = 1 + random.nextInt(400) * 0.05;
        session.accept(new Quote(option, nanos, nanos, -1, bid, bid + 0.1, 10, 20));
        double price = bid + random.nextInt(3) * 0.05;
        int size = 1 + random.nextInt(50);
        session.accept(
            new Trade(option, nanos, nanos, -1, -1, price, size, 302, Conditions.NONE, 0));
      }
    }

    String frame() {
      cutter.cut(null);
      return cutter.frame(Pulse.NONE);
    }
  }

  /// 200 contracts.
  @State(Scope.Thread)
  public static class Small extends Told {
    public Small() {
      super(200);
    }
  }

  /// 8,000 contracts.
  @State(Scope.Thread)
  public static class Large extends Told {
    public Large() {
      super(8000);
    }
  }

  /// Cuts and encodes a frame of 200 contracts.
  @Benchmark
  public String small(Small board) {
    return board.frame();
  }

  /// Cuts and encodes a frame of 8,000 contracts.
  @Benchmark
  public String large(Large board) {
    return board.frame();
  }

  /// The sum of a frame's text.
  public String checksum() {
    Large board = new Large();
    board.change();
    return new Checksum().add(board.frame()).toString();
  }
}
