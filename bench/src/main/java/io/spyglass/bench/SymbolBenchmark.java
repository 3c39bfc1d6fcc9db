package io.spyglass.bench;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Reading and printing option symbols: every message of a vendor names one.
///
/// The data are the calls and puts of one expiry on 500 strikes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SymbolBenchmark {
  static final int CONTRACTS = 1000;

  private final List<OptionContract> contracts = new ArrayList<>();
  private final List<String> symbols = new ArrayList<>();

  /// Lays out the contracts and their symbols.
  public SymbolBenchmark() {
    LocalDate expiry = LocalDate.of(2025, 12, 19);
    for (int i = 0; i < CONTRACTS; i++) {
      Right right = i % 2 == 0 ? Right.CALL : Right.PUT;
      OptionContract contract = OptionContract.of("SPXW", expiry, right, 4000 + i / 2 * 5);
      contracts.add(contract);
      symbols.add(contract.ticker());
    }
  }

  /// Reads each symbol in the Polygon spelling.
  @Benchmark
  @OperationsPerInvocation(CONTRACTS)
  public void parse(Blackhole sink) {
    for (String symbol : symbols) {
      sink.consume(OptionContract.parse(symbol));
    }
  }

  /// Prints each contract in the compact spelling.
  @Benchmark
  @OperationsPerInvocation(CONTRACTS)
  public void print(Blackhole sink) {
    for (OptionContract contract : contracts) {
      sink.consume(contract.compact());
    }
  }

  /// The sum of all that [#parse] and [#print] answer.
  public String checksum() {
    Checksum sum = new Checksum();
    for (String symbol : symbols) {
      OptionContract contract = OptionContract.parse(symbol);
      sum.add(contract.strikeMills()).add(contract.expiry().toEpochDay()).add(contract.compact());
    }
    return sum.toString();
  }
}
