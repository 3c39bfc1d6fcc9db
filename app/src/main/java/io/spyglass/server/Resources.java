package io.spyglass.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Files of the program itself.
final class Resources {
  private Resources() {}

  /// What a file holds, null where it is not in this build.
  static byte @Nullable [] find(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the program's own files", e);
    }
  }

  /// What a file holds that every build has.
  static byte[] read(String name) {
    byte[] found = find(name);
    if (found == null) {
      throw new IllegalStateException(name + " is not in this build");
    }
    return found;
  }
}
