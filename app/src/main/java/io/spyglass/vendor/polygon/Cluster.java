package io.spyglass.vendor.polygon;

import java.util.Locale;

/// The markets that have a socket of their own.
public enum Cluster {
  OPTIONS,
  STOCKS,
  INDICES;

  /// Its place below the socket's address.
  String path() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }
}
