package io.spyglass.server;

import java.util.Locale;

/// Reads the authority of a URL or of a `Host` header: `localhost:8000`, `[::1]:8000`.
final class Hosts {
  private Hosts() {}

  /// The authority of an origin, `localhost:5173` of `http://localhost:5173`.
  static String authority(String origin) {
    int scheme = origin.indexOf("://");
    return origin.substring(scheme < 0 ? 0 : scheme + 3).toLowerCase(Locale.ROOT);
  }

  /// The host of an authority, without its port.
  static String host(String authority) {
    int from = authority.lastIndexOf(']');
    int port = authority.indexOf(':', Math.max(from, 0));
    boolean isBareAddress = from < 0 && authority.indexOf(':') != authority.lastIndexOf(':');
    return port < 0 || isBareAddress ? authority : authority.substring(0, port);
  }

  /// Whether the name or address is this machine's own.
  static boolean isLoopback(String host) {
    String bare = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    return bare.equals("localhost")
        || bare.endsWith(".localhost")
        || bare.equals("::1")
        || bare.matches("127(\\.\\d{1,3}){3}");
  }
}
