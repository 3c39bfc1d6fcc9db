package io.spyglass.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Another program of this class path in a Java process of its own, which says on its first line of
/// output where it can be reached. Owned by one thread, but for [#isAlive].
final class Child implements AutoCloseable {
  private static final long GOODBYE_SECONDS = 20;

  private final Process process;
  private final String firstLine;

  private Child(Process process, String firstLine) {
    this.process = process;
    this.firstLine = firstLine;
  }

  /// What is started.
  ///
  /// @param type whose `main` it is
  /// @param flags of the JVM
  /// @param arguments of the program
  record Program(String type, List<String> flags, List<String> arguments) {}

  /// Starts a program and waits for its first line.
  ///
  /// @param folder where it runs, and where `child.log` takes what it says besides
  /// @throws IOException where it ends without a word
  static Child start(Program program, Path folder, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program.flags());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    command.add(program.type());
    command.addAll(program.arguments());
    File log = folder.resolve("child.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader lines = process.inputReader();
    String first = lines.readLine();
    if (first == null) {
      process.destroyForcibly();
      throw new IOException(program.type() + " ended without a word; " + log + " says more");
    }
    Thread _ = Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
    return new Child(process, first);
  }

  /// The class path with whole paths, since a child runs in another folder.
  private static String classPath() {
    List<String> whole = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      whole.add(Path.of(each).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, whole);
  }

  /// The address that its first line names.
  String url() {
    return firstLine.substring(firstLine.indexOf("http")).split("\\s", 2)[0];
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /// Ends it at once, as `kill -9` does.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// Asks it to end, and ends it where it does not.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
