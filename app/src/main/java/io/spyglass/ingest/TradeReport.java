package io.spyglass.ingest;

import java.time.LocalDate;
import java.util.List;

/// What a backfill of a day's trades did. Immutable.
///
/// @param contracts how many were wanted
/// @param fetched for how many of them something was stored
/// @param cached how many were complete already, and not asked for
/// @param untraded how many had neither trades nor quotes
/// @param trades stored
/// @param quotes stored
/// @param bars of the underlying that were stored
/// @param isOver whether the day was over, so that what was stored is complete
/// @param refused what the plan does not have, in the vendor's words
/// @param failed contracts that could not be had, with the reason
public record TradeReport(
    LocalDate date,
    int contracts,
    int fetched,
    int cached,
    int untraded,
    long trades,
    long quotes,
    long bars,
    boolean isOver,
    List<String> refused,
    List<String> failed) {
  public TradeReport {
    refused = List.copyOf(refused);
    failed = List.copyOf(failed);
  }

  /// Whether something that was wanted could not be had, though the plan has it.
  public boolean isPartial() {
    return !failed.isEmpty();
  }
}
