package io.spyglass.ingest;

import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.StoredFile;
import io.spyglass.model.Bar;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.Quote;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.lean.Decoder;
import io.spyglass.vendor.lean.EntryName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Imports LEAN data into the lake, a day at a time. What was imported before may be imported
/// again.
///
/// Trade bars go to the bar files, quote bars to the minute quotes, open interest to its own. A zip
/// that cannot be read, an entry of unknown name and a line that does not read are counted, and the
/// import goes on. Owned by one thread.
public final class LeanImport {
  private final Lake lake;
  private final Progress progress;
  private final LeanFiles files = new LeanFiles();
  private final List<StoredFile> stored = new ArrayList<>();
  private final Rejects rejected = new Rejects();
  private final Rejects unknown = new Rejects();
  private final List<String> failed = new ArrayList<>();
  private long zips;
  private long entries;
  private long bars;
  private long quotes;
  private long openInterest;

  /// Hears how far an import is.
  public interface Progress {
    /// So many of all zips are read.
    void zips(int done, int all);
  }

  /// An import into this lake.
  public LeanImport(Lake lake, Progress progress) {
    this.lake = lake;
    this.progress = progress;
  }

  /// Imports everything under these paths: zips, or folders that are walked for them.
  public LeanReport run(List<Path> paths) {
    paths.forEach(files::add);
    files.byDate().values().forEach(this::day);
    return new LeanReport(
        zips,
        entries,
        bars,
        quotes,
        openInterest,
        List.copyOf(stored),
        rejected.tallies(),
        unknown.tallies(),
        List.copyOf(failed),
        files.notImported());
  }

  /// Reads the zips of one day, then stores them together.
  private void day(List<LeanFiles.Zip> dayZips) {
    try (Day day = new Day()) {
      for (LeanFiles.Zip zip : dayZips) {
        read(zip, day);
        progress.zips((int) ++zips, files.count());
      }
      day.commit();
    }
  }

  private void read(LeanFiles.Zip zip, Day day) {
    try {
      ZipEntries.read(zip.path(), (name, bytes) -> entry(zip, name, bytes, day));
    } catch (IOException e) {
      failed.add(
          zip.path()
              + " is damaged ("
              + e.getMessage()
              + "); fetch it again and repeat the import");
    }
  }

  private void entry(LeanFiles.Zip zip, String name, byte[] bytes, Day day) {
    String where = zip.path() + " » " + name;
    EntryName parsed;
    try {
      parsed = EntryName.parse(name.substring(name.lastIndexOf('/') + 1), zip.type());
    } catch (IllegalArgumentException e) {
      unknown.add(String.valueOf(e.getMessage()), () -> where);
      return;
    }
    if (!Lake.hasPlaceFor(parsed.instrument())) {
      unknown.add("the lake has no place for a stock of this name", () -> where);
      return;
    }
    entries++;
    Decoder decoder = new Decoder(parsed, zip.zones().zone(parsed.type(), symbol(parsed)));
    decoder.decode(
        bytes,
        new Decoder.Sink() {
          @Override
          public void event(MarketEvent event) {
            day.add(parsed.date(), event);
          }

          @Override
          public void reject(int line, String reason) {
            rejected.add(reason, () -> where + " line " + line);
          }
        });
  }

  private static String symbol(EntryName name) {
    String ticker = name.instrument().ticker();
    return ticker.substring(ticker.indexOf(':') + 1);
  }

  /// The writers of what one group of zips holds: usually one day.
  private final class Day implements AutoCloseable {
    private final Map<LocalDate, DayWriter> writers = new TreeMap<>();

    void add(LocalDate date, MarketEvent event) {
      DayWriter writer = writers.computeIfAbsent(date, lake::write);
      switch (event) {
        case Bar bar -> {
          writer.bar(bar);
          bars++;
        }
        case Quote quote -> {
          writer.minuteQuote(quote);
          quotes++;
        }
        case OpenInterest interest -> {
          writer.openInterest(interest);
          openInterest++;
        }
        default -> throw new IllegalArgumentException("LEAN data has no " + event);
      }
    }

    void commit() {
      for (DayWriter writer : writers.values()) {
        try {
          stored.addAll(writer.commit(Completeness.UNDERLYINGS));
        } catch (CorruptFile e) {
          failed.add(String.valueOf(e.getMessage()));
        }
      }
    }

    @Override
    public void close() {
      writers.values().forEach(DayWriter::close);
    }
  }
}
