package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SINKS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.integer;
import static io.spyglass.config.Types.oneOf;
import static io.spyglass.config.Types.path;

import java.nio.file.Path;
import java.util.List;

/// The Parquet files.
///
/// @param root absolute
/// @param compression as DuckDB names it: zstd, snappy, gzip or uncompressed
/// @param rowGroupSize rows
public record LakeSettings(Path root, String compression, int rowGroupSize) {
  static final Setting<Path> LAKE_ROOT =
      key(SINKS, "lake.root", path(), "data", "Folder of the Parquet files.");
  static final Setting<String> LAKE_COMPRESSION =
      key(
          SINKS,
          "lake.compression",
          oneOf("zstd", "snappy", "gzip", "uncompressed"),
          "zstd",
          "Compression of the Parquet files.");
  static final Setting<Integer> LAKE_ROW_GROUP_SIZE =
      key(
          SINKS,
          "lake.row_group_size",
          integer(2048, Integer.MAX_VALUE),
          "122880",
          "Rows of a row group.");

  static final List<Setting<?>> ALL = List.of(LAKE_ROOT, LAKE_COMPRESSION, LAKE_ROW_GROUP_SIZE);

  static LakeSettings of(Values values) {
    return new LakeSettings(
        values.resolve(values.get(LAKE_ROOT)),
        values.get(LAKE_COMPRESSION),
        values.get(LAKE_ROW_GROUP_SIZE));
  }
}
