package io.spyglass.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The data folder, claimed by the one server that writes into it.
///
/// The claim is a lock of the operating system on `.lock` in the folder, which holds the owner's
/// process id; it ends with the process, however that ends. Commands that only read need none.
/// Thread-safe.
public final class DataFolder implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final int PID_DIGITS = 20;

  /// The folders of this process. A second channel on a lock file must never be opened in the
  /// process that holds it: closing any channel lets go of the lock (POSIX, `fcntl`).
  private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Claims `folder`, which is made where there is none.
  ///
  /// @throws Outage where it cannot be written, or another server has it
  public static DataFolder claim(Path folder) {
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      if (!CLAIMED.add(path)) {
        throw held(path, String.valueOf(ProcessHandle.current().pid()));
      }
      DataFolder claimed = null;
      try {
        claimed = lock(path);
        return claimed;
      } finally {
        if (claimed == null) {
          CLAIMED.remove(path);
        }
      }
    } catch (IOException e) {
      throw new Outage(
          "cannot write the data folder "
              + folder
              + ": "
              + e.getMessage()
              + "; make it writable for this user, or choose another",
          e);
    }
  }

  private static DataFolder lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    DataFolder claimed = null;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw held(path, read(channel));
      }
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(US_ASCII);
      channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
      claimed = new DataFolder(path, channel);
      return claimed;
    } finally {
      if (claimed == null) {
        channel.close();
      }
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PID_DIGITS);
    channel.read(bytes, 0);
    return US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private static Outage held(Path path, @Nullable String pid) {
    return new Outage(
        "the data folder "
            + path
            + " is held by another server (process "
            + pid
            + "); stop that one first, or give this one a data folder of its own",
        null);
  }

  /// The folder, with no symbolic link in it.
  public Path path() {
    return path;
  }

  /// Gives the folder back. May be called more than once.
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new Outage("cannot let go of the data folder " + path + ": " + e.getMessage(), e);
    } finally {
      CLAIMED.remove(path);
    }
  }
}
