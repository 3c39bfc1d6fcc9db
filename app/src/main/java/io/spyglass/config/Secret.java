package io.spyglass.config;

import java.util.Objects;

/// A key, token or password. It prints as its last four characters, or as nothing of itself where
/// four would be half of it or more.
public final class Secret {
  private static final String MASK = "****";
  private static final int SHOWN = 4;

  private final String value;

  public Secret(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret is not blank");
    }
    this.value = value;
  }

  /// The secret itself, for the one request that needs it.
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return value.length() > 2 * SHOWN ? MASK + value.substring(value.length() - SHOWN) : MASK;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }
}
