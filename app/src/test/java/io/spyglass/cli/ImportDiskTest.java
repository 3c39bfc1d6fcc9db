package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.journal.Tmpfs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `import lean` onto a disk that is full, and one that is read-only: real ones, in memory.
class ImportDiskTest {
  private static final String CALL =
      "20210104_spxw_minute_trade_european_call_37000000_20210104.csv";

  @TempDir private Path folder;
  private String err = "";

  @Test
  void onAFullDiskItSaysWhatToDoAndNothingIsLost() throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=1m")) {
      Path data = firstDay(disk.path());
      Map<String, String> before = files(disk.path());
      disk.fill();
      zip(5000);

      assertThat(importing(data)).isEqualTo(ExitCode.CONFIGURATION.status());
      assertThat(err)
          .startsWith("error: " + disk.path())
          .contains("what was stored is unchanged", "the disk is full: free some space")
          .containsOnlyOnce("\n");

      disk.free();
      assertThat(files(disk.path())).isEqualTo(before);
      assertThat(importing(data)).isZero();
    }
  }

  @Test
  void inAReadOnlyFolderItSaysWhatToDoAndNothingIsLost() throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=1m")) {
      Path data = firstDay(disk.path());
      Map<String, String> before = files(disk.path());
      disk.remount("ro");
      zip(2);

      assertThat(importing(data)).isEqualTo(ExitCode.CONFIGURATION.status());
      assertThat(err)
          .startsWith("error: " + disk.path())
          .contains("what was stored is unchanged", "give this user access")
          .containsOnlyOnce("\n");

      assertThat(files(disk.path())).isEqualTo(before);
      disk.remount("rw");
      assertThat(importing(data)).isZero();
    }
  }

  /// A lake on the disk, with one bar imported from the folder that it returns.
  private Path firstDay(Path disk) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/sinks.yaml"), "lake:\n  root: " + disk + "\n");
    zip(1);
    Path data = folder.resolve("Data");
    assertThat(importing(data)).isZero();
    assertThat(disk.resolve("raw/options/2021-01-04.parquet")).exists();
    return data;
  }

  /// Minute bars of one call, none like the one before.
  private void zip(int bars) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bars; i++) {
      int price = 600_000 + (int) (i * 7919L % 100_003);
      text.append(34_200_000 + i * 1000).append((',' + Integer.toString(price)).repeat(4));
      text.append(',').append(i).append('\n');
    }
    Path file = folder.resolve("Data/indexoption/usa/minute/spxw/20210104_trade_european.zip");
    Files.createDirectories(file.getParent());
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      zip.putNextEntry(new ZipEntry(CALL));
      zip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    }
  }

  private int importing(Path data) {
    StringWriter errors = new StringWriter();
    CommandLine commandLine =
        Spyglass.commandLine(folder, Map.of())
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(errors, true));
    int status = commandLine.execute("import", "lean", data.toString());
    err = errors.toString();
    return status;
  }

  /// Every file of the disk, those of hidden names too, with what it holds.
  private static Map<String, String> files(Path disk) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(disk)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
