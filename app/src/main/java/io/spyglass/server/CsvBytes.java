package io.spyglass.server;

import io.spyglass.calendar.NewYork;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes comma-separated values (RFC 4180, UTF-8) into a growing array of bytes that is used again
/// and again.
///
/// What is unknown is an empty cell. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it. Owned by one thread.
final class CsvBytes {
  private static final String FORMULA_SIGNS = "=+-@\t\r";
  private static final String QUOTED_SIGNS = ",\"\r\n";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;

  private byte[] bytes = new byte[1 << 12];
  private int size;
  private boolean isBehindCell;
  private long epochDay = Long.MIN_VALUE;
  private byte[] date = {};

  CsvBytes text(@Nullable String text) {
    separate();
    if (text == null || text.isEmpty()) {
      return this;
    }
    String safe = FORMULA_SIGNS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    boolean isQuoted = safe.chars().anyMatch(sign -> QUOTED_SIGNS.indexOf(sign) >= 0);
    String cell = isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    return put(cell.getBytes(StandardCharsets.UTF_8));
  }

  CsvBytes integer(long value) {
    separate();
    reserve(Digits.LONGEST);
    size = Digits.whole(bytes, size, value);
    return this;
  }

  /// A number rounded to `decimals` digits behind the point, 0 to 8.
  CsvBytes number(double value, int decimals) {
    separate();
    if (Double.isFinite(value)) {
      reserve(Digits.LONGEST);
      size = Digits.fixed(bytes, size, value, decimals);
    }
    return this;
  }

  CsvBytes truth(boolean value) {
    return text(Boolean.toString(value));
  }

  /// An instant in UTC with nine decimals of a second.
  CsvBytes utc(long epochNanos) {
    return time(epochNanos, ZoneOffset.UTC);
  }

  /// An instant on New York's clock with nine decimals of a second, and how far that is from UTC.
  CsvBytes newYork(long epochNanos) {
    return time(epochNanos, ZoneOffset.ofTotalSeconds(NewYork.offsetSeconds(epochNanos)));
  }

  private CsvBytes time(long epochNanos, ZoneOffset offset) {
    separate();
    long local = epochNanos + offset.getTotalSeconds() * NANOS_PER_SECOND;
    put(date(Math.floorDiv(local, NANOS_PER_DAY)));
    long nanos = Math.floorMod(local, NANOS_PER_DAY);
    long seconds = nanos / NANOS_PER_SECOND;
    digits('T', seconds / 3600, 2);
    digits(':', seconds / 60 % 60, 2);
    digits(':', seconds % 60, 2);
    digits('.', nanos % NANOS_PER_SECOND, 9);
    return put(Digits.ascii(offset.getId()));
  }

  private byte[] date(long day) {
    if (day != epochDay) {
      epochDay = day;
      date = Digits.ascii(LocalDate.ofEpochDay(day).toString());
    }
    return date;
  }

  private void digits(char before, long value, int count) {
    reserve(1 + count);
    bytes[size++] = (byte) before;
    long rest = value;
    for (int place = size + count - 1; place >= size; place--) {
      bytes[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += count;
  }

  CsvBytes endLine() {
    isBehindCell = false;
    return put(new byte[] {'\r', '\n'});
  }

  private void separate() {
    if (isBehindCell) {
      reserve(1);
      bytes[size++] = ',';
    }
    isBehindCell = true;
  }

  private CsvBytes put(byte[] word) {
    reserve(word.length);
    size = Digits.word(bytes, size, word);
    return this;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /// How many bytes stand written.
  int size() {
    return size;
  }

  /// Hands on what stands written, and begins again.
  void drain(OutputStream to) throws IOException {
    to.write(bytes, 0, size);
    size = 0;
  }

  /// What stands written as text.
  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
