package io.spyglass.model;

import java.util.List;

/// An article.
///
/// @param id the vendor's key
/// @param epochNanos when it was published
/// @param receivedNanos when this machine had it
/// @param title headline
/// @param description summary, empty for none
/// @param sentiment from -1 (negative) to 1 (positive), `NaN` for none
/// @param keywords as delivered
/// @param tickers the instruments it speaks of
public record News(
    String id,
    long epochNanos,
    long receivedNanos,
    String title,
    String description,
    double sentiment,
    List<String> keywords,
    List<String> tickers)
    implements MarketEvent {
  public News {
    keywords = List.copyOf(keywords);
    tickers = List.copyOf(tickers);
  }
}
