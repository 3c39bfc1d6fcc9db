package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.IndexValue;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import org.jspecify.annotations.Nullable;

/// A copy of a [Line], to be read without the book's lock. Immutable as long as nobody adds to its
/// bars.
record Shot(
    Candle day,
    @Nullable Candle minute,
    @Nullable Quote quote,
    @Nullable Trade trade,
    @Nullable IndexValue value,
    long openInterest) {

  static final Shot EMPTY = new Shot(new Candle(0), null, null, null, null, 0);

  static Shot of(@Nullable Line line) {
    return line == null
        ? EMPTY
        : new Shot(
            line.day.copy(), line.minute, line.quote, line.trade, line.value, line.openInterest);
  }

  /// The middle of the quote, NaN without one that has both sides in order.
  double middle() {
    return middle(quote);
  }

  static double middle(@Nullable Quote quote) {
    boolean isWhole = quote != null && quote.bid() > 0 && quote.ask() > quote.bid();
    return quote != null && isWhole ? (quote.bid() + quote.ask()) / 2 : Double.NaN;
  }

  /// The value of an index, the middle or the last price of anything else; NaN without one.
  double level() {
    if (value != null) {
      return value.value();
    }
    double middle = middle();
    return Double.isNaN(middle) && trade != null ? trade.price() : middle;
  }

  /// When it was last something.
  long updatedNanos() {
    if (value != null) {
      return value.epochNanos();
    }
    long quoted = quote == null ? 0 : quote.epochNanos();
    return Math.max(quoted, trade == null ? 0 : trade.epochNanos());
  }
}
