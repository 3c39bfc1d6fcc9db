package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SOURCES;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Setting.variable;
import static io.spyglass.config.Types.integer;
import static io.spyglass.config.Types.listOf;
import static io.spyglass.config.Types.root;
import static io.spyglass.config.Types.secret;
import static io.spyglass.config.Types.text;
import static io.spyglass.config.Types.truth;
import static io.spyglass.config.Types.url;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The data vendors: keys, hosts, limits.
///
/// @param databentoApiKey for historical OPRA downloads
/// @param tickers what a backfill of everything fetches
public record VendorSettings(
    Polygon polygon, Tradier tradier, Optional<Secret> databentoApiKey, List<String> tickers) {
  static final Setting<Secret> POLYGON_API_KEY =
      key(SOURCES, "polygon.api_key", secret(), "", "Polygon/Massive key.").or("POLYGON_API_KEY");
  static final Setting<URI> POLYGON_BASE_URL =
      key(
              SOURCES,
              "polygon.base_url",
              url("https", "http"),
              "https://api.massive.com",
              "Polygon's REST host, a simulator or a proxy.")
          .or("POLYGON_BASE_URL");
  static final Setting<URI> POLYGON_WS_URL =
      key(
              SOURCES,
              "polygon.ws_url",
              url("wss", "ws"),
              "wss://socket.massive.com",
              "Polygon's WebSocket host, a simulator or a proxy.")
          .or("POLYGON_WS_URL");
  static final Setting<Integer> POLYGON_RATE =
      key(
          SOURCES,
          "polygon.rate_limiting.total_requests_per_minute",
          integer(1, Integer.MAX_VALUE),
          "3000",
          "Most requests a minute with one key; the free plan allows 5.");
  static final Setting<Secret> TRADIER_ACCESS_TOKEN =
      key(SOURCES, "tradier.access_token", secret(), "", "Tradier bearer token.")
          .or("TRADIER_ACCESS_TOKEN");
  static final Setting<String> TRADIER_ACCOUNT_ID =
      key(SOURCES, "tradier.account_id", text(), "", "Tradier paper account.")
          .or("TRADIER_ACCOUNT_ID");
  static final Setting<URI> TRADIER_BASE_URL =
      key(
              SOURCES,
              "tradier.base_url",
              url("https", "http"),
              "https://sandbox.tradier.com/v1",
              "Tradier's host; orders go to the sandbox or to loopback only.")
          .or("TRADIER_BASE_URL");
  static final Setting<Integer> TRADIER_RATE =
      key(
          SOURCES,
          "tradier.rate_limiting.total_requests_per_minute",
          integer(1, Integer.MAX_VALUE),
          "60",
          "Most requests a minute with one token.");
  static final Setting<Boolean> TRADIER_ALLOW_LIVE =
      variable(
          "TRADIER_ALLOW_LIVE",
          truth(),
          "false",
          "With yes, orders may go to a host that is neither the sandbox nor loopback.");
  static final Setting<Secret> DATABENTO_API_KEY =
      key(SOURCES, "databento.api_key", secret(), "", "Databento key for historical OPRA data.")
          .or("DATABENTO_API_KEY");
  static final Setting<List<String>> TICKERS =
      key(SOURCES, "tickers", listOf(root()), "SPY", "What backfill-all fetches.");

  static final List<Setting<?>> ALL =
      List.of(
          POLYGON_API_KEY,
          POLYGON_BASE_URL,
          POLYGON_WS_URL,
          POLYGON_RATE,
          TRADIER_ACCESS_TOKEN,
          TRADIER_ACCOUNT_ID,
          TRADIER_BASE_URL,
          TRADIER_RATE,
          TRADIER_ALLOW_LIVE,
          DATABENTO_API_KEY,
          TICKERS);

  /// Polygon, or Massive, as it is called now.
  ///
  /// @param restUrl without a final slash
  /// @param socketUrl without a final slash
  public record Polygon(
      Optional<Secret> apiKey, URI restUrl, URI socketUrl, int requestsPerMinute) {
    private static final String PROMPT = "socket.";

    /// The same for a plan that delivers late: `delayed.massive.com` for `socket.massive.com`. A
    /// host of another name, such as a simulator, stays.
    public Polygon delayed() {
      String host = String.valueOf(socketUrl.getHost());
      if (!host.startsWith(PROMPT)) {
        return this;
      }
      String late = "delayed." + host.substring(PROMPT.length());
      URI url = URI.create(socketUrl.toString().replaceFirst(Pattern.quote(host), late));
      return new Polygon(apiKey, restUrl, url, requestsPerMinute);
    }
  }

  /// Tradier.
  ///
  /// @param url without a final slash
  /// @param allowLive whether orders may go to a host that is neither the sandbox nor loopback
  public record Tradier(
      Optional<Secret> accessToken,
      Optional<String> accountId,
      URI url,
      int requestsPerMinute,
      boolean allowLive) {}

  static VendorSettings of(Values values) {
    return new VendorSettings(
        new Polygon(
            values.find(POLYGON_API_KEY),
            values.get(POLYGON_BASE_URL),
            values.get(POLYGON_WS_URL),
            values.get(POLYGON_RATE)),
        new Tradier(
            values.find(TRADIER_ACCESS_TOKEN),
            values.find(TRADIER_ACCOUNT_ID),
            values.get(TRADIER_BASE_URL),
            values.get(TRADIER_RATE),
            values.get(TRADIER_ALLOW_LIVE)),
        values.find(DATABENTO_API_KEY),
        values.get(TICKERS));
  }
}
