package io.spyglass.lake;

import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The instruments of a recorded day: the underlying at number 0, then its contracts in order.
///
/// Numbers are what orders events of equal time, so that a day replays the same on every machine.
final class Universe {
  private final Instrument spot;
  private final Underlying underlying;
  private final SortedMap<OptionContract, String> contracts = new TreeMap<>();
  private final Map<Instrument, Path> trades = new HashMap<>();
  private final Map<Instrument, Path> quotes = new HashMap<>();

  Universe(Underlying underlying) {
    this.underlying = underlying;
    this.spot = underlying.instrument();
  }

  /// Takes in the files of cached trades that belong to the underlying.
  void addTrades(List<Path> files) {
    addFiles(files, trades);
  }

  /// Takes in the files of cached quotes that belong to the underlying.
  void addQuotes(List<Path> files) {
    addFiles(files, quotes);
  }

  private void addFiles(List<Path> files, Map<Instrument, Path> target) {
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      String ticker = name.substring(0, name.length() - ".parquet".length()).replace('_', ':');
      Instrument instrument = instrument(ticker);
      if (instrument != null) {
        target.put(instrument, file);
      }
    }
  }

  /// Takes in the contracts that a day file speaks of.
  void addTickers(DuckDBConnection connection, ParquetFile file) {
    String sql = "SELECT DISTINCT ticker FROM " + Duck.parquet(List.of(file.path()));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String ticker = rows.getString(1);
        if (ticker != null) {
          instrument(ticker);
        }
      }
    } catch (SQLException e) {
      throw Duck.unreadable(file.path(), e);
    }
  }

  /// The instrument of a ticker if it belongs to the underlying; a contract joins the universe.
  private @Nullable Instrument instrument(String ticker) {
    if (ticker.equals(spot.ticker())) {
      return spot;
    }
    if (!ticker.startsWith("O:")) {
      return null;
    }
    OptionContract contract = contract(ticker);
    if (contract == null || !underlying.hasRoot(contract.root())) {
      return null;
    }
    contracts.put(contract, ticker);
    return contract;
  }

  private static @Nullable OptionContract contract(String ticker) {
    try {
      return OptionContract.parse(ticker);
    } catch (IllegalArgumentException _) {
      // A ticker of another vendor's making names no contract of this underlying.
      return null;
    }
  }

  /// The contracts, in order.
  List<OptionContract> contracts() {
    return List.copyOf(contracts.keySet());
  }

  /// Every instrument at its number.
  Instrument[] byNumber() {
    List<Instrument> all = new ArrayList<>();
    all.add(spot);
    all.addAll(contracts.keySet());
    return all.toArray(Instrument[]::new);
  }

  /// The files of cached trades by instrument.
  Map<Instrument, Path> trades() {
    return trades;
  }

  /// The files of cached quotes by instrument.
  Map<Instrument, Path> quotes() {
    return quotes;
  }

  /// Makes a table of the instruments: `ticker`, `number`, `has_trades`, `has_quotes`.
  void store(DuckDBConnection connection, String table) throws SQLException {
    Duck.execute(
        connection,
        "CREATE TABLE "
            + table
            + " (ticker VARCHAR, number INTEGER, has_trades BOOLEAN, has_quotes BOOLEAN)");
    Instrument[] instruments = byNumber();
    try (DuckDBAppender appender = connection.createAppender(table)) {
      for (int number = 0; number < instruments.length; number++) {
        Instrument instrument = instruments[number];
        appender.beginRow();
        appender.append(instrument.ticker());
        appender.append(number);
        appender.append(trades.containsKey(instrument));
        appender.append(quotes.containsKey(instrument));
        appender.endRow();
      }
    }
  }
}
