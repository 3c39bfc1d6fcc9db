package io.spyglass.lake;

import io.spyglass.model.Bar;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Collects one day's events and stores them, all at once, with [#commit].
///
/// Bars, minute quotes, open interest and news are merged into their files by key, the newer row
/// wins; trades and quotes replace the files of their contracts. But what is complete stays: a
/// write that is not changes none of its rows, and none of its files of trades or quotes. Events
/// may come in any order: of two rows with the same key the later one stays. Owned by one thread.
public final class DayWriter implements AutoCloseable {
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final long MILLI_NANOS = 1_000_000L;

  private final Lake lake;
  private final LocalDate date;
  private final DuckDBConnection connection;
  private final Map<Kind, Stage> stages = new HashMap<>();
  private final Instruments tradeInstruments = new Instruments();
  private final Instruments quoteInstruments = new Instruments();

  /// What is staged apart, and the columns of its stage.
  private enum Kind {
    BARS(
        "folder VARCHAR, seconds INTEGER, timestamp BIGINT, open DOUBLE, high DOUBLE, low DOUBLE,"
            + " close DOUBLE, volume BIGINT, vwap DOUBLE, ticker VARCHAR"),
    MINUTE_QUOTES(
        "timestamp BIGINT, bid DOUBLE, ask DOUBLE, bid_size BIGINT, ask_size BIGINT,"
            + " ticker VARCHAR"),
    OPEN_INTEREST("ticker VARCHAR, open_interest BIGINT, effective_date VARCHAR"),
    NEWS(
        "timestamp BIGINT, article_id VARCHAR, title VARCHAR, description VARCHAR,"
            + " sentiment DOUBLE, keywords VARCHAR, tickers VARCHAR"),
    TRADES(
        "instrument INTEGER, sip_timestamp BIGINT, participant_timestamp BIGINT, price DOUBLE,"
            + " size DOUBLE, exchange INTEGER, conditions INTEGER[], sequence_number BIGINT,"
            + " correction INTEGER"),
    QUOTES(
        "instrument INTEGER, sip_timestamp BIGINT, bid_price DOUBLE, ask_price DOUBLE,"
            + " bid_size BIGINT, ask_size BIGINT, sequence_number BIGINT");

    private final String columns;

    Kind(String columns) {
      this.columns = columns;
    }
  }

  DayWriter(Lake lake, LocalDate date) {
    this.lake = lake;
    this.date = date;
    this.connection = lake.duck().connect();
  }

  /// Adds a bar of an option, a stock or an index.
  ///
  /// @throws IllegalArgumentException where [Lake#hasPlaceFor] says no
  public DayWriter bar(Bar bar) {
    if (!Lake.hasPlaceFor(bar.instrument())) {
      throw new IllegalArgumentException(
          "bars of " + bar.instrument() + " have no place: the folder of that name is taken");
    }
    return stage(
        Kind.BARS,
        stage ->
            stage
                .add(Lake.barFolder(bar.instrument()))
                .addInt(bar.seconds())
                .add(bar.startNanos() / MILLI_NANOS)
                .add(bar.open())
                .add(bar.high())
                .add(bar.low())
                .add(bar.close())
                .addKnown(Math.round(bar.volume()), !Double.isNaN(bar.volume()))
                .add(bar.vwap())
                .add(bar.instrument().ticker()));
  }

  /// Adds a quote to the minutes: the one in force at the end of the minute that its own time ends
  /// or lies in. Of several in one minute the last stays.
  public DayWriter minuteQuote(Quote quote) {
    long startNanos = (quote.epochNanos() - 1) / MINUTE_NANOS * MINUTE_NANOS;
    return stage(
        Kind.MINUTE_QUOTES,
        stage ->
            stage
                .add(startNanos / MILLI_NANOS)
                .add(quote.bid())
                .add(quote.ask())
                .add(quote.bidSize())
                .add(quote.askSize())
                .add(quote.instrument().ticker()));
  }

  /// Adds the open interest of a contract.
  public DayWriter openInterest(OpenInterest interest) {
    return stage(
        Kind.OPEN_INTEREST,
        stage ->
            stage
                .add(interest.contract().ticker())
                .add(interest.contracts())
                .add(interest.effectiveDate().toString()));
  }

  /// Adds an article.
  public DayWriter news(News news) {
    return stage(
        Kind.NEWS,
        stage ->
            stage
                .add(news.epochNanos() / MILLI_NANOS)
                .add(news.id())
                .add(news.title())
                .add(news.description())
                .add(news.sentiment())
                .add(String.join(",", news.keywords()))
                .add(String.join(",", news.tickers())));
  }

