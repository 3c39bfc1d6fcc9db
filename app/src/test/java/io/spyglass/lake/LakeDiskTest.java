package io.spyglass.lake;

import static io.spyglass.lake.LakeFixture.CALL;
import static io.spyglass.lake.LakeFixture.DATE;
import static io.spyglass.lake.LakeFixture.OPEN;
import static io.spyglass.lake.LakeFixture.SPY;
import static io.spyglass.lake.LakeFixture.bar;
import static io.spyglass.lake.LakeFixture.lake;
import static io.spyglass.lake.LakeFixture.query;
import static io.spyglass.lake.LakeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spyglass.model.Conditions;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk of 1 MB that is filled or made read-only; mounting one takes root.
class LakeDiskTest {
  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
        "mounting a small disk takes root");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @Test
  void aFullDiskIsAnOutageAndNothingStoredIsLost() throws IOException {
    try (Lake lake = lake(disk)) {
      write(lake, 1);
      List<String> before = files();

      assertThatThrownBy(() -> write(lake, 100_000))
          .isInstanceOf(Outage.class)
          .hasMessageContainingAll(disk.toString(), "unchanged", "free some space");

      assertThat(files()).isEqualTo(before);
      assertThat(query("SELECT count(*) FROM '" + disk + "/raw/spy/2021-01-04.parquet'"))
          .containsExactly("1");
      write(lake, 2);
      assertThat(query("SELECT count(*) FROM '" + disk + "/raw/spy/2021-01-04.parquet'"))
          .containsExactly("2");
    }
  }

  @Test
  void aReadOnlyFolderIsAnOutageThatSaysWhatToDo() throws Exception {
    try (Lake lake = lake(disk)) {
      write(lake, 1);
      run("mount", "-o", "remount,ro", disk.toString());
      List<String> before = files();

      assertThatThrownBy(() -> write(lake, 2))
          .isInstanceOf(Outage.class)
          .hasMessageContainingAll(disk.toString(), "unchanged", "access");

      assertThat(files()).isEqualTo(before);
      assertThatThrownBy(() -> lake.clear(lake.cache()))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("not cleared");
    }
  }

  private static void write(Lake lake, int rows) {
    Random random = new Random(1);
    try (DayWriter day = lake.write(DATE)) {
      for (int i = 0; i < rows; i++) {
        day.bar(bar(SPY, i, 1, 370 + random.nextDouble(), 1));
        day.trade(trade(CALL, OPEN + i, i, random.nextDouble(), Conditions.NONE));
      }
      day.commit(Completeness.SESSION);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(disk)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }
}
