package io.spyglass.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A small file system of its own, in memory: real, and soon full. Linux and root only; elsewhere
/// the test that asks for it is skipped with a message.
public final class Tmpfs implements AutoCloseable {
  private final Path path;

  private Tmpfs(Path path) {
    this.path = path;
  }

  public static Tmpfs mount(Path folder, String options) throws IOException, InterruptedException {
    Path path = Files.createDirectories(folder.resolve("tmpfs"));
    String answer = run("mount", "-t", "tmpfs", "-o", options, "none", path.toString());
    assumeTrue(
        answer.isEmpty(), "skipped: a small file system takes root on Linux to mount: " + answer);
    return new Tmpfs(path);
  }

  public Path path() {
    return path;
  }

  /// Takes the last free byte, until [#free].
  public void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      byte[] page = new byte[512];
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left on device");
    }
  }

  public void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return path.resolve("filler");
  }

  public void remount(String options) throws IOException, InterruptedException {
    assertThat(run("mount", "-o", "remount," + options, path.toString())).isEmpty();
  }

  @Override
  public void close() throws IOException {
    try {
      assertThat(run("umount", path.toString())).isEmpty();
    } catch (InterruptedException e) {
      throw new IOException("interrupted while unmounting " + path, e);
    }
  }

  /// What the command said; empty where it succeeded.
  private static String run(String... command) throws IOException, InterruptedException {
    boolean there =
        Stream.of("/bin", "/sbin", "/usr/bin").anyMatch(folder -> isThere(folder, command[0]));
    if (!there) {
      return "no command " + command[0];
    }
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? "" : command[0] + " failed: " + said;
  }

  private static boolean isThere(String folder, String command) {
    return Files.isExecutable(Path.of(folder, command));
  }
}
