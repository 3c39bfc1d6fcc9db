package io.spyglass.vendor.lean;

import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Stock;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an entry of a zip holds, as its name tells.
///
/// @param type the kind of security
/// @param instrument whose data
/// @param date which day's, in the data's own zone
/// @param seconds the length of a row's stretch: 60 or 1
/// @param content what a row is
public record EntryName(
    SecurityType type, Instrument instrument, LocalDate date, int seconds, Content content) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<date>\\d{8})_(?<symbol>[a-z0-9.]+)_(?<resolution>[a-z]+)_(?<content>[a-z]+)"
              + "(_(?<style>american|european)_(?<right>call|put)_(?<strike>\\d+)"
              + "_(?<expiry>\\d{8}))?\\.csv");
  private static final int STRIKE_SCALE_TO_MILLS = 10;

  /// What a row is.
  public enum Content {
    TRADE,
    QUOTE,
    OPEN_INTEREST
  }

  /// Reads a name.
  ///
  /// @param name of the entry, `20210104_spxw_minute_trade_european_call_37000000_20210106.csv`
  /// @param folder the security type that the path tells, null where it does not; then a name
  ///   without a contract is an index if it is a known one, else an equity
  /// @throws IllegalArgumentException where it is no such name, saying what does not fit
  public static EntryName parse(String name, @Nullable SecurityType folder) {
    Matcher parts = NAME.matcher(name.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "the name is not DATE_SYMBOL_RESOLUTION_CONTENT.csv, with STYLE_RIGHT_STRIKE_EXPIRY for"
              + " an option");
    }
    String symbol = parts.group("symbol").toUpperCase(Locale.ROOT);
    boolean option = parts.group("style") != null;
    SecurityType type = folder != null ? folder : guess(symbol, option);
    if (option != (type == SecurityType.OPTION || type == SecurityType.INDEX_OPTION)) {
      throw new IllegalArgumentException(
          "the name is " + (option ? "" : "not ") + "one of an option, its folder says otherwise");
    }
    return new EntryName(
        type,
        option ? contract(symbol, parts) : spot(type, symbol),
        date(parts.group("date")),
        seconds(parts.group("resolution")),
        content(parts.group("content"), type));
  }

  private static SecurityType guess(String symbol, boolean option) {
    boolean index = new Underlying(symbol).isIndex() || Underlying.ofRoot(symbol).isIndex();
    if (option) {
      return index ? SecurityType.INDEX_OPTION : SecurityType.OPTION;
    }
    return index ? SecurityType.INDEX : SecurityType.EQUITY;
  }

  private static Instrument spot(SecurityType type, String symbol) {
    return type == SecurityType.INDEX ? new Index(symbol) : new Stock(symbol);
  }

  private static OptionContract contract(String symbol, Matcher parts) {
    String strike = parts.group("strike");
    if (strike.length() > 12 || !strike.endsWith("0")) {
      throw new IllegalArgumentException(
          "strike " + strike + " is no whole number of thousandths of a dollar");
    }
    return new OptionContract(
        symbol,
        date(parts.group("expiry")),
        parts.group("right").equals("call") ? Right.CALL : Right.PUT,
        Long.parseLong(strike) / STRIKE_SCALE_TO_MILLS);
  }

  private static LocalDate date(String digits) {
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(digits + " is no date of the form yyyymmdd", e);
    }
  }

  private static int seconds(String resolution) {
    return switch (resolution) {
      case "minute" -> 60;
      case "second" -> 1;
      default ->
          throw new IllegalArgumentException(
              "resolution '" + resolution + "' is neither minute nor second");
    };
  }

  private static Content content(String text, SecurityType type) {
    Content content =
        switch (text) {
          case "trade" -> Content.TRADE;
          case "quote" -> Content.QUOTE;
          case "openinterest" -> Content.OPEN_INTEREST;
          default ->
              throw new IllegalArgumentException(
                  "content '" + text + "' is none of trade, quote and openinterest");
        };
    boolean option = type == SecurityType.OPTION || type == SecurityType.INDEX_OPTION;
    if (content == Content.OPEN_INTEREST && !option) {
      throw new IllegalArgumentException("open interest belongs to options only");
    }
    return content;
  }
}
