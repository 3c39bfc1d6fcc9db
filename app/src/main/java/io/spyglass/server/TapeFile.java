package io.spyglass.server;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Chunks of a tape outside the heap, in a file that has no name any more: it goes with the last
/// who reads it, and with the process.
///
/// They are written, so that a full disk is an error of the writer's, and read through a mapping of
/// the same file. One thread writes; any read what it was given.
final class TapeFile {
  private static final int CHUNKS_A_REGION = 1024;
  private static final long REGION = CHUNKS_A_REGION * TapeChunk.BYTES;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect((int) TapeChunk.BYTES);
  private final List<MemorySegment> regions = new ArrayList<>();
  private long count;

  private TapeFile(FileChannel file) {
    this.file = file;
  }

  /// An empty file in a folder.
  static TapeFile in(Path folder) throws IOException {
    Path name = Files.createTempFile(folder, "tape-", null);
    return new TapeFile(
        FileChannel.open(
            name,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /// Writes a full chunk; tells where it is now. A chunk that could not be written may be tried
  /// again.
  TapePage write(TapeChunk chunk) throws IOException {
    long at = count * TapeChunk.BYTES;
    if (at == regions.size() * REGION) {
      regions.add(file.map(MapMode.READ_WRITE, at, REGION, Arena.ofAuto()));
    }
    buffer.clear();
    chunk.write(MemorySegment.ofBuffer(buffer));
    while (buffer.hasRemaining()) {
      file.write(buffer, at + buffer.position());
    }
    count++;
    return new TapePage.OnDisk(regions.getLast(), at % REGION);
  }
}
