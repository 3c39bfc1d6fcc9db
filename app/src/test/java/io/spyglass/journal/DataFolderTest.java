package io.spyglass.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.session.Outage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  /// A server that claims its folder, says so, and holds it until it is killed.
  static final class Server {
    public static void main(String[] arguments) throws InterruptedException {
      try (DataFolder claimed = DataFolder.claim(Path.of(arguments[0]))) {
        System.out.println("claimed " + claimed.path());
        Thread.currentThread().join();
      }
    }
  }

  @Test
  void aSecondServerIsToldWhoHasTheFolder() throws IOException, InterruptedException {
    Process server = Child.start(Server.class, folder);
    try (BufferedReader lines = server.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("claimed " + folder.toRealPath());

      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> DataFolder.claim(folder))
            .isInstanceOf(Outage.class)
            .hasMessageContaining(folder.toRealPath().toString())
            .hasMessageContaining("held by another server (process " + server.pid() + ")")
            .hasMessageContaining("stop that one first");
      }
    } finally {
      server.destroyForcibly().waitFor();
    }
    DataFolder.claim(folder).close();
  }

  @Test
  void aServerInTheSameProcessIsRefusedAndTheFirstKeepsItsClaim()
      throws IOException, InterruptedException {
    try (DataFolder first = DataFolder.claim(folder.resolve("data"))) {
      Path link = Files.createSymbolicLink(folder.resolve("link"), first.path());
      assertThatThrownBy(() -> DataFolder.claim(link))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());

      Process server = Child.start(Server.class, first.path());
      assertThat(server.inputReader().readLine()).isNull();
      assertThat(server.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void aFolderGivenBackIsFree() {
    DataFolder first = DataFolder.claim(folder.resolve("a/b"));
    first.close();
    first.close();

    try (DataFolder second = DataFolder.claim(folder.resolve("a/b"))) {
      first.close();
      assertThatThrownBy(() -> DataFolder.claim(second.path())).isInstanceOf(Outage.class);
    }
  }

  @Test
  void aFileInTheFoldersPlaceIsAnOutageThatNamesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "text");

    assertThatThrownBy(() -> DataFolder.claim(file))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("cannot write the data folder " + file)
        .hasMessageContaining("choose another");
  }
}
