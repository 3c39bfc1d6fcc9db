package io.spyglass.lake;

import io.spyglass.session.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/// Files that appear whole or not at all.
///
/// Each is written under a temporary name in its own folder and synced; [#publish] then renames
/// them all and syncs the folders. A publication that is closed before that leaves nothing behind.
/// What a killed process left behind is deleted the next time something is written to that folder;
/// a temporary name carries its process and writer, so that of a running one stays. [#write] is
/// thread-safe.
final class Publication implements AutoCloseable {
  private static final Pattern TEMPORARY = Pattern.compile("\\..*\\.(\\d+)-(\\d+)-\\d+\\.tmp");
  private static final long PID = ProcessHandle.current().pid();
  private static final long STARTED = startedMillis(ProcessHandle.current());
  private static final AtomicLong WRITERS = new AtomicLong();

  private final LakeOptions options;
  private final String mark = "." + PID + "-" + STARTED + "-" + WRITERS.getAndIncrement() + ".tmp";
  private final List<Pending> pending = Collections.synchronizedList(new ArrayList<>());
  private final Set<Path> folders = new HashSet<>();

  private record Pending(Path temporary, Path target) {}

  Publication(LakeOptions options) {
    this.options = options;
  }

  /// Writes the rows of a query to what becomes `target`, and returns how many there are.
  ///
  /// @throws Outage where the folder cannot be written or the disk is full
  long write(DuckDBConnection connection, Path target, String query, Metadata metadata) {
    Path temporary = temporary(target);
    try {
      prepare(temporary);
      pending.add(new Pending(temporary, target));
      long rows = Duck.execute(connection, copy(query, temporary, metadata));
      sync(temporary);
      return rows;
    } catch (SQLException e) {
      throw Duck.unwritable(target, e);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private String copy(String query, Path temporary, Metadata metadata) {
    return "COPY ("
        + query
        + ") TO "
        + Duck.literal(temporary)
        + " (FORMAT parquet, COMPRESSION "
        + options.compression()
        + ", ROW_GROUP_SIZE "
        + options.rowGroupSize()
        + ", USE_TMP_FILE false, KV_METADATA "
        + metadata.literal()
        + ")";
  }

  private void prepare(Path temporary) throws IOException {
    prepareFolder(folder(temporary));
    Files.createFile(temporary);
  }

  private synchronized void prepareFolder(Path folder) throws IOException {
    if (folders.add(folder)) {
      Files.createDirectories(folder);
      sweep(folder);
    }
  }

  /// Gives every file written its name.
  void publish() {
    List<Pending> files = List.copyOf(pending);
    for (Pending file : files) {
      try {
        Files.move(file.temporary(), file.target(), StandardCopyOption.ATOMIC_MOVE);
        pending.remove(file);
      } catch (IOException e) {
        throw unwritable(file.target(), e);
      }
    }
    for (Path folder : folders) {
      try {
        syncFolder(folder);
      } catch (IOException e) {
        throw unwritable(folder, e);
      }
    }
  }

  /// Deletes what was written and not published.
  @Override
  public void close() {
    for (Pending file : List.copyOf(pending)) {
      try {
        Files.deleteIfExists(file.temporary());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    pending.clear();
  }

  private Path temporary(Path target) {
    return folder(target).resolve("." + target.getFileName() + mark);
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException(file + " lies in no folder");
    }
    return folder;
  }

  /// Deletes temporary files of processes that are gone.
  static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path file : files) {
        if (isLeftover(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isLeftover(Path file) {
    Matcher name = TEMPORARY.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return false;
    }
    long started = Long.parseLong(name.group(2));
    return ProcessHandle.of(Long.parseLong(name.group(1)))
        .map(writer -> startedMillis(writer) != started)
        .orElse(true);
  }

  private static long startedMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void syncFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static Outage unwritable(Path file, IOException failure) {
    return new Outage(
        file
            + " cannot be written ("
            + failure
            + "); what was stored is unchanged; give this user access to the folder or choose"
            + " another data folder",
        failure);
  }
}
