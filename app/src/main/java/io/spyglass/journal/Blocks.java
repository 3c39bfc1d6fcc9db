package io.spyglass.journal;

import io.spyglass.session.CorruptFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The blocks of a journal, one behind the other, as far as the file reached when it was opened.
///
/// The rule that tells a torn tail from corruption is in the package's documentation. Owned by one
/// thread.
final class Blocks {
  private static final int CAPACITY = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final long fileSize;
  private ByteBuffer buffer;

  /// Where in the file the buffer begins.
  private long bufferPosition;

  private int at;
  private int size;
  private long end;

  /// The blocks behind the header of a journal.
  Blocks(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.fileSize = channel.size();
    this.end = Math.min(JournalHeader.BYTES, fileSize);
    this.buffer = allocate((int) Math.min(CAPACITY, fileSize)).limit(0);
  }

  /// Goes to the next block; false at the end of what is whole.
  ///
  /// @throws CorruptFile for a block that is damaged while one behind it is whole
  boolean next() throws IOException {
    long position = end;
    if (load(position)) {
      end = position + size;
      return true;
    }
    long whole = position < fileSize ? findBehind(position) : 0;
    if (whole > 0) {
      throw new CorruptFile(
          file
              + " is damaged at offset "
              + position
              + ", and recorded events follow from offset "
              + whole
              + "; restore the file from a copy",
          null);
    }
    return false;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /// Where in the buffer the payload begins.
  int payloadFrom() {
    return at + Block.HEADER_BYTES;
  }

  /// Where in the buffer the block ends.
  int payloadTo() {
    return at + size;
  }

  /// How many events the block holds.
  int events() {
    return Block.events(buffer, at);
  }

  /// Where in the file a place of the buffer is.
  long filePosition(int inBuffer) {
    return bufferPosition + inBuffer;
  }

  /// Where in the file the whole blocks read so far end.
  long end() {
    return end;
  }

  /// Bytes behind [#end].
  long remaining() {
    return fileSize - end;
  }

  /// Brings the block at `position` into the buffer; false where there is no intact one.
  private boolean load(long position) throws IOException {
    if (!buffered(position, Block.HEADER_BYTES)) {
      return false;
    }
    int from = (int) (position - bufferPosition);
    int bytes = Block.size(buffer, from, position, fileSize - position);
    if (bytes == 0 || !buffered(position, bytes)) {
      return false;
    }
    at = (int) (position - bufferPosition);
    size = bytes;
    return Block.isIntact(buffer, at);
  }

  /// The position of the first intact block behind `position`, or 0.
  private long findBehind(long position) throws IOException {
    for (long candidate = position + 1; buffered(candidate, Block.HEADER_BYTES); candidate++) {
      if (buffer.getLong((int) (candidate - bufferPosition)) == candidate && load(candidate)) {
        return candidate;
      }
    }
    return 0;
  }

  /// Sees to it that the buffer holds `bytes` of the file from `position` on; false where the file
  /// has fewer.
  private boolean buffered(long position, int bytes) throws IOException {
    if (position + bytes <= bufferPosition + buffer.limit() && position >= bufferPosition) {
      return true;
    }
    if (position + bytes > fileSize) {
      return false;
    }
    keepFrom(position, bytes);
    long wanted = Math.min(buffer.capacity(), fileSize - position);
    buffer.limit((int) wanted);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    buffer.flip();
    return true;
  }

  /// Moves what the buffer has from `position` on to its beginning, ready to read more behind it.
  private void keepFrom(long position, int bytes) {
    long skip = position - bufferPosition;
    boolean held = skip >= 0 && skip <= buffer.limit();
    buffer.position(held ? (int) skip : buffer.limit());
    if (bytes > buffer.capacity()) {
      buffer = allocate(bytes).put(buffer);
    } else {
      buffer.compact();
    }
    bufferPosition = position;
  }

  private static ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }
}
