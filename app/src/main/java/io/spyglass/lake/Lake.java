package io.spyglass.lake;

import io.spyglass.calendar.Span;
import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Stock;
import io.spyglass.model.Underlying;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/// The folder of Parquet files that holds every recorded day, and the engine that reads and writes
/// them.
///
/// Opening one costs nothing: the engine starts with the first read or write. Thread-safe; writes
/// take their turn, those of other processes too.
public final class Lake implements AutoCloseable {
  private static final Set<String> TAKEN =
      Set.of("options", "quotes", "open_interest", "news", "spx", "vix");

  private final Path root;
  private final LakeOptions options;
  private final Duck duck;
  private final StoredDays days = new StoredDays(this);

  /// The lake in the folder `root`, which need not exist yet.
  public Lake(Path root, LakeOptions options) {
    this.root = root;
    this.options = options;
    this.duck = new Duck(options);
  }

  /// The folder.
  public Path root() {
    return root;
  }

  /// A writer for one day. Nothing changes in the lake before its [DayWriter#commit].
  public DayWriter write(LocalDate date) {
    return new DayWriter(this, date);
  }

  /// The recorded day of an underlying and its options.
  ///
  /// @throws NoData where the lake holds no option data of it
  /// @throws io.spyglass.session.CorruptFile where a file is damaged or has other columns
  public LakeFeed feed(LocalDate date, Underlying underlying) {
    return feed(date, List.of(underlying));
  }

  /// The recorded day of several underlyings and their options.
  ///
  /// @throws NoData where the lake holds no option data of one of them
  /// @throws io.spyglass.session.CorruptFile where a file is damaged or has other columns
  public LakeFeed feed(LocalDate date, List<Underlying> underlyings) {
    return LakeFeed.open(this, date, underlyings);
  }

  /// The last value of an underlying in a span of a day, of its bars or else its cached trades;
  /// empty where the lake has none.
  ///
  /// @throws io.spyglass.session.CorruptFile where a file is damaged or has other columns
  public OptionalDouble close(LocalDate date, Underlying underlying, Span span) {
    return Close.find(this, date, underlying.instrument(), span);
  }

  /// The days whose options can be played, the oldest first. A day is looked into once, and again
  /// when its files have changed; one that is damaged is left out with a warning.
  public List<StoredDay> days() {
    return days.all();
  }

  /// What the trade cache holds, a day at a time, oldest first.
  public List<CacheDay> cache() {
    return TradeCache.days(this);
  }

  /// Of which instruments the trade cache holds all of a day.
  public Cached cached(LocalDate date) {
    return Cached.of(this, date);
  }

  /// How many trades are cached of a day.
  ///
  /// @throws io.spyglass.session.CorruptFile where a file is damaged
  public long cachedTrades(LocalDate date) {
    return TradeCache.rows(this, "trades", date);
  }

  /// How many quotes are cached of a day.
  ///
  /// @throws io.spyglass.session.CorruptFile where a file is damaged
  public long cachedQuotes(LocalDate date) {
    return TradeCache.rows(this, "quotes", date);
  }

  /// Deletes these days of the trade cache: their trades and quotes, nothing else.
  public void clear(List<CacheDay> days) {
    TradeCache.clear(this, days);
  }

  Duck duck() {
    return duck;
  }

  LakeOptions options() {
    return options;
  }

  /// The file of a kind of raw data, `raw/options/2021-01-04.parquet`.
  Path raw(String folder, LocalDate date) {
    return root.resolve("raw").resolve(folder).resolve(date + ".parquet");
  }

  /// The folder of a day's cached `trades` or `quotes`, one file an instrument.
  Path historical(String kind, LocalDate date) {
    return root.resolve("historical").resolve(kind).resolve(date.toString());
  }

  /// The name of an instrument's file among cached trades or quotes.
  static String fileName(Instrument instrument) {
    return instrument.ticker().replace(':', '_') + ".parquet";
  }

  /// Whether bars of an instrument have a place: those of a stock whose folder is another's do not.
  public static boolean hasPlaceFor(Instrument instrument) {
    return !(instrument instanceof Stock) || !TAKEN.contains(barFolder(instrument));
  }

  /// The folder under `raw` that holds an instrument's bars.
  static String barFolder(Instrument instrument) {
    return switch (instrument) {
      case OptionContract _ -> "options";
      case Index index -> index.symbol().toLowerCase(Locale.ROOT);
      case Stock stock -> stock.symbol().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public void close() {
    duck.close();
  }
}
