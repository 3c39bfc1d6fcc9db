package io.spyglass.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The log that a JVM writes with `-Xlog:gc:file=…`, read from where it was left. Owned by one
/// thread.
final class GcLog {
  private static final Pattern PAUSE =
      Pattern.compile("Pause .*? (\\d+)M->(\\d+)M\\((\\d+)M\\) ([\\d.]+)ms");

  private final Path file;
  private long read;

  GcLog(Path file) {
    this.file = file;
  }

  /// What collections left and took.
  ///
  /// @param leastMegabytes the least heap in use behind one, -1 where there was none
  /// @param longestMillis the longest pause
  record Collections(int count, long leastMegabytes, double longestMillis) {}

  /// The collections since it was asked last.
  Collections next() throws IOException {
    byte[] all = Files.readAllBytes(file);
    String fresh = new String(all, (int) read, (int) (all.length - read), StandardCharsets.UTF_8);
    read = all.length;
    int count = 0;
    long least = -1;
    double longest = 0;
    Matcher pause = PAUSE.matcher(fresh);
    while (pause.find()) {
      long left = Long.parseLong(pause.group(2));
      least = least < 0 ? left : Math.min(least, left);
      longest = Math.max(longest, Double.parseDouble(pause.group(4)));
      count++;
    }
    return new Collections(count, least, longest);
  }
}
