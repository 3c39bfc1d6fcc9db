package io.spyglass.lake;

import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The DuckDB engine, in memory, opened when it is first needed: loading it costs about 0.3 s.
///
/// A connection belongs to one thread at a time; this class is thread-safe.
final class Duck implements AutoCloseable {
  private final LakeOptions options;
  private @Nullable DuckDBConnection root;
  private long tables;

  Duck(LakeOptions options) {
    this.options = options;
  }

  /// A connection of its own to the one in-memory database.
  synchronized DuckDBConnection connect() {
    try {
      if (root == null) {
        root = DuckDBConnection.newConnection("jdbc:duckdb:", false, null, properties());
      }
      return root.duplicate();
    } catch (SQLException e) {
      throw new Outage("the lake's engine does not open: " + reason(e), e);
    }
  }

  /// A table name that no other part of this process uses.
  synchronized String freshName(String what) {
    return what + "_" + tables++;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", options.memoryMegabytes() + "MB");
    properties.setProperty("threads", Integer.toString(options.threads()));
    properties.setProperty("temp_directory", spillFolder().toString());
    // What needs an order asks for it; keeping the files' own costs twice the time on small files.
    properties.setProperty("preserve_insertion_order", "false");
    // The cache tells a rewritten file by its size and time alone, which can be the same.
    properties.setProperty("enable_external_file_cache", "false");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    return properties;
  }

  private static Path spillFolder() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "spyglass-lake-" + ProcessHandle.current().pid());
  }

  /// Runs a statement and returns how many rows it wrote.
  static long execute(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  /// A text as an SQL literal.
  static String literal(Object text) {
    return "'" + text.toString().replace("'", "''") + "'";
  }

  /// The call that reads these files as one table.
  static String parquet(Collection<Path> files) {
    return files.stream()
        .map(Duck::literal)
        .collect(Collectors.joining(",", "read_parquet([", "])"));
  }

  /// What went wrong, on one line and without the driver's own preamble.
  static String reason(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    int error = message.lastIndexOf("\nError: ");
    String text = error < 0 ? message : message.substring(error + "\nError: ".length());
    return text.lines().findFirst().orElse("unknown").strip();
  }

  /// The exception for a file that could not be read: a disk's failure is an [Outage], anything
  /// else is the file's own.
  static RuntimeException unreadable(Path file, SQLException failure) {
    String reason = reason(failure);
    if (isDisk(reason)) {
      return new Outage(
          file + " cannot be read (" + reason + "); check the disk and the folder's permissions",
          failure);
    }
    return new CorruptFile(
        file
            + " is not a whole Parquet file ("
            + reason
            + "); move it away, then import or fetch that day again",
        failure);
  }

  /// The exception for a file that could not be written; nothing stored was touched.
  static RuntimeException unwritable(Path file, SQLException failure) {
    String reason = reason(failure);
    String advice =
        reason.contains("No space left")
            ? "the disk is full: free some space and run it again"
            : "check the folder and its permissions, then run it again";
    return new Outage(
        file + " was not written (" + reason + "); what was stored is unchanged; " + advice,
        failure);
  }

  private static boolean isDisk(String reason) {
    return reason.startsWith("IO Error: Cannot open file")
        || reason.startsWith("Out of Memory Error")
        || reason.contains("Input/output error");
  }

  @Override
  public synchronized void close() {
    if (root != null) {
      try {
        root.close();
      } catch (SQLException e) {
        throw new Outage("the lake's engine does not close: " + reason(e), e);
      }
      root = null;
    }
  }
}
