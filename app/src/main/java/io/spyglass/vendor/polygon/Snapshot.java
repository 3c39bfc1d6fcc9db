package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an option, stock or index stands: an element of a chain, of the unified snapshot or of the
/// indices' one. Whatever a plan, a market or a model does not give is missing.
///
/// @param type `options`, `stocks`, `indices`; null in a chain
/// @param value of an index
/// @param error why there is nothing more about this ticker: `NOT_FOUND`, `NOT_ENTITLED`
/// @param message the same in words
/// @param details the terms of an option
/// @param day an option's day, in a chain
/// @param session the day, elsewhere
/// @param impliedVolatility 0.30 for 30 percent
/// @param openInterest contracts at the end of the day before
/// @param fmv fair market value, as business plans have it
/// @param lastUpdated nanoseconds
/// @param timeframe `REAL-TIME` or `DELAYED`
public record Snapshot(
    @Nullable String ticker,
    @Nullable String name,
    @Nullable String type,
    @Nullable String marketStatus,
    double value,
    @Nullable String error,
    @Nullable String message,
    @Nullable ContractRow details,
    @Nullable DaySoFar day,
    @Nullable DaySoFar session,
    @Nullable Greeks greeks,
    double impliedVolatility,
    double openInterest,
    double breakEvenPrice,
    double fmv,
    long fmvLastUpdated,
    @Nullable LastBook lastQuote,
    @Nullable LastPrint lastTrade,
    @Nullable LastMinute lastMinute,
    @Nullable Asset underlyingAsset,
    long lastUpdated,
    @Nullable String timeframe) {

  /// The ticker, wherever the body has it; null where it has none.
  public @Nullable String symbol() {
    return ticker == null && details != null ? details.ticker() : ticker;
  }

  /// Prices and volume of a day. It may still be the last day's before the first trade.
  ///
  /// @param price the last one
  /// @param lastUpdated nanoseconds
  public record DaySoFar(
      double open,
      double high,
      double low,
      double close,
      double previousClose,
      double change,
      double changePercent,
      double price,
      double volume,
      double decimalVolume,
      double vwap,
      double earlyTradingChange,
      double earlyTradingChangePercent,
      double regularTradingChange,
      double regularTradingChangePercent,
      double lateTradingChange,
      double lateTradingChangePercent,
      long lastUpdated) {}

  /// By the vendor's model; there is no rho.
  public record Greeks(double delta, double gamma, double theta, double vega) {}

  /// The best bid and offer.
  ///
  /// @param lastUpdated nanoseconds
  public record LastBook(
      double bid,
      double ask,
      double bidSize,
      double askSize,
      int bidExchange,
      int askExchange,
      int exchange,
      double midpoint,
      long lastUpdated,
      @Nullable String timeframe) {

    /// The same as a row of the tape, without a number.
    public QuoteRow row() {
      return new QuoteRow(
          null,
          bid,
          bidSize,
          bidExchange,
          ask,
          askSize,
          askExchange,
          List.of(),
          List.of(),
          lastUpdated,
          MarketEvent.ABSENT,
          MarketEvent.ABSENT,
          MarketEvent.ABSENT,
          MarketEvent.ABSENT);
    }
  }

  /// The last print.
  ///
  /// @param decimalSize the size unrounded, where it is given
  /// @param sipTimestamp nanoseconds
  /// @param participantTimestamp nanoseconds
  /// @param lastUpdated nanoseconds
  public record LastPrint(
      @Nullable String id,
      double price,
      double size,
      double decimalSize,
      int exchange,
      List<Integer> conditions,
      long sipTimestamp,
      long participantTimestamp,
      long lastUpdated,
      @Nullable String timeframe) {}

  /// The last minute with a trade.
  ///
  /// @param lastUpdated nanoseconds
  public record LastMinute(
      double open,
      double high,
      double low,
      double close,
      double volume,
      double decimalVolume,
      double vwap,
      long transactions,
      long lastUpdated) {}

  /// The underlying of an option.
  ///
  /// @param price of a stock
  /// @param value of an index
  /// @param lastUpdated nanoseconds
  public record Asset(
      @Nullable String ticker,
      double price,
      double value,
      double changeToBreakEven,
      long lastUpdated,
      @Nullable String timeframe) {

    /// Price or value, `NaN` where the plan has neither.
    public double spot() {
      return Double.isNaN(price) ? value : price;
    }
  }
}
