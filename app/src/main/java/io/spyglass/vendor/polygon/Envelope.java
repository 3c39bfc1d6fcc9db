package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// What the vendor says around its results.
///
/// @param status `OK`, `DELAYED`, or a word that says no
/// @param error why not, by the gateway
/// @param message why not, by what is behind the gateway
/// @param nextUrl of the page behind this one, null on the last
/// @param count of the results of this page, where it is given
/// @param queryCount aggregates that were scanned
/// @param resultsCount bars in this page
/// @param adjusted whether prices are adjusted for splits
/// @param ticker what the results are about
record Envelope(
    @Nullable String status,
    @Nullable String requestId,
    @Nullable String error,
    @Nullable String message,
    @Nullable String nextUrl,
    long count,
    @Wire({"queryCount", "query_count"}) long queryCount,
    @Wire({"resultsCount", "results_count"}) long resultsCount,
    @Nullable Boolean adjusted,
    @Nullable String ticker) {

  /// The vendor's words of refusal, null where it did not refuse.
  @Nullable String refusal() {
    if (status == null || isSuccess(status)) {
      return null;
    }
    return status + words();
  }

  /// What the vendor said, behind a colon, or nothing.
  String words() {
    String said = message == null ? error : message;
    return said == null || said.isBlank() ? "" : ": " + said;
  }

  private static boolean isSuccess(String status) {
    return status.equalsIgnoreCase("OK")
        || status.equalsIgnoreCase("DELAYED")
        || status.equalsIgnoreCase("success");
  }
}
