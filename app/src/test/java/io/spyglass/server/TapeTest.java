package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.FlowListener;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.Print;
import io.spyglass.flow.PrintFilter;
import io.spyglass.flow.TradeSide;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "all but {0} chunks on disk")
@ValueSource(ints = {Integer.MAX_VALUE, 2})
class TapeTest {
  private static final int PRINTS = 5_000;
  private static final int[] CODES = {209, 219, 227, 232, 233, 237, 247};

  private final Random random = new Random(20261120);
  private final Path folder;
  private Tape tape;
  private final int inMemory;
  private final List<Kept> kept = new ArrayList<>();
  private final FlowState state =
      new FlowState(
          Day.DATE,
          TradingCalendar.standard(),
          Map.of(Day.SPX, FlowRules.standard(Day.SPX)),
          new Keeper());

  TapeTest(int inMemory, @TempDir Path folder) {
    tape = new Tape(folder, inMemory);
    this.inMemory = inMemory;
    this.folder = folder;
  }

  /// What a print was when it happened, as objects and in full precision.
  private record Kept(
      OptionContract contract,
      TradeSide side,
      double price,
      double size,
      double delta,
      Conditions conditions) {}

  private final class Keeper implements FlowListener {
    private final IdentityHashMap<ContractFlow, Row> rows = new IdentityHashMap<>();

    @Override
    public void print(Print print) {
      Function<ContractFlow, Row> row = flow -> new Row(rows.size(), flow.contract());
      tape.append(print, rows.computeIfAbsent(print.contract(), row));
      kept.add(
          new Kept(
              print.contract().contract(),
              print.side(),
              print.price(),
              print.size(),
              print.delta(),
              print.conditions()));
    }
  }

  private Trade trade(OptionContract option, int second) {
    int[] codes = random.nextInt(4) == 0 ? new int[0] : new int[] {CODES[random.nextInt(7)]};
    double price = Math.round(random.nextDouble() * 400) * 0.05;
    double size = 1 + random.nextInt(random.nextInt(10) == 0 ? 1000 : 20);
    long nanos = Day.at(second) + random.nextInt(1_000_000_000);
    return new Trade(option, nanos, nanos, -1, -1, price, size, 302, Conditions.of(codes), 0);
  }

  private OptionContract contract() {
    Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
    double strike = 5900 + 5 * random.nextInt(41);
    return OptionContract.of(
        "SPXW", random.nextInt(5) == 0 ? Day.DATE.plusDays(3) : Day.DATE, right, strike);
  }

  /// Prints of contracts of two expiries, of which those around 6,000 have Greeks.
  private void play(int prints) {
    state.accept(Day.spx(0, 6000));
    for (double strike = 5950; strike <= 6050; strike += 5) {
      state.accept(Day.quote(Day.call(strike), 0.5, Math.max(6000 - strike, 0) + 10, 70));
      state.accept(Day.quote(Day.put(strike), 0.5, Math.max(strike - 6000, 0) + 10, 70));
    }
    for (int i = 0; i < prints; i++) {
      if (i % 100 == 0) {
        state.accept(Day.tick(i));
      }
      state.accept(trade(contract(), i));
    }
  }

  private static boolean passes(String filter, Kept print) {
    for (String term : filter.split(" ", -1)) {
      if (!term.isEmpty() && !holds(term, print)) {
        return false;
      }
    }
    return true;
  }

  /// Terms of one value each, by another way than the filter's.
  private static boolean holds(String term, Kept print) {
    String[] sides = term.split("[:<>=]+", -1);
    String given = sides[1];
    return switch (sides[0]) {
      case "side" ->
          given.equals(
              switch (print.side()) {
                case BOUGHT -> "buy";
                case SOLD -> "sell";
                case UNCLASSIFIED -> "none";
              });
      case "right" -> given.equalsIgnoreCase(print.contract().right().name());
      case "cond" -> print.conditions().names().toString().toLowerCase(Locale.ROOT).contains(given);
      default -> compares(term, given, number(sides[0], print));
    };
  }

  private static double number(String field, Kept print) {
    return switch (field) {
      case "strike" -> print.contract().strike();
      case "delta" -> Math.abs(print.delta());
      case "dte" -> print.contract().expiry().toEpochDay() - Day.DATE.toEpochDay();
      case "prem" -> Math.round(print.price() * print.size() * 100);
      case "size" -> print.size();
      default -> Math.round(print.price() * 100) / 100.0;
    };
  }

  private static boolean compares(String term, String given, double value) {
    double bound = Double.parseDouble(given);
    if (term.contains(">=")) {
      return value >= bound;
    }
    if (term.contains("<=")) {
      return value <= bound;
    }
    if (term.contains("<")) {
      return value < bound;
    }
    return term.contains(">") ? value > bound : value == bound;
  }

  private String term() {
    String relation = List.of(":", ">", ">=", "<", "<=").get(random.nextInt(5));
    return switch (random.nextInt(8)) {
      case 0 -> "side:" + List.of("buy", "sell", "none").get(random.nextInt(3));
      case 1 -> "right:" + List.of("call", "put").get(random.nextInt(2));
      case 2 -> "cond:" + List.of("sweep", "auction").get(random.nextInt(2));
      case 3 -> "strike" + relation + (5900 + 5 * random.nextInt(41));
      case 4 -> "delta" + relation + random.nextInt(100) / 100.0;
      case 5 -> "dte" + relation + 3 * random.nextInt(2);
      case 6 -> "prem" + relation + random.nextInt(100_000);
      default -> "size" + relation + (1 + random.nextInt(20));
    };
  }

