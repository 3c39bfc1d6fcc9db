package io.spyglass.lake;

import io.spyglass.lake.StoredFile.Change;
import io.spyglass.model.Instrument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBConnection;

/// Stores staged trades or quotes one file an instrument.
///
/// The stage is sorted once, by instrument; each file is then a short range of it that the engine
/// finds by its zone maps. Files are written by as many threads as the engine has.
///
/// @param folder under `historical`
/// @param schema of the files
record Contracts(String folder, Schema schema) {
  static final Contracts TRADES = new Contracts("trades", Schema.TRADES);
  static final Contracts QUOTES = new Contracts("quotes", Schema.QUOTES);

  /// Writes one file for each instrument that has a number in the stage. Where what is written is
  /// not complete, files that are stay as they were.
  List<StoredFile> store(
      Lake lake,
      LocalDate date,
      Publication publication,
      String stage,
      Instruments instruments,
      boolean complete)
      throws SQLException {
    String sorted = lake.duck().freshName("sorted");
    try (DuckDBConnection connection = lake.duck().connect()) {
      Duck.execute(
          connection,
          ("CREATE TABLE " + sorted + " AS SELECT * FROM " + stage)
              + (" ORDER BY instrument, " + schema.order()));
      try {
        Export export =
            new Export(lake, publication, lake.historical(folder, date), sorted, complete);
        return export.all(instruments);
      } finally {
        Duck.execute(connection, "DROP TABLE " + sorted);
      }
    }
  }

  /// One run over all instruments.
  private final class Export {
    private final Lake lake;
    private final Publication publication;
    private final Path day;
    private final String sorted;
    private final Metadata metadata;
    private final Set<String> kept;
    private final AtomicInteger next = new AtomicInteger();

    Export(Lake lake, Publication publication, Path day, String sorted, boolean complete) {
      this.lake = lake;
      this.publication = publication;
      this.day = day;
      this.sorted = sorted;
      this.metadata = Metadata.of(complete, 0);
      this.kept = complete ? Set.of() : Cached.complete(lake, day);
    }

    List<StoredFile> all(Instruments instruments) {
      StoredFile[] stored = new StoredFile[instruments.all().size()];
      int threads = Math.min(lake.options().threads(), stored.length);
      Callable<Void> worker =
          () -> {
            work(instruments, stored);
            return null;
          };
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        List<Future<Void>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          workers.add(pool.submit(worker));
        }
        for (Future<Void> running : workers) {
          await(running);
        }
      }
      return List.of(stored);
    }

    private void work(Instruments instruments, StoredFile[] stored) throws SQLException {
      try (DuckDBConnection connection = lake.duck().connect()) {
        for (int i = next.getAndIncrement(); i < stored.length; i = next.getAndIncrement()) {
          Instrument instrument = instruments.all().get(i);
          String query = query(instrument, i, instruments.mayRepeat(instrument));
          boolean isKept = kept.contains(Lake.fileName(instrument));
          stored[i] = isKept ? kept(instrument) : one(connection, instrument, query);
        }
      }
    }

    private StoredFile kept(Instrument instrument) {
      Path file = day.resolve(Lake.fileName(instrument));
      return new StoredFile(file, 0, Change.SKIPPED, "it holds the whole session already");
    }

    private StoredFile one(DuckDBConnection connection, Instrument instrument, String query) {
      Path file = day.resolve(Lake.fileName(instrument));
      Change change = Files.exists(file) ? Change.REPLACED : Change.CREATED;
      long rows = publication.write(connection, file, query, metadata);
      return new StoredFile(file, rows, change, "");
    }

    private String query(Instrument instrument, int number, boolean mayRepeat) {
      String unique =
          " QUALIFY sequence_number IS NULL OR row_number() OVER (PARTITION BY "
              + String.join(", ", schema.key())
              + " ORDER BY arrival DESC) = 1";
      return "SELECT "
          + schema.names()
          + " FROM (SELECT *, "
          + Duck.literal(instrument.ticker())
          + " AS ticker FROM "
          + sorted
          + " WHERE instrument = "
          + number
          + ")"
          + (mayRepeat ? unique : "")
          + " ORDER BY "
          + schema.order();
    }

    private static void await(Future<Void> running) {
      try {
        running.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while storing", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
  }
}
