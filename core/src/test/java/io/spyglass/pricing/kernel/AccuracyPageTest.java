package io.spyglass.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Measures the errors that `docs/pricing-accuracy.md` prints, and holds the page to them.
class AccuracyPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "../docs/pricing-accuracy.md");

  private final List<Reference> rows = Reference.rows();

  @Test
  void thePagePrintsWhatIsMeasured() throws IOException {
    List<String> table = new ArrayList<>();
    table.add(line("expiry day, 1 s to 6.5 h", row -> row.onForward() && row.level() > 6000));
    table.add(line("spot, 1 s to 10 years", row -> !row.onForward()));
    table.add(line("σ√T 1e-4 to 10, ln(F/K) to 8", row -> row.onForward() && row.level() < 6000));

    assertThat(Files.readString(PAGE)).contains(String.join("\n", table));
  }

  private String line(String name, Predicate<Reference> wanted) {
    List<Reference> set = rows.stream().filter(wanted).toList();
    StringBuilder line = new StringBuilder("| " + name + " | " + set.size() + " |");
    for (int greek = 0; greek < Black.GREEKS; greek++) {
      double worst = 0;
      for (Reference row : set) {
        double error = Precise.relativeUnits(row.kernelGreeks()[greek], row.greeks().get(greek));
        worst = Math.max(worst, error / (1 + row.squaredDistance()));
      }
      line.append(String.format(Locale.ROOT, " %.1f |", worst));
    }
    double worst = 0;
    for (Reference row : set) {
      double found = row.impliedVolatility();
      if (!Double.isNaN(found)) {
        double error = Math.abs(found / row.volatility() - 1) * 0x1p52;
        worst = Math.max(worst, error / row.attainable());
      }
    }
    return line.append(String.format(Locale.ROOT, " %.1f |", worst)).toString();
  }
}
