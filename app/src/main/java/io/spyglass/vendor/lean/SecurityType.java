package io.spyglass.vendor.lean;

import org.jspecify.annotations.Nullable;

/// The kinds of security whose data can be read, by the name of their folder.
public enum SecurityType {
  EQUITY("equity", 10_000),
  INDEX("index", 1),
  OPTION("option", 10_000),
  INDEX_OPTION("indexoption", 10_000);

  private final String folder;
  private final int priceScale;

  SecurityType(String folder, int priceScale) {
    this.folder = folder;
    this.priceScale = priceScale;
  }

  /// The type whose folder has this name, or null for any other folder.
  public static @Nullable SecurityType ofFolder(String name) {
    for (SecurityType type : values()) {
      if (type.folder.equals(name)) {
        return type;
      }
    }
    return null;
  }

  /// By how much a written price is larger than the price.
  int priceScale() {
    return priceScale;
  }
}
