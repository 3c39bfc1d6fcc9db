package io.spyglass.server;

import io.spyglass.flow.Print;
import java.util.Arrays;

/// The prints of one expiry on the tape, numbered from 1 in the order in which they came.
///
/// They lie in chunks of columns, 47 bytes a print, which never move and never change once they are
/// counted. One thread appends; any number of threads read meanwhile, each through a [TapeCursor],
/// without holding it up: the count is published last.
final class Tape {
  private volatile TapeChunk[] chunks = {};
  private volatile long last;

  /// Appends a print of the contract that `row` stands for.
  void append(Print print, Row row) {
    long place = last;
    if (TapeChunk.place(place) == 0) {
      TapeChunk[] more = Arrays.copyOf(chunks, chunks.length + 1);
      more[chunks.length] = new TapeChunk();
      chunks = more;
    }
    chunks[TapeChunk.number(place)].set(TapeChunk.place(place), print, row);
    last = place + 1;
  }

  /// The number of the newest print, 0 for none.
  long last() {
    return last;
  }

  /// The prints there are now.
  TapeCursor cursor() {
    long count = last;
    return new TapeCursor(chunks, count);
  }
}
