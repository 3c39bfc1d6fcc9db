package io.spyglass.lake;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.lake.Scan.Selection;
import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.session.Feed;
import io.spyglass.session.MergedFeed;
import io.spyglass.session.Outage;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Finds a day's files, reads each kind into the engine and joins them to one feed.
///
/// Sections: what there is ([#open], `find`), then one method a kind of data, then the open
/// interest and the listings, which wait for the time of the first event. Owned by one thread.
final class Recording implements Feed {
  private static final Index VIX = new Index("VIX");
  private static final String PRINT_ORDER =
      "sip_timestamp, sequence_number NULLS FIRST, place, arrival";
  private static final String BAR_COLUMNS = "timestamp, open, high, low, close";
  private static final String VWAP = Scan.orMissing("vwap") + " AS vwap";

  private final Lake lake;
  private final LocalDate date;
  private final Underlying underlying;
  private final boolean isFirst;
  private final DuckDBConnection connection;
  private final Universe universe;
  private final String universeTable;
  private final List<Feed> feeds = new ArrayList<>();
  private Feed events = () -> null;
  private long firstNanos = Long.MAX_VALUE;
  private long trades;
  private long quotes;
  private long minuteQuotes;
  private long optionBars;
  private long spotBars;
  private long others;
  private long rejected;
  private String firstRejected = "";

  /// @param isFirst whether it brings what belongs to no underlying: the VIX and the news
  Recording(Lake lake, LocalDate date, Underlying underlying, boolean isFirst) {
    this.isFirst = isFirst;
    this.lake = lake;
    this.date = date;
    this.underlying = underlying;
    this.connection = lake.duck().connect();
    this.universe = new Universe(underlying);
    this.universeTable = lake.duck().freshName("universe");
  }

  /// Opens the day's events.
  void open() {
    ParquetFile bars = find("options", Schema.BARS);
    ParquetFile minutes = find("quotes", Schema.MINUTE_QUOTES);
    ParquetFile interest = find("open_interest", Schema.OPEN_INTEREST);
    universe.addTrades(TradeCache.files(lake.historical("trades", date)));
    universe.addQuotes(TradeCache.files(lake.historical("quotes", date)));
    for (ParquetFile file : Arrays.asList(bars, minutes)) {
      addTickers(file);
    }
    List<OptionContract> delivered = universe.contracts();
    addTickers(interest);
    storeUniverse();
    readQuotes();
    readMinuteQuotes(minutes);
    readTrades();
    readOptionBars(bars);
    requireOptions();
    readSpot();
    if (isFirst) {
      readVix();
      readNews();
    }
    feeds.addFirst(opening(delivered, interest));
    events = new MergedFeed(feeds);
  }

  @Override
  public @Nullable MarketEvent next() {
    return events.next();
  }

  private void addTickers(@Nullable ParquetFile file) {
    if (file != null) {
      universe.addTickers(connection, file);
    }
  }

  private void requireOptions() {
    if (trades + quotes + minuteQuotes + optionBars == 0) {
      throw new NoData(
          "no option data of "
              + underlying
              + " on "
              + date
              + " in "
              + lake.root()
              + ": import it ('spyglass import lean PATH') or choose another date or underlying");
    }
  }

  private @Nullable ParquetFile find(String folder, Schema schema) {
    return ParquetFile.find(connection, lake.raw(folder, date), schema);
  }

