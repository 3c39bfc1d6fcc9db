package io.spyglass.server;

import io.spyglass.flow.Print;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The prints of one expiry on the tape, numbered from 1 in the order in which they came.
///
/// They lie in chunks of columns, 47 bytes a print, which never move and never change once they are
/// counted. Where a folder is given, the newest two million stay in memory and those before them go
/// to a file; whoever reads does not notice. One thread appends; any number of threads read
/// meanwhile, each through a [TapeCursor], without holding it up: the count is published last.
final class Tape {
  private static final Logger LOG = LoggerFactory.getLogger(Tape.class);

  /// How many chunks stay in memory.
  private static final int IN_MEMORY = 2048;

  /// How many chunks are written when one is full: more than one catches up.
  private static final int MOST_AT_ONCE = 2;

  private final @Nullable Path folder;
  private final int inMemory;
  private final TapeIndex index = new TapeIndex();
  private @Nullable TapeFile file;
  private TapeChunk newest = TapeChunk.EMPTY;
  private TapePage[] pages = new TapePage[16];
  private int pageCount;
  private int spilled;
  private boolean isTroubleTold;
  private volatile long last;

  /// A tape without prints.
  ///
  /// @param folder where prints go that memory is not for; null keeps all of them in memory
  Tape(@Nullable Path folder) {
    this(folder, IN_MEMORY);
  }

  Tape(@Nullable Path folder, int inMemory) {
    this.folder = folder;
    this.inMemory = inMemory;
  }

  /// Appends a print of the contract that `row` stands for.
  void append(Print print, Row row) {
    long place = last;
    if (TapeChunk.place(place) == 0) {
      begin();
    }
    newest.set(TapeChunk.place(place), print, index.number(row), index.number(print.conditions()));
    last = place + 1;
  }

  private void begin() {
    newest = new TapeChunk();
    if (pageCount == pages.length) {
      pages = Arrays.copyOf(pages, 2 * pageCount);
    }
    pages[pageCount++] = newest;
    for (int i = 0; i < MOST_AT_ONCE && folder != null && pageCount - spilled > inMemory; i++) {
      spill(folder);
    }
  }

  /// Writes the oldest chunk in memory to the file. Where that fails it stays, and is tried again
  /// when the next chunk is full.
  private void spill(Path to) {
    try {
      if (file == null) {
        file = TapeFile.in(to);
      }
      if (pages[spilled] instanceof TapeChunk oldest) {
        pages[spilled++] = file.write(oldest);
      }
    } catch (IOException e) {
      if (!isTroubleTold) {
        LOG.warn("Prints of the tape stay in memory: {} cannot be written ({})", to, e.toString());
      }
      isTroubleTold = true;
    }
  }

  /// The number of the newest print, 0 for none.
  long last() {
    return last;
  }

  /// How many chunks are not in memory.
  int spilled() {
    return spilled;
  }

  /// The prints there are now.
  TapeCursor cursor() {
    long count = last;
    return new TapeCursor(pages, index.rows(), index.conditions(), count);
  }
}
