package io.spyglass.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.simulator.Selection;
import io.spyglass.simulator.Selection.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksIT {
  @Test
  void everyBenchmarkRuns() throws RunnerException {
    Options briefly =
        new OptionsBuilder()
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(10))
            .param("files", "40")
            .param("trades", "10000")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(briefly).run();

    assertThat(results).hasSameSizeAs(benchmarks());
    assertThat(results)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isPositive());
  }

  @Test
  void theAnswersAreTheOnesThatWereMeasured() throws IOException {
    String readme = Files.readString(Path.of(System.getProperty("basedir", "."), "README.md"));

    assertThat(readme)
        .contains(
            new SymbolBenchmark().checksum(),
            new PricingBenchmark().checksum(),
            new SimulatorBenchmark().checksum(),
            new JournalBenchmark().checksum(),
            new TradeCacheBenchmark().checksum(),
            new FrameBenchmark().checksum(),
            new VendorDecoderBenchmark().checksum());
  }

  @Test
  void aMissingDayIsFetched(@TempDir Path folder) throws Exception {
    Selection trades =
        Selection.all().expiring(MissingDay.DATE).only(Kind.LISTING, Kind.TRADE, Kind.SPOT);
    List<String> reports = new ArrayList<>();

    MissingDay.run(folder, trades, 0, 1, reports::add);

    assertThat(reports).singleElement().asString().startsWith("26 contracts, 124581 trades");
  }

  @Test
  void everyTradeOfALoadIsOnTheScreen(@TempDir Path folder) throws Exception {
    assertThat(Load.run(folder, new Load.Run(1000, 0.02, 0.5, 3), false, _ -> {})).isEmpty();
  }

  @Test
  void aDayOfASoakIsCapturedPrintForPrint(@TempDir Path folder) throws Exception {
    Ordeal.Pace pace =
        new Ordeal.Pace(120, LocalTime.of(9, 28), LocalTime.of(9, 34), LocalTime.of(15, 58), 3);

    assertThat(Soak.run(folder, 2, 1, pace, System.out::println)).isEmpty();
  }

  private static Collection<?> benchmarks() {
    return BenchmarkList.defaultList()
        .getAll(
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of());
  }
}
