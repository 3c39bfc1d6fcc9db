package io.spyglass.vendor.polygon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of news.
///
/// @param publishedUtc as in 2024-06-24T18:33:53Z
/// @param insights what it means for single tickers; may be missing
public record Article(
    @Nullable String id,
    @Nullable Publisher publisher,
    @Nullable String title,
    @Nullable String author,
    @Nullable String publishedUtc,
    @Nullable String articleUrl,
    @Nullable String ampUrl,
    @Nullable String imageUrl,
    @Nullable String description,
    List<String> tickers,
    List<String> keywords,
    List<Insight> insights) {

  /// Who published it.
  public record Publisher(
      @Nullable String name,
      @Nullable String homepageUrl,
      @Nullable String logoUrl,
      @Nullable String faviconUrl) {}

  /// What it means for a ticker.
  ///
  /// @param sentiment `positive`, `neutral` or `negative`
  public record Insight(
      @Nullable String ticker, @Nullable String sentiment, @Nullable String sentimentReasoning) {

    /// 1 for positive, 0 for neutral, -1 for negative, `NaN` for another word.
    double score() {
      return switch (sentiment == null ? "" : sentiment) {
        case "positive" -> 1;
        case "neutral" -> 0;
        case "negative" -> -1;
        default -> Double.NaN;
      };
    }
  }

  /// The mean of the insights' scores, `NaN` where there is none.
  public double sentiment() {
    return insights.stream()
        .mapToDouble(Insight::score)
        .filter(score -> !Double.isNaN(score))
        .average()
        .orElse(Double.NaN);
  }
}
