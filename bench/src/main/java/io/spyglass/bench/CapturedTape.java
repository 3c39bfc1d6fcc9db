package io.spyglass.bench;

import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.journal.Clock;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.monitor.Capture;
import io.spyglass.monitor.CapturedDay;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What was captured of a day's option prints: in its journal, and in the files of the cache.
///
/// A print is spelled as a text, by its contract, the exchange's number, its price and its size: no
/// two prints of a day are spelled alike. Immutable.
///
/// @param contracts that ever were in view
/// @param prints of the journal, in its order
/// @param holes as they were told, one after the other, but for those of index values
/// @param unfilled the holes that stayed so
/// @param ticks from the first to the last
record CapturedTape(
    Set<OptionContract> contracts,
    List<String> prints,
    List<Hole> holes,
    List<Hole> unfilled,
    Span ticks) {

  /// A line of one of the cache's files.
  ///
  /// @param isWhole whether its file says that it holds the whole session
  record Cached(String print, boolean isWhole) {}

  static String spelled(Trade trade) {
    String ticker = trade.instrument().ticker();
    return spelled(ticker, trade.sequence(), trade.price(), trade.size());
  }

  private static String spelled(String ticker, long sequence, double price, double size) {
    return ticker + " " + sequence + " " + price + " " + size;
  }

  /// What the journal of a day has.
  static CapturedTape read(Path data, LocalDate date) {
    CapturedDay captured = CapturedDay.find(data, date, TradingCalendar.standard()).orElseThrow();
    Set<OptionContract> seen = new HashSet<>();
    Output viewer =
        new Output() {
          @Override
          public void view(ExpiryFlow expiry) {
            for (ContractFlow each : expiry.inView()) {
              seen.add(each.contract());
            }
          }
        };
    List<Hole> unfilled;
    try (Capture replayed = Capture.begin(captured, Clock.SYSTEM, viewer)) {
      unfilled = replayed.recovered().unfilled();
    }
    List<String> prints = new ArrayList<>();
    List<Hole> holes = new ArrayList<>();
    List<Long> ticks = new ArrayList<>();
    try (Feed feed = captured.day().feed()) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (event instanceof Trade trade && trade.instrument() instanceof OptionContract) {
          prints.add(spelled(trade));
        } else if (event instanceof Hole hole) {
          holes.add(hole);
        } else if (event instanceof Tick) {
          ticks.add(event.epochNanos());
        }
      }
    }
    Span ticked =
        ticks.isEmpty() ? Span.EMPTY : new Span(Collections.min(ticks), Collections.max(ticks));
    return new CapturedTape(seen, prints, ofPrints(holes), ofPrints(unfilled), ticked);
  }

  private static List<Hole> ofPrints(List<Hole> holes) {
    return holes.stream().filter(Hole::lacksPrints).toList();
  }

  /// What the files of the cache have, read by an engine of its own.
  ///
  /// @throws SQLException where one cannot be read, as while it is written anew
  static List<Cached> cached(Path data, LocalDate date) throws SQLException {
    Path folder = data.resolve("historical").resolve("trades").resolve(date.toString());
    List<Cached> cached = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return cached;
    }
    try (Stream<Path> files = Files.list(folder);
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Path each : files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
        boolean isWhole = isWhole(statement, each);
        String rows =
            "SELECT ticker, sequence_number, price, size FROM read_parquet('%s')".formatted(each);
        try (ResultSet found = statement.executeQuery(rows)) {
          while (found.next()) {
            String print =
                spelled(
                    found.getString(1), found.getLong(2), found.getDouble(3), found.getDouble(4));
            cached.add(new Cached(print, isWhole));
          }
        }
      }
      return cached;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(Statement statement, Path file) throws SQLException {
    String where = "decode(key) = 'complete' AND decode(value) = 'true'";
    String asked = "SELECT count(*) FROM parquet_kv_metadata('" + file + "') WHERE " + where;
    try (ResultSet found = statement.executeQuery(asked)) {
      return found.next() && found.getInt(1) > 0;
    }
  }

  /// In words.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d prints in %d contracts, %d holes told, %d of them unfilled",
        prints.size(),
        contracts.size(),
        holes.stream().map(hole -> hole.fromNanos() + hole.reason()).distinct().count(),
        unfilled.size());
  }
}
