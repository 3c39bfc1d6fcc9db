package io.spyglass.journal;

import io.spyglass.model.Conditions;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Feed;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The events of a journal as they were recorded, in the order in which the session had them.
///
/// Ticks are among them; [io.spyglass.session.TickingFeed] has nothing to add. The feed ends where
/// the whole blocks end; a torn tail is left out with a warning. A journal that is being written is
/// read as far as it reached when the feed was opened; the block that was on its way then looks
/// like a torn tail, and [#openGrowing] says nothing of it. Owned by one thread.
///
/// Errors: [CorruptFile] for a damaged or foreign file, at opening or at the damaged block, once
/// the events before it were given; [Outage] for a file that is not there or cannot be read.
public final class JournalFeed implements Feed {
  private static final Logger LOGGER = LoggerFactory.getLogger(JournalFeed.class);

  private final Path file;
  private final FileChannel channel;
  private final Blocks blocks;
  private final Decoder decoder;
  private final @Nullable JournalHeader header;
  private final boolean isGrowing;
  private int blockEnd;
  private int remaining;
  private long events;
  private boolean ended;

  private JournalFeed(Path file, FileChannel channel, boolean isGrowing) throws IOException {
    this.isGrowing = isGrowing;
    this.file = file;
    this.channel = channel;
    this.header = readHeader(file, channel);
    this.blocks = new Blocks(file, channel);
    this.decoder = new Decoder(blocks.buffer());
  }

  /// The journal in `file`.
  public static JournalFeed open(Path file) {
    return open(file, false);
  }

  /// The journal in `file`, which somebody is writing, as far as it has come.
  public static JournalFeed openGrowing(Path file) {
    return open(file, true);
  }

  private static JournalFeed open(Path file, boolean isGrowing) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return new JournalFeed(file, channel, isGrowing);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new Outage("there is no journal " + file + "; check the date and the data folder", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static @Nullable JournalHeader readHeader(Path file, FileChannel channel)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(JournalHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
    bytes.flip();
    return JournalHeader.isUnborn(bytes, channel.size()) ? null : JournalHeader.of(bytes, file);
  }

  @Override
  public @Nullable MarketEvent next() {
    if (remaining == 0 && !nextBlock()) {
      return null;
    }
    remaining--;
    try {
      return decoder.next();
    } catch (RuntimeException e) {
      throw malformed(blocks.filePosition(decoder.at()), e);
    }
  }

  private boolean nextBlock() {
    if (ended) {
      return false;
    }
    if (decoder.at() != blockEnd) {
      throw malformed(blocks.filePosition(decoder.at()), null);
    }
    try {
      ended = header == null || !blocks.next();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    if (ended) {
      reportTornTail();
      return false;
    }
    decoder.start(blocks.buffer(), blocks.payloadFrom());
    blockEnd = blocks.payloadTo();
    remaining = blocks.events();
    events += remaining;
    return true;
  }

  private void reportTornTail() {
    if (tornBytes() > 0 && !isGrowing) {
      LOGGER.warn(
          "{}: the last {} bytes, from offset {}, were never acknowledged and are left out",
          file,
          tornBytes(),
          wholeBytes());
    }
  }

  private CorruptFile malformed(long position, @Nullable RuntimeException cause) {
    return new CorruptFile(
        file
            + " holds a record at offset "
            + position
            + " that this version does not understand; read it with the version that wrote it",
        cause);
  }

  private static Outage unreadable(Path file, IOException e) {
    return new Outage(
        "cannot read the journal " + file + ": " + e.getMessage() + "; check the disk", e);
  }

  /// How many events the blocks met so far hold.
  public long events() {
    return events;
  }

  /// What the file says of itself; null where a crash came before its header was written.
  @Nullable JournalHeader header() {
    return header;
  }

  /// Bytes of the file up to the end of the last whole block met.
  long wholeBytes() {
    return header == null ? 0 : blocks.end();
  }

  /// Once the feed ended: bytes of the torn tail.
  long tornBytes() {
    return header == null ? blocks.end() + blocks.remaining() : blocks.remaining();
  }

  List<Instrument> instruments() {
    return decoder.instruments();
  }

  List<Conditions> conditions() {
    return decoder.conditions();
  }

  @Override
  public void close() {
    ended = true;
    remaining = 0;
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