  /// Adds a trade to its instrument's file of cached trades.
  public DayWriter trade(Trade trade) {
    int instrument =
        tradeInstruments.number(trade.instrument(), trade.epochNanos(), trade.sequence());
    return stage(
        Kind.TRADES,
        stage ->
            stage
                .addInt(instrument)
                .add(trade.epochNanos())
                .addKnown(trade.participantNanos(), trade.participantNanos() != MarketEvent.ABSENT)
                .add(trade.price())
                .add(trade.size())
                .addInt(trade.exchange())
                .add(trade.conditions().toList(), trade.conditions().count())
                .addKnown(trade.sequence(), trade.sequence() != MarketEvent.ABSENT)
                .addKnownInt(trade.correction(), trade.correction() != MarketEvent.ABSENT));
  }

  /// Adds a quote to its instrument's file of cached quotes.
  public DayWriter quote(Quote quote) {
    int instrument =
        quoteInstruments.number(quote.instrument(), quote.epochNanos(), quote.sequence());
    return stage(
        Kind.QUOTES,
        stage ->
            stage
                .addInt(instrument)
                .add(quote.epochNanos())
                .add(quote.bid())
                .add(quote.ask())
                .add(quote.bidSize())
                .add(quote.askSize())
                .addKnown(quote.sequence(), quote.sequence() != MarketEvent.ABSENT));
  }

  /// Stores what was added; every file appears whole or stays as it was. Waits while another
  /// process writes into the lake.
  ///
  /// @return what happened to each file
  /// @throws Outage where the folder cannot be written or the disk is full
  /// @throws io.spyglass.session.CorruptFile where a file to merge into is damaged
  public List<StoredFile> commit(Completeness completeness) {
    if (stages.isEmpty()) {
      return List.of();
    }
    try (WriteLock _ = WriteLock.take(lake.root());
        Publication publication = new Publication(lake.options())) {
      List<StoredFile> stored = new ArrayList<>();
      Merge merge = new Merge(lake, date, connection, publication);
      boolean chain = completeness == Completeness.SESSION;
      boolean spot = chain || completeness == Completeness.UNDERLYINGS;
      Stage bars = finished(Kind.BARS);
      if (bars != null) {
        stored.addAll(merge.bars(bars.table(), chain, spot));
      }
      for (Kind kind : List.of(Kind.MINUTE_QUOTES, Kind.OPEN_INTEREST, Kind.NEWS)) {
        Stage stage = finished(kind);
        if (stage != null) {
          stored.add(merge.rows(target(kind), stage.table(), chain));
        }
      }
      boolean prints = chain || completeness == Completeness.PRINTS;
      stored.addAll(store(Kind.TRADES, Contracts.TRADES, tradeInstruments, publication, prints));
      stored.addAll(store(Kind.QUOTES, Contracts.QUOTES, quoteInstruments, publication, chain));
      publication.publish();
      return stored;
    } catch (SQLException e) {
      throw failed(e);
    } catch (IOException e) {
      throw Publication.unwritable(lake.root(), e);
    }
  }

  private static Merge.Target target(Kind kind) {
    return switch (kind) {
      case MINUTE_QUOTES -> Merge.Target.QUOTES;
      case OPEN_INTEREST -> Merge.Target.OPEN_INTEREST;
      case NEWS -> Merge.Target.NEWS;
      case BARS, TRADES, QUOTES ->
          throw new IllegalArgumentException(kind + " have more than one file");
    };
  }

  private List<StoredFile> store(
      Kind kind,
      Contracts contracts,
      Instruments instruments,
      Publication publication,
      boolean complete)
      throws SQLException {
    Stage stage = finished(kind);
    return stage == null
        ? List.of()
        : contracts.store(lake, date, publication, stage.table(), instruments, complete);
  }

  private @Nullable Stage finished(Kind kind) throws SQLException {
    Stage stage = stages.get(kind);
    if (stage != null) {
      stage.finish();
    }
    return stage;
  }

  private interface Row {
    Stage fill(Stage stage) throws SQLException;
  }

  private DayWriter stage(Kind kind, Row row) {
    try {
      Stage stage = stages.get(kind);
      if (stage == null) {
        stage = new Stage(connection, lake.duck().freshName("stage"), kind.columns);
        stages.put(kind, stage);
      }
      row.fill(stage.row()).end();
      return this;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Outage failed(SQLException failure) {
    return new Outage(
        "the day "
            + date
            + " was not stored ("
            + Duck.reason(failure)
            + "); what was stored is unchanged",
        failure);
  }

  @Override
  public void close() {
    stages.values().forEach(Stage::close);
    stages.clear();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