  private static List<Long> older(TapeCursor cursor, PrintFilter filter, long after, long before) {
    List<Long> found = new ArrayList<>();
    cursor.go(before);
    while (cursor.older(filter, after)) {
      found.add(cursor.number());
    }
    return found;
  }

  private List<Long> expected(String filter, long after, long before) {
    return LongStream.range(after + 1, before)
        .filter(number -> passes(filter, kept.get((int) number - 1)))
        .boxed()
        .toList();
  }

  @Test
  void aFilterFindsWhatALookAtEveryPrintFinds() {
    play(PRINTS);
    int found = 0;
    for (int i = 0; i < 150; i++) {
      List<String> terms = IntStream.range(0, random.nextInt(4)).mapToObj(_ -> term()).toList();
      String text = String.join(" ", terms);
      long after = random.nextBoolean() ? 0 : random.nextInt(PRINTS);
      long before = random.nextBoolean() ? PRINTS + 1 : after + 1 + random.nextInt(PRINTS);
      before = Math.min(before, PRINTS + 1);
      List<Long> expected = expected(text, after, before);
      found += expected.size();

      assertThat(older(tape.cursor(), PrintFilter.parse(text), after, before))
          .as(text)
          .isEqualTo(expected.reversed());
    }
    assertThat(found).isGreaterThan(2_000);
  }

  @Test
  void everyPrintIsKeptAsItWas() {
    play(PRINTS);
    TapeCursor cursor = tape.cursor();
    cursor.go(0);
    for (Kept print : kept) {
      assertThat(cursor.newer(PrintFilter.ALL)).isTrue();
      assertThat(cursor.contract()).isEqualTo(print.contract());
      assertThat(cursor.side()).isEqualTo(print.side());
      assertThat(cursor.price()).isEqualTo(Math.round(print.price() * 100) / 100.0);
      assertThat(cursor.size()).isEqualTo(print.size());
      assertThat(cursor.delta()).isEqualTo(Double.valueOf((float) print.delta()));
      assertThat(cursor.conditions()).isEqualTo(print.conditions());
      assertThat(cursor.exchange()).isEqualTo(302);
    }
    assertThat(cursor.newer(PrintFilter.ALL)).isFalse();
    assertThat(kept).anySatisfy(print -> assertThat(print.delta()).isNotNaN());
    assertThat(kept).anySatisfy(print -> assertThat(print.delta()).isNaN());
    assertThat(tape.spilled()).isEqualTo(inMemory == 2 ? 3 : 0);
  }

  @Test
  void whatIsOnTheDiskHasNoName() throws IOException {
    play(PRINTS);

    try (Stream<Path> names = Files.list(folder)) {
      assertThat(names).isEmpty();
    }
  }

  @Test
  void whatCannotBeWrittenStaysInMemoryUntilItCan() throws IOException {
    Path later = folder.resolve("later");
    tape = new Tape(later, 2);
    play(PRINTS);
    assertThat(tape.spilled()).isZero();

    Files.createDirectory(later);
    play(PRINTS);
    assertThat(tape.spilled()).isEqualTo(8);
    List<Long> all = older(tape.cursor(), PrintFilter.ALL, 0, tape.last() + 1);
    assertThat(all).hasSize(2 * PRINTS);
    assertThat(older(tape.cursor(), PrintFilter.parse("side:buy"), 0, tape.last() + 1))
        .isEqualTo(expected("side:buy", 0, tape.last() + 1).reversed());
  }

  @Test
  void whoReadsWhileItGrowsSeesWholePrintsUpToTheCountThatHeBeganWith() {
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> play(20 * PRINTS));
    long before = 0;
    while (before < 20L * PRINTS && !writer.isCompletedExceptionally()) {
      TapeCursor cursor = tape.cursor();
      long last = cursor.last();
      assertThat(last).isGreaterThanOrEqualTo(before);
      cursor.go(before);
      while (cursor.newer(PrintFilter.ALL)) {
        assertThat(cursor.epochNanos()).isGreaterThan(Day.OPEN);
        assertThat(cursor.size()).isPositive();
        assertThat(cursor.row().ticker).startsWith("O:SPXW26112");
      }
      assertThat(cursor.number()).isEqualTo(last);
      before = last;
    }
    writer.join();
  }

  @Test
  void aPriceBeyondItsColumnIsUnknownAndMeetsNoTerm() {
    state.accept(Day.spx(0, 6000));
    OptionContract option = Day.call(6000);
    state.accept(Day.trade(option, 1, 300_000, 1));
    TapeCursor cursor = tape.cursor();

    assertThat(cursor.older(PrintFilter.parse("price>5"), 0)).isFalse();
    cursor.go(2);
    assertThat(cursor.older(PrintFilter.parse("size:1"), 0)).isTrue();
    assertThat(cursor.price()).isNaN();
    assertThat(cursor.premium()).isNaN();
    assertThat(cursor.bid()).isNaN();
  }
}
