package io.spyglass.journal;

import io.spyglass.model.Bar;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The durable record of one trading day's events, in the order in which the session has them.
///
/// [#append] returns once the events are on the disk: one write and one fsync for a group. A group
/// that could not be written leaves no trace and the journal stays usable. Owned by one thread.
public final class Journal implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(Journal.class);

  private final Path file;
  private final FileChannel channel;
  private final Encoder encoder;
  private long end;
  private long events;
  private Known known;
  private boolean torn;

  private Journal(Path file, FileChannel channel, Recovered recovered) {
    this.file = file;
    this.channel = channel;
    this.encoder = recovered.encoder;
    this.end = recovered.end;
    this.events = recovered.events;
    this.known = recovered.known;
  }

  /// What a journal's file holds when it is opened.
  private record Recovered(Encoder encoder, long end, long events, Known known) {}

  /// Times of what a journal holds, [MarketEvent#ABSENT] where it holds none.
  ///
  /// @param firstNanos of the first event
  /// @param tradedNanos the latest of a print, quote or bar
  private record Known(long firstNanos, long tradedNanos) {
    static final Known NOTHING = new Known(MarketEvent.ABSENT, MarketEvent.ABSENT);

    Known with(MarketEvent event) {
      long nanos = event.epochNanos();
      boolean isTraded = event instanceof Trade || event instanceof Quote || event instanceof Bar;
      boolean isFirst = firstNanos == MarketEvent.ABSENT;
      boolean isLatest = isTraded && nanos > tradedNanos;
      return isFirst || isLatest
          ? new Known(isFirst ? nanos : firstNanos, isLatest ? nanos : tradedNanos)
          : this;
    }
  }

  /// Where the journal `name` of a day lies: `journal/{date}/{name}.journal`.
  ///
  /// @param name letters, digits, `.`, `_` and `-`
  public static Path file(Path dataFolder, LocalDate day, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of a journal: it wants letters, digits, '.', '_' and '-'");
    }
    return dataFolder.resolve("journal").resolve(day.toString()).resolve(name + ".journal");
  }

  /// The days that have a folder of journals, the oldest first.
  ///
  /// @throws Outage for a disk that fails
  public static List<LocalDate> days(Path dataFolder) {
    Path folder = dataFolder.resolve("journal");
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.flatMap(Journal::day).sorted().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw new Outage("cannot list " + folder + ": " + e.getMessage() + "; check the disk", e);
    }
  }

  private static Stream<LocalDate> day(Path folder) {
    try {
      return Stream.of(LocalDate.parse(String.valueOf(folder.getFileName())));
    } catch (DateTimeException _) {
      return Stream.empty(); // Somebody else's, which is of no day.
    }
  }

  /// Opens the journal in `file` to go on behind its last whole block, and begins it where there is
  /// none. A torn tail is cut off with a warning: it was never acknowledged.
  ///
  /// @throws CorruptFile for a damaged or foreign file, or one of another day
  /// @throws Outage for a folder that cannot be written, or a disk that fails
  public static Journal open(Path file, LocalDate day) {
    try {
      Files.createDirectories(Durable.folderOf(file));
      boolean begun = Files.exists(file) && !isUnborn(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        return new Journal(
            file, channel, begun ? recover(file, channel, day) : begin(file, channel, day));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Outage(
          "cannot write the journal "
              + file
              + ": "
              + Durable.reason(e)
              + "; make the folder writable for this user, or choose another data folder",
          e);
    }
  }

  /// Moves the journal in `file` and the [DayRules] beside it out of the way, so that another can
  /// be begun: `live.journal` becomes `live.1.journal`, or what number is free. Nothing is deleted.
  ///
  /// @return where the journal lies now, or would lie if there were one
  /// @throws Outage for a folder that cannot be written
  public static Path setAside(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.journal$", "");
    int number = 1;
    while (Files.exists(file.resolveSibling(name + "." + number + ".journal"))
        || Files.exists(file.resolveSibling(name + "." + number + ".json"))) {
      number++;
    }
    Path aside = file.resolveSibling(name + "." + number + ".journal");
    try {
      moveIfThere(file, aside);
      moveIfThere(DayRules.beside(file), DayRules.beside(aside));
      Durable.forceNames(Durable.folderOf(file));
    } catch (IOException e) {
      throw new Outage(
          "cannot move "
              + file
              + " to "
              + aside
              + ": "
              + Durable.reason(e)
              + "; make the folder writable for this user",
          e);
    }
    return aside;
  }

  private static void moveIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean isUnborn(Path file) {
    try (JournalFeed feed = JournalFeed.open(file)) {
      return feed.header() == null;
    }
  }

  private static Recovered begin(Path file, FileChannel channel, LocalDate day) throws IOException {
    channel.truncate(0);
    Durable.write(channel, new JournalHeader(day).toBytes(), 0);
    channel.force(true);
    Durable.forceNames(Durable.folderOf(file));
    return new Recovered(new Encoder(List.of(), List.of()), JournalHeader.BYTES, 0, Known.NOTHING);
  }

  private static Recovered recover(Path file, FileChannel channel, LocalDate day)
      throws IOException {
    try (JournalFeed feed = JournalFeed.open(file)) {
      JournalHeader header = feed.header();
      if (header == null || !header.day().equals(day)) {
        throw new CorruptFile(
            file + " is no journal of " + day + " (" + header + "); move it away", null);
      }
      Known known = Known.NOTHING;
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        known = known.with(event);
      }
      if (feed.tornBytes() > 0) {
        channel.truncate(feed.wholeBytes());
        channel.force(true);
      }
      Encoder encoder = new Encoder(feed.instruments(), feed.conditions());
      return new Recovered(encoder, feed.wholeBytes(), feed.events(), known);
    }
  }

  /// Records `group`; on return it is acknowledged: it survives a crash of the machine.
  ///
  /// @throws Outage where it could not be written; then none of it is recorded
  public void append(List<? extends MarketEvent> group) {
    if (group.isEmpty()) {
      return;
    }
    boolean written = false;
    try {
      ByteBuffer block = encoder.block(group, end);
      int bytes = block.remaining();
      writeDurably(block);
      written = true;
      encoder.keep();
      end += bytes;
      events += group.size();
    } finally {
      if (!written) {
        encoder.discard();
      }
    }
    for (MarketEvent event : group) {
      known = known.with(event);
    }
  }

  private void writeDurably(ByteBuffer block) {
    try {
      cutTornTail();
      torn = true;
      Durable.write(channel, block, end);
      channel.force(false);
      torn = false;
    } catch (IOException e) {
      throw new Outage(
          "cannot write to the journal "
              + file
              + ": "
              + Durable.reason(e)
              + "; free or repair the disk",
          e);
    }
  }

  /// Removes what a write that failed has left behind the last acknowledged block.
  private void cutTornTail() throws IOException {
    if (torn) {
      channel.truncate(end);
      torn = false;
    }
  }

  /// How many events are acknowledged.
  public long events() {
    return events;
  }

  /// The length of what is acknowledged, in bytes of the file.
  public long bytes() {
    return end;
  }

  /// Up to when it is sure to be whole: the latest time of a print, quote or bar, since the clock
  /// goes on while these are on their way to it, or do not come at all; of its first event where it
  /// holds none of them; [MarketEvent#ABSENT] where it is empty.
  public long wholeNanos() {
    return known.tradedNanos() == MarketEvent.ABSENT ? known.firstNanos() : known.tradedNanos();
  }

  /// Where the journal lies.
  public Path file() {
    return file;
  }

  /// Lets go of the file. Everything acknowledged is in it.
  @Override
  public void close() {
    try (channel) {
      cutTornTail();
    } catch (IOException e) {
      LOGGER.warn("{}: its torn tail could not be cut off; the next start does it", file, e);
    }
  }
}
