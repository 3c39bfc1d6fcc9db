package io.spyglass.lake;

import io.spyglass.model.Underlying;
import java.time.LocalDate;

/// What the lake holds of an underlying's day.
///
/// @param underlying which
/// @param date the trade date
/// @param contracts listed contracts
/// @param tradeFiles contracts with cached trades
/// @param trades cached trades
/// @param quoteFiles contracts with cached quotes
/// @param quotes cached quotes
/// @param minuteQuotes quotes that stand for a minute
/// @param optionBars bars of contracts without cached trades
/// @param spotBars bars of the underlying
/// @param otherEvents VIX bars, news and open interest
/// @param rejected rows left out because a time or a number that they need is missing or impossible
/// @param firstRejected where the first of them lies, empty where there is none
public record LakeSummary(
    Underlying underlying,
    LocalDate date,
    int contracts,
    int tradeFiles,
    long trades,
    int quoteFiles,
    long quotes,
    long minuteQuotes,
    long optionBars,
    long spotBars,
    long otherEvents,
    long rejected,
    String firstRejected) {

  /// Whether there are quotes at all; a replay without them has the tick rule only.
  public boolean hasQuotes() {
    return quotes + minuteQuotes > 0;
  }

  /// Whether the options come in minutes rather than one print at a time.
  public boolean isMinuteSource() {
    return trades == 0;
  }
}
