package io.spyglass.bench;

import com.alibaba.fastjson2.JSON;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.UnderlyingFlow;
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
import io.spyglass.session.Rejects;
import io.spyglass.session.Session;
import io.spyglass.vendor.polygon.Decoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// From the bytes of the vendor's socket to prints with a side, added to their contracts and the
/// totals; the same bytes through two well-known parsers.
///
/// The data are 200,000 trades in frames of 50, over 400 contracts of one expiry that each have a
/// quote in force.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VendorDecoderBenchmark {
  static final int TRADES = 200_000;

  private static final int A_FRAME = 50;
  private static final int CONTRACTS = 400;
  private static final LocalDate DAY = LocalDate.of(2025, 12, 19);
  private static final Underlying SPX = new Underlying("SPX");
  private static final int[] CODES = {209, 219, 232, 227};
  private static final long MILLI_NANOS = 1_000_000L;

  private final TradingCalendar calendar = TradingCalendar.standard();
  private final long openNanos = calendar.day(DAY).regular().fromNanos();
  private final List<OptionContract> contracts = new ArrayList<>();
  private final Map<String, OptionContract> byTicker = new HashMap<>();
  private final List<byte[]> frames = new ArrayList<>();
  private final JsonFactory jackson = new JsonFactory();

  /// Makes the frames.
  @Setup(Level.Trial)
  public void write() {
    frames.clear();
    contracts.clear();
    for (int i = 0; i < CONTRACTS; i++) {
      Right right = i % 2 == 0 ? Right.CALL : Right.PUT;
      contracts.add(new OptionContract("SPXW", DAY, right, 5_500_000 + i / 2 * 5000L));
    }
    contracts.forEach(each -> byTicker.put(each.ticker(), each));
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder frame = new StringBuilder();
    for (int i = 0; i < TRADES; i++) {
      frame.append(i % A_FRAME == 0 ? '[' : ',').append(trade(random, i));
      if (i % A_FRAME == A_FRAME - 1) {
        frames.add(frame.append(']').toString().getBytes(StandardCharsets.US_ASCII));
        frame.setLength(0);
      }
    }
  }

  private String trade(SplittableRandom random, int number) {
    return "{\"ev\":\"T\",\"sym\":\"%s\",\"x\":302,\"p\":%s,\"s\":%d,\"c\":[%d],\"t\":%d,\"q\":%d}"
        .formatted(
            contracts.get(random.nextInt(CONTRACTS)).ticker(),
            10 + random.nextInt(5) * 0.05,
            1 + random.nextInt(40),
            CODES[random.nextInt(CODES.length)],
            openNanos / MILLI_NANOS + 2 + number / 100,
            635_259_717 + number);
  }

  /// A state in which each contract has a quote.
  private Session quoted() {
    Output output = new Output() {};
    FlowState state = new FlowState(DAY, calendar, Map.of(SPX, FlowRules.standard(SPX)), output);
    Session session = new Session(state, output);
    session.accept(new IndexValue(new Index("SPX"), openNanos, openNanos, 6000));
    for (OptionContract contract : contracts) {
      session.accept(new Quote(contract, openNanos, openNanos, 1, 10, 10.2, 10, 20));
    }
    session.accept(new Tick(openNanos));
    return session;
  }

  /// By this project's scanner.
  @Benchmark
  @OperationsPerInvocation(TRADES)
  public FlowState scanner() {
    Session session = quoted();
    Decoder decoder = new Decoder(sink(session::accept), new Rejects());
    for (byte[] frame : frames) {
      decoder.decode(frame, 0, frame.length, openNanos);
    }
    return session.flow();
  }

  private static Decoder.Sink sink(Consumer<MarketEvent> events) {
    return new Decoder.Sink() {
      @Override
      public void event(MarketEvent event) {
        events.accept(event);
      }

      @Override
      public void status(String status, String message) {
        throw new IllegalStateException(message);
      }
    };
  }

  /// By Jackson's streaming parser.
  @Benchmark
  @OperationsPerInvocation(TRADES)
  public FlowState jackson() {
    Session session = quoted();
    for (byte[] frame : frames) {
      try (JsonParser parser = jackson.createParser(ObjectReadContext.empty(), frame)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.START_OBJECT) {
            session.accept(trade(parser));
          }
        }
      }
    }
    return session.flow();
  }

  private Trade trade(JsonParser parser) {
    Message message = new Message();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "sym" -> message.sym = parser.getString();
        case "x" -> message.x = parser.getIntValue();
        case "p" -> message.p = parser.getDoubleValue();
        case "s" -> message.s = parser.getDoubleValue();
        case "t" -> message.t = parser.getLongValue();
        case "q" -> message.q = parser.getLongValue();
        case "c" -> {
          parser.nextToken();
          message.c = new int[] {parser.getIntValue()};
          parser.nextToken();
        }
        default -> parser.skipChildren();
      }
    }
    return trade(message);
  }

  /// By fastjson2, into objects.
  @Benchmark
  @OperationsPerInvocation(TRADES)
  public FlowState fastjson2() {
    Session session = quoted();
    for (byte[] frame : frames) {
      for (Message message : JSON.parseArray(frame, Message.class)) {
        session.accept(trade(message));
      }
    }
    return session.flow();
  }

  /// A trade as a bean.
  public static final class Message {
    public String sym = "";
    public int x;
    public double p;
    public double s;
    public int[] c = {};
    public long t;
    public long q;
  }

  private Trade trade(Message message) {
    OptionContract contract = byTicker.get(message.sym);
    if (contract == null) {
      throw new IllegalStateException(message.sym);
    }
    return new Trade(
        contract,
        message.t * MILLI_NANOS,
        openNanos,
        -1,
        message.q,
        message.p,
        message.s,
        message.x,
        Conditions.of(message.c),
        -1);
  }

  /// The sum of every contract's volume, premium and sides, which all three answer alike.
  public String checksum() {
    write();
    String sum = sum(scanner());
    if (!sum.equals(sum(jackson())) || !sum.equals(sum(fastjson2()))) {
      throw new IllegalStateException("the parsers differ");
    }
    return sum;
  }

  private static String sum(FlowState state) {
    Checksum sum = new Checksum();
    for (UnderlyingFlow flow : state.underlyings()) {
      for (ExpiryFlow expiry : flow.expiries()) {
        for (ContractFlow row : expiry.contracts()) {
          sum.add(row.contract().compact()).add(row.volume()).add(row.premium());
          sum.add(row.bought()).add(row.sold()).add(row.unclassified()).add(row.netPremium());
        }
      }
    }
    return sum.toString();
  }
}
