package io.spyglass.bench;

import io.spyglass.pricing.kernel.Black;
import io.spyglass.pricing.kernel.BlackVolatility;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The scalar European kernel: price, Greeks and implied volatility, an option at a time.
///
/// The data are a skewed S&P 500 chain: 20 expiries from one minute to two years, and on each the
/// call and the put of 50 strikes up to 5 deviations from the forward.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PricingBenchmark {
  static final int OPTIONS = 2000;

  private static final int PER_EXPIRY = 100;
  private static final double FORWARD = 6000;
  private static final double RATE = 0.04;
  private static final double DIVIDEND_YIELD = 0.013;
  private static final double MINUTES_PER_YEAR = 525_600;

  private final double[] signs = new double[OPTIONS];
  private final double[] strikes = new double[OPTIONS];
  private final double[] years = new double[OPTIONS];
  private final double[] volatilities = new double[OPTIONS];
  private final double[] prices = new double[OPTIONS];
  private final double[] answers = new double[OPTIONS * Black.GREEKS];

  /// Lays out the chain.
  public PricingBenchmark() {
    for (int i = 0; i < OPTIONS; i++) {
      double deviations = (i / 2 % (PER_EXPIRY / 2) - 24.5) / 4.9;
      signs[i] = i % 2 == 0 ? 1 : -1;
      years[i] = Math.scalb(1.0, i / PER_EXPIRY) * 2 / MINUTES_PER_YEAR;
      volatilities[i] = 0.15 - 0.01 * deviations + 0.002 * deviations * deviations;
      double distance = deviations * volatilities[i] * Math.sqrt(years[i]);
      strikes[i] = FORWARD * StrictMath.exp(distance);
      prices[i] = Black.price(signs[i], FORWARD, strikes[i], years[i], volatilities[i]);
    }
  }

  /// Each option's undiscounted price.
  @Benchmark
  @OperationsPerInvocation(OPTIONS)
  public double[] price() {
    for (int i = 0; i < OPTIONS; i++) {
      answers[i] = Black.price(signs[i], FORWARD, strikes[i], years[i], volatilities[i]);
    }
    return answers;
  }

  /// Each option's price and five Greeks on the forward.
  @Benchmark
  @OperationsPerInvocation(OPTIONS)
  public double[] forwardGreeks() {
    for (int i = 0; i < OPTIONS; i++) {
      Black.forwardGreeks(
          signs[i],
          FORWARD,
          strikes[i],
          years[i],
          volatilities[i],
          RATE,
          answers,
          i * Black.GREEKS);
    }
    return answers;
  }

  /// Each option's price and five Greeks on the spot.
  @Benchmark
  @OperationsPerInvocation(OPTIONS)
  public double[] spotGreeks() {
    for (int i = 0; i < OPTIONS; i++) {
      Black.spotGreeks(
          signs[i],
          FORWARD,
          strikes[i],
          years[i],
          volatilities[i],
          RATE,
          DIVIDEND_YIELD,
          answers,
          i * Black.GREEKS);
    }
    return answers;
  }

  /// Each price's volatility.
  @Benchmark
  @OperationsPerInvocation(OPTIONS)
  public double[] impliedVolatility() {
    for (int i = 0; i < OPTIONS; i++) {
      answers[i] = BlackVolatility.of(signs[i], prices[i], FORWARD, strikes[i], years[i]);
    }
    return answers;
  }

  /// The sum of all that the benchmarks answer.
  public String checksum() {
    Checksum sum = new Checksum();
    add(sum, price(), OPTIONS);
    add(sum, forwardGreeks(), answers.length);
    add(sum, spotGreeks(), answers.length);
    add(sum, impliedVolatility(), OPTIONS);
    return sum.toString();
  }

  private static void add(Checksum sum, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      sum.add(values[i]);
    }
  }
}
