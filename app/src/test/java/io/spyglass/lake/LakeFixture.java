package io.spyglass.lake;

import io.spyglass.calendar.NewYork;
import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.session.Feed;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Small events of one day, and an independent look at the files: a DuckDB connection of its own.
final class LakeFixture {
  static final LocalDate DATE = LocalDate.of(2021, 1, 4);
  static final OptionContract CALL = OptionContract.parse("O:SPXW210104C03700000");
  static final OptionContract PUT = OptionContract.parse("O:SPXW210104P03700000");
  static final Index SPX = new Index("SPX");
  static final Stock SPY = new Stock("SPY");
  static final long OPEN = NewYork.epochNanos(DATE, LocalTime.of(9, 30));
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;

  private LakeFixture() {}

  static Lake lake(Path root) {
    return new Lake(root, new LakeOptions("zstd", 2048, 256, 2));
  }

  static Bar bar(Instrument instrument, int minute, double close, double volume) {
    return bar(instrument, minute * 60, 60, close, volume);
  }

  static Bar bar(Instrument instrument, int second, int seconds, double close, double volume) {
    long start = OPEN + second * SECOND;
    return new Bar(
        instrument,
        start,
        seconds,
        start + seconds * SECOND,
        Math.max(close - 1, 0),
        close + 1,
        Math.max(close - 2, 0),
        close,
        volume,
        Double.NaN);
  }

  /// A quote at the end of a minute counted from the open.
  static Quote minuteQuote(Instrument instrument, int minute, double bid, double ask) {
    long end = OPEN + (minute + 1) * MINUTE;
    return new Quote(instrument, end, end, MarketEvent.ABSENT, bid, ask, 10, 20);
  }

  static Quote quote(Instrument instrument, long nanos, long sequence, double bid, double ask) {
    return new Quote(instrument, nanos, nanos, sequence, bid, ask, 1, 2);
  }

  static Trade trade(
      OptionContract contract, long nanos, long sequence, double price, Conditions conditions) {
    return new Trade(
        contract,
        nanos,
        nanos,
        MarketEvent.ABSENT,
        sequence,
        price,
        3,
        302,
        conditions,
        MarketEvent.ABSENT);
  }

  static List<MarketEvent> drain(Feed feed) {
    List<MarketEvent> events = new ArrayList<>();
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      events.add(event);
    }
    return events;
  }

  /// The rows of a query, each as one text with its cells behind one another.
  static List<String> query(String sql) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          cells.add(rows.getString(column));
        }
        texts.add(String.join(" ", cells.stream().map(String::valueOf).toList()));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// Runs statements, for files that another tool might have written.
  static void execute(String... sqls) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      for (String sql : sqls) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join(";", sqls), e);
    }
  }

  static List<String> describe(Path file) {
    return query(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('"
            + file
            + "'))");
  }

  static List<String> metadata(Path file) {
    return query(
        "SELECT decode(key), decode(value) FROM parquet_kv_metadata('" + file + "') ORDER BY 1");
  }
}
