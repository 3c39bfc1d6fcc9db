package io.spyglass.journal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files and names that survive a crash of the machine once a call has returned.
final class Durable {
  private Durable() {}

  /// The folder that a file lies in.
  static Path folderOf(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }

  /// Puts `content` in place of what `file` held, all of it or nothing.
  static void replace(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(channel, ByteBuffer.wrap(content), 0);
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    forceNames(folderOf(file));
  }

  /// Writes all that remains of `bytes` to where the buffer's beginning belongs.
  static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    long start = position - bytes.position();
    while (bytes.hasRemaining()) {
      channel.write(bytes, start + bytes.position());
    }
  }

  /// A file's new name is durable once its folder is; Windows has no such call and needs none.
  static void forceNames(Path folder) throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /// What went wrong, in a word or more.
  static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
