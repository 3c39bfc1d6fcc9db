package io.spyglass;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The recorded data beside the project's checkout, which is no part of it: the system property
/// `spyglass.shared`, else the folder `shared` beside the checkout.
public final class SharedData {
  private SharedData() {}

  /// A file or folder of it; the test is skipped, and says so, where it is absent.
  public static Path at(String path) {
    Path project = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
    String property = System.getProperty("spyglass.shared");
    Path shared =
        property != null ? Path.of(property) : project.resolve("../../shared").normalize();
    Path found = shared.resolve(path);
    Assumptions.assumeTrue(
        Files.exists(found),
        () -> found + " is absent: set -Dspyglass.shared to the folder of recorded data");
    return found;
  }
}
