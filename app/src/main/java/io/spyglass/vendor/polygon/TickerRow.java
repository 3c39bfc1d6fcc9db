package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// A stock, fund or index and, where one is asked for by name, the company behind it.
///
/// @param marketCap dollars
/// @param listDate as in 1980-12-12
public record TickerRow(
    @Nullable String ticker,
    @Nullable String name,
    @Nullable String market,
    @Nullable String locale,
    @Nullable String primaryExchange,
    @Nullable String type,
    @Nullable Boolean active,
    @Nullable String currencyName,
    @Nullable String cik,
    @Nullable String compositeFigi,
    @Nullable String shareClassFigi,
    @Nullable String lastUpdatedUtc,
    @Nullable String delistedUtc,
    @Nullable String sourceFeed,
    double marketCap,
    @Nullable String phoneNumber,
    @Nullable Address address,
    @Nullable String description,
    @Nullable String sicCode,
    @Nullable String sicDescription,
    @Nullable String tickerRoot,
    @Nullable String tickerSuffix,
    @Nullable String homepageUrl,
    long totalEmployees,
    @Nullable String listDate,
    @Nullable Branding branding,
    double shareClassSharesOutstanding,
    double weightedSharesOutstanding,
    double roundLot) {

  /// Where the company is.
  public record Address(
      @Nullable String address1,
      @Nullable String address2,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode) {}

  /// What the company looks like.
  public record Branding(@Nullable String logoUrl, @Nullable String iconUrl) {}
}
