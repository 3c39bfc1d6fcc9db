package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.spyglass.config.Secret;
import io.spyglass.config.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides who may ask for what, and sets the headers that hold a browser to it. Immutable.
///
/// - A page of another origin may use the API and the stream if the settings name its origin, or
///   `*`; any other may neither change something nor open the stream.
/// - A server on loopback answers to loopback names only, so that a name made to point at it (DNS
///   rebinding) opens nothing.
/// - What changes something needs the key, where one is set; without a key it is refused off
///   loopback.
final class Guard {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";
  private static final String KEY_HEADER = "X-API-Key";

  private static final String ANY = "*";

  private final ServerSettings settings;
  private final Set<String> origins = new HashSet<>();
  private final Set<String> hosts = new HashSet<>();

  Guard(ServerSettings settings) {
    this.settings = settings;
    hosts.add(settings.host().toLowerCase(Locale.ROOT));
    for (String origin : settings.corsOrigins()) {
      origins.add(origin.toLowerCase(Locale.ROOT));
      hosts.add(Hosts.host(Hosts.authority(origin)));
    }
  }

  /// Sets the headers of every answer.
  void harden(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  /// Lets a request to the API or the stream pass, or throws a [Problem].
  void admit(Context context) {
    context.header(Header.CACHE_CONTROL, "no-store");
    admitHost(context.header(Header.HOST));
    String origin = context.header(Header.ORIGIN);
    if (origin != null && isNamed(origin)) {
      share(context, origin);
    } else if (origin != null && isGuarded(context) && !isOwn(context, origin)) {
      throw new Problem(
          HttpStatus.FORBIDDEN,
          "Pages of " + origin + " may not use this server; CORS_ORIGINS names those that may");
    }
  }

  private boolean isNamed(String origin) {
    return origins.contains(ANY) || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  /// Whether only this machine can reach the server.
  private boolean isLoopback() {
    return Hosts.isLoopback(settings.host());
  }

  private void admitHost(@Nullable String authority) {
    if (authority == null || !isLoopback() || origins.contains(ANY)) {
      return;
    }
    String host = Hosts.host(authority.toLowerCase(Locale.ROOT));
    if (!Hosts.isLoopback(host) && !hosts.contains(host)) {
      throw new Problem(
          HttpStatus.MISDIRECTED_REQUEST,
          "This server listens on loopback and does not answer to the name "
              + host
              + "; use localhost, or name its origin in CORS_ORIGINS");
    }
  }

  private static boolean isGuarded(Context context) {
    return !context.method().equals(HandlerType.GET) || context.path().startsWith("/ws/");
  }

  private static boolean isOwn(Context context, String origin) {
    String host = context.header(Header.HOST);
    return host != null && Hosts.authority(origin).equals(host.toLowerCase(Locale.ROOT));
  }

  private static void share(Context context, String origin) {
    context.header("Access-Control-Allow-Origin", origin);
    context.header("Access-Control-Allow-Methods", "GET, POST");
    context.header("Access-Control-Allow-Headers", "Content-Type, " + KEY_HEADER);
    context.header("Access-Control-Max-Age", "600");
    context.header(Header.VARY, Header.ORIGIN);
  }

  /// Lets a request that changes something pass, or throws a [Problem].
  ///
  /// @param isFreeOnLoopback whether it needs no key on loopback
  void admitChange(Context context, boolean isFreeOnLoopback) {
    if (isFreeOnLoopback && isLoopback()) {
      return;
    }
    if (settings.adminApiKey().isEmpty() && isLoopback()) {
      return;
    }
    if (settings.adminApiKey().isEmpty()) {
      throw new Problem(
          HttpStatus.FORBIDDEN,
          "Off loopback this needs a key: set ADMIN_API_KEY and send it as " + KEY_HEADER);
    }
    if (!isKey(settings.adminApiKey().get(), context.header(KEY_HEADER))) {
      throw new Problem(
          HttpStatus.UNAUTHORIZED, "This needs the header " + KEY_HEADER + " with the admin key");
    }
  }

  private static boolean isKey(Secret key, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            key.reveal().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
