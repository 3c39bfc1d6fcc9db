package io.spyglass.lake;

import io.spyglass.session.Outage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The turn to write into a lake's folder, among threads and among processes.
///
/// Day files are read, merged and replaced: of two that do so at once, one's rows would be lost. A
/// turn is a lock of the operating system on `.write.lock` in the folder; it ends with the process,
/// however that ends. A server's claim of its data folder is another file, so that an import may
/// run beside it. Owned by the thread that took it.
final class WriteLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);
  private static final String FILE = ".write.lock";
  private static final long RETRY_MILLIS = 10;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// The folders' turns within this process. A second channel on a lock file must never be opened
  /// in the process that holds it: closing any channel lets go of the lock (POSIX, `fcntl`).
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final ReentrantLock thread;

  private WriteLock(Path file, FileChannel channel, ReentrantLock thread) {
    this.file = file;
    this.channel = channel;
    this.thread = thread;
  }

  /// Waits for the turn in the folder `root`, which is made where there is none. After a second a
  /// warning says what it waits for.
  ///
  /// @throws IOException where the folder cannot be written
  static WriteLock take(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root);
    }
    Path folder = root.toRealPath();
    ReentrantLock thread = THREADS.computeIfAbsent(folder, _ -> new ReentrantLock());
    thread.lock();
    WriteLock taken = null;
    try {
      taken = open(folder.resolve(FILE), thread);
      taken.await();
      return taken;
    } catch (IOException | RuntimeException e) {
      if (taken == null) {
        thread.unlock();
      } else {
        taken.close();
      }
      throw e;
    }
  }

  private static WriteLock open(Path file, ReentrantLock thread) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new WriteLock(file, channel, thread);
  }

  /// Asks again and again: a wait inside the system could be taken for a deadlock where two
  /// processes write into two folders each.
  private void await() throws IOException {
    long begin = System.nanoTime();
    boolean said = false;
    while (channel.tryLock() == null) {
      if (!said && System.nanoTime() - begin >= PATIENCE_NANOS) {
        LOG.warn("Another process writes into {}: waiting until it is done", file.getParent());
        said = true;
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("interrupted while another process writes");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  /// Ends the turn.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Outage("cannot let go of " + file + " (" + e + "); check the disk", e);
    } finally {
      thread.unlock();
    }
  }
}
