package io.spyglass.ingest;

import io.spyglass.vendor.lean.SecurityType;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file's path tells: `…/Data/{type}/{market}/{resolution}/{symbol}/{file}`.
///
/// @param data the data folder, null where the path names no kind of security
/// @param type the kind of security, null where the path names none
/// @param isImported whether files of this folder are read: not those of other kinds of security,
///   of hours, days and ticks, or of lists
/// @param label the folder as the report names it
record LeanPlace(
    @Nullable Path data, @Nullable SecurityType type, boolean isImported, String label) {
  private static final Set<String> RESOLUTIONS_READ = Set.of("minute", "second");
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "alternative",
          "base",
          "cfd",
          "crypto",
          "cryptofuture",
          "forex",
          "future",
          "futureoption");
  private static final int LABEL_NAMES = 3;

  /// The place of a file.
  ///
  /// @param file absolute
  /// @param root the folder that is imported
  static LeanPlace of(Path file, Path root) {
    int names = file.getNameCount();
    for (int i = names - 2; i >= 0; i--) {
      String name = file.getName(i).toString();
      SecurityType type = SecurityType.ofFolder(name);
      if (type != null) {
        String resolution = i + 2 < names - 1 ? file.getName(i + 2).toString() : "";
        boolean read = resolution.isEmpty() || RESOLUTIONS_READ.contains(resolution);
        return new LeanPlace(prefix(file, i), type, read, label(file, i));
      }
      if (OTHER_TYPES.contains(name)) {
        return new LeanPlace(null, null, false, label(file, i));
      }
    }
    return new LeanPlace(null, null, true, label(file, root.getNameCount()));
  }

  private static Path prefix(Path file, int names) {
    Path root = file.toAbsolutePath().getRoot();
    return names == 0 ? root : root.resolve(file.subpath(0, names));
  }

  private static String label(Path file, int from) {
    int to = Math.min(file.getNameCount() - 1, from + LABEL_NAMES);
    return from < to ? file.subpath(from, to).toString() : ".";
  }
}
