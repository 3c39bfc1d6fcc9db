package io.spyglass.vendor.polygon;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a condition code means.
///
/// @param sipMapping the letters that consolidators use for it, by `CTA`, `UTP`, `OPRA`
/// @param dataTypes `trade`, `bbo`, `nbbo`
public record ConditionRow(
    int id,
    @Nullable String type,
    @Nullable String name,
    @Nullable String assetClass,
    Map<String, String> sipMapping,
    List<String> dataTypes,
    @Nullable String abbreviation,
    @Nullable String description,
    @Nullable Boolean legacy,
    int exchange,
    @Nullable UpdateRules updateRules) {

  /// What a print with the code changes, on the tape of all exchanges and on that of its own.
  public record UpdateRules(@Nullable Updates consolidated, @Nullable Updates marketCenter) {}

  /// What a print changes.
  public record Updates(
      @Nullable Boolean updatesHighLow,
      @Nullable Boolean updatesOpenClose,
      @Nullable Boolean updatesVolume) {}
}
