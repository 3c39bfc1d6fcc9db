package io.spyglass.vendor.polygon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The terms of an option series.
///
/// @param contractType `call`, `put` or `other`
/// @param exerciseStyle `american`, `european` or `bermudan`
/// @param expirationDate a date, as in 2025-12-19
/// @param strikePrice dollars or points
/// @param additionalUnderlyings what else is delivered, after an adjustment
public record ContractRow(
    @Nullable String ticker,
    @Nullable String underlyingTicker,
    @Nullable String contractType,
    @Nullable String exerciseStyle,
    @Nullable String expirationDate,
    double strikePrice,
    double sharesPerContract,
    @Nullable String primaryExchange,
    @Nullable String cfi,
    int correction,
    List<Deliverable> additionalUnderlyings) {

  /// Something that is delivered beside the underlying.
  ///
  /// @param amount shares or dollars
  /// @param type `equity` or `currency`
  public record Deliverable(double amount, @Nullable String type, @Nullable String underlying) {}
}
