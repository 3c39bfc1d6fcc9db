package io.spyglass.lake;

/// How the lake writes its files and what its engine may use.
///
/// @param compression a Parquet codec: `zstd`, `snappy`, `gzip`, `lz4` or `uncompressed`
/// @param rowGroupSize rows a row group, 2048 or more
/// @param memoryMegabytes what the engine may hold in memory, beside the heap; beyond it, it spills
///   to the machine's temporary folder
/// @param threads how many threads the engine may use
public record LakeOptions(String compression, int rowGroupSize, int memoryMegabytes, int threads) {
  private static final int MOST_THREADS = 4;

  public LakeOptions {
    if (!compression.matches("zstd|snappy|gzip|lz4|uncompressed")) {
      throw new IllegalArgumentException(
          "compression '" + compression + "' is none of zstd, snappy, gzip, lz4 and uncompressed");
    }
    if (rowGroupSize < 2048) {
      throw new IllegalArgumentException("a row group of " + rowGroupSize + " rows is below 2048");
    }
    if (memoryMegabytes < 128) {
      throw new IllegalArgumentException(
          "a lake memory of " + memoryMegabytes + " MB is below 128 MB");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("the lake wants at least one thread, not " + threads);
    }
  }

  /// ZSTD, row groups of 122,880 rows, 512 MB and the machine's processors, four at most.
  public static LakeOptions defaults() {
    return new LakeOptions(
        "zstd", 122_880, 512, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  /// These options with another form of files.
  public LakeOptions with(String otherCompression, int otherRowGroupSize) {
    return new LakeOptions(otherCompression, otherRowGroupSize, memoryMegabytes, threads);
  }
}