  private void storeUniverse() {
    try {
      universe.store(connection, universeTable);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void readTrades() {
    Map<Instrument, Path> files = universe.trades();
    if (files.isEmpty()) {
      return;
    }
    Instrument[] instruments = inOrder(files);
    Selection selection =
        new Selection(
            "sip_timestamp, participant_timestamp, price, size, exchange,"
                + " conditions, sequence_number, correction",
            "",
            "sip_timestamp",
            Scan.TRADE_NEEDS);
    Scan scan = scan(pathsOf(instruments, files), Schema.TRADES, selection);
    trades = scan.rows();
    add(scan, scan.firstTime(), Rows.TRADES, PRINT_ORDER, Rows.trades(instruments));
  }

  private void readQuotes() {
    Map<Instrument, Path> files = universe.quotes();
    if (files.isEmpty()) {
      return;
    }
    Instrument[] instruments = inOrder(files);
    Selection selection =
        new Selection(
            "sip_timestamp, sequence_number, " + Scan.sides("bid_price", "ask_price"),
            "",
            "sip_timestamp",
            "sip_timestamp IS NOT NULL");
    Scan scan = scan(pathsOf(instruments, files), Schema.QUOTES, selection);
    quotes = scan.rows();
    add(scan, scan.firstTime(), Rows.QUOTES, PRINT_ORDER, Rows.quotes(instruments));
  }

  private void readMinuteQuotes(@Nullable ParquetFile file) {
    if (file == null) {
      return;
    }
    Selection selection =
        new Selection(
            "number, timestamp, " + Scan.sides("bid", "ask"),
            join("NOT has_quotes"),
            "timestamp",
            "timestamp IS NOT NULL");
    Scan scan = scan(List.of(file.path()), Schema.MINUTE_QUOTES, selection);
    minuteQuotes = scan.rows();
    add(
        scan,
        Rows.endNanos(scan.firstTime(), Rows.MINUTE_SECONDS),
        Rows.MINUTE_QUOTES,
        "timestamp, number, arrival",
        Rows.minuteQuotes(universe.byNumber()));
  }

  private void readOptionBars(@Nullable ParquetFile file) {
    if (file == null) {
      return;
    }
    int seconds = file.barSeconds(connection);
    Selection selection =
        new Selection(
            "number, " + BAR_COLUMNS + ", CAST(volume AS DOUBLE) AS volume, " + VWAP,
            join("NOT has_trades AND number > 0"),
            "timestamp",
            Scan.BAR_NEEDS + " AND volume IS NOT NULL");
    Scan scan = scan(List.of(file.path()), Schema.BARS, selection);
    optionBars = scan.rows();
    add(
        scan,
        Rows.endNanos(scan.firstTime(), seconds),
        Rows.BARS,
        "timestamp, number, arrival",
        Rows.bars(universe.byNumber(), seconds));
  }

  private void readSpot() {
    Instrument spot = underlying.instrument();
    if (!universe.trades().containsKey(spot)) {
      spotBars = readBars(spot);
    }
  }

  private void readVix() {
    if (!underlying.instrument().equals(VIX)) {
      others += readBars(VIX);
    }
  }

  private long readBars(Instrument instrument) {
    boolean index = instrument instanceof Index;
    Schema schema = index ? Schema.INDEX_BARS : Schema.BARS;
    ParquetFile file = find(Lake.barFolder(instrument), schema);
    if (file == null) {
      return 0;
    }
    int seconds = file.barSeconds(connection);
    String traded =
        index
            ? "NULL::DOUBLE AS volume, NULL::DOUBLE AS vwap"
            : "CAST(volume AS DOUBLE) AS volume, " + VWAP;
    Selection selection =
        new Selection(
            "0 AS number, " + BAR_COLUMNS + ", " + traded, "", "timestamp", Scan.BAR_NEEDS);
    Scan scan = scan(List.of(file.path()), schema, selection);
    add(
        scan,
        Rows.endNanos(scan.firstTime(), seconds),
        Rows.BARS,
        "timestamp, arrival",
        Rows.bars(new Instrument[] {instrument}, seconds));
    return scan.rows();
  }

  private void readNews() {
    ParquetFile file = find("news", Schema.NEWS);
    if (file == null) {
      return;
    }
    Selection selection =
        new Selection(
            "timestamp, article_id, title, description, sentiment, keywords, tickers",
            "",
            "timestamp",
            "timestamp IS NOT NULL AND article_id IS NOT NULL AND title IS NOT NULL");
    Scan scan = scan(List.of(file.path()), Schema.NEWS, selection);
    others += scan.rows();
    add(scan, scan.firstTime() * Rows.MILLI_NANOS, Rows.NEWS, "timestamp, article_id", Rows.news());
  }

  private String join(String condition) {
    return "JOIN "
        + universeTable
        + " AS universe ON universe.ticker = source.ticker WHERE "
        + condition;
  }

  private Scan scan(List<Path> files, Schema schema, Selection selection) {
    return Scan.of(lake.duck(), files, schema, selection);
  }

  private void add(
      Scan scan, long scanFirstNanos, String columns, String order, Cursor.Reader reader) {
    feeds.add(scan.cursor(columns, order, reader));
    rejected += scan.rejected();
    if (firstRejected.isEmpty()) {
      firstRejected = scan.firstRejected();
    }
    if (scan.rows() > 0) {
      firstNanos = Math.min(firstNanos, scanFirstNanos);
    }
  }

  private Instrument[] inOrder(Map<Instrument, Path> files) {
    return Arrays.stream(universe.byNumber()).filter(files::containsKey).toArray(Instrument[]::new);
  }

  private static List<Path> pathsOf(Instrument[] instruments, Map<Instrument, Path> files) {
    List<Path> paths = new ArrayList<>();
    for (Instrument instrument : instruments) {
      Path path = files.get(instrument);
      if (path != null) {
        paths.add(path);
      }
    }
    return paths;
  }

  /// Listings and open interest, at the time of the day's first event. A contract of which there is
  /// open interest alone is not listed: what it traded is not known.
  ///
  /// @param delivered the contracts that the day has prints or quotes of
  private Feed opening(List<OptionContract> delivered, @Nullable ParquetFile interest) {
    List<MarketEvent> events = new ArrayList<>();
    for (OptionContract contract : delivered) {
      events.add(new Listing(contract, firstNanos, firstNanos));
    }
    if (interest != null) {
      List<OpenInterest> known = openInterest(interest);
      others += known.size();
      events.addAll(known);
    }
    Iterator<MarketEvent> iterator = events.iterator();
    return () -> iterator.hasNext() ? iterator.next() : null;
  }

  private List<OpenInterest> openInterest(ParquetFile file) {
    List<OpenInterest> known = new ArrayList<>();
    Instrument[] instruments = universe.byNumber();
    String sql =
        "SELECT number, open_interest, effective_date FROM ("
            + file.select(Schema.OPEN_INTEREST)
            + ") AS source "
            + join("number > 0 AND open_interest >= 0 ORDER BY number");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        if (instruments[rows.getInt(1)] instanceof OptionContract contract) {
          LocalDate effective = effectiveDate(rows.getString(3));
          known.add(new OpenInterest(contract, firstNanos, firstNanos, rows.getLong(2), effective));
        }
      }
      return known;
    } catch (SQLException e) {
      throw Duck.unreadable(file.path(), e);
    }
  }

  /// The file's date, or the trading day before where another tool's file has none.
  private LocalDate effectiveDate(@Nullable String text) {
    return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}.*")
        ? LocalDate.parse(text.substring(0, 10))
        : TradingCalendar.standard().previous(date);
  }

  /// What the day holds; known once it is open.
  LakeSummary summary() {
    return new LakeSummary(
        underlying,
        date,
        universe.contracts().size(),
        universe.trades().size(),
        trades,
        universe.quotes().size(),
        quotes,
        minuteQuotes,
        optionBars,
        spotBars,
        others,
        rejected,
        firstRejected);
  }

  private static Outage failed(SQLException failure) {
    return new Outage("the lake's engine failed: " + Duck.reason(failure), failure);
  }

  /// Lets go of every kind's rows.
  @Override
  public void close() {
    new MergedFeed(feeds).close();
    feeds.clear();
    try {
      if (!connection.isClosed()) {
        Duck.execute(connection, "DROP TABLE IF EXISTS " + universeTable);
        connection.close();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
