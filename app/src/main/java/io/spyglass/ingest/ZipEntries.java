package io.spyglass.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The entries of a zip, in file order; a zip within a zip is opened too.
///
/// They are read from the front, because the JDK's `ZipFile` refuses the central directory of some
/// zips that LEAN ships; the directory's end is read for the number of entries alone, so that a zip
/// cut between two entries does not pass for a whole one. Checksums are verified.
final class ZipEntries {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int END_COUNT_OFFSET = 10;
  private static final int COUNT_IN_ZIP64 = 0xffff;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int LOCATOR_END_OFFSET = 8;
  private static final int END64_COUNT_OFFSET = 32;

  private ZipEntries() {}

  /// Takes an entry.
  interface Visitor {
    void entry(String name, byte[] bytes);
  }

  /// Reads every entry.
  ///
  /// @throws IOException where the zip is cut short or an entry is damaged; the entries before it
  ///   have been visited
  static void read(Path file, Visitor visitor) throws IOException {
    read(Files.readAllBytes(file), visitor);
  }

  private static void read(byte[] zip, Visitor visitor) throws IOException {
    long expected = count(zip);
    long found = 0;
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        found++;
        if (!entry.isDirectory()) {
          visit(entry.getName(), entries.readAllBytes(), visitor);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("an entry's name does not read: " + e.getMessage());
    }
    if (found != expected) {
      throw new ZipException("it holds " + found + " of its " + expected + " entries");
    }
  }

  private static void visit(String name, byte[] bytes, Visitor visitor) throws IOException {
    if (name.endsWith(".zip")) {
      read(bytes, visitor);
    } else {
      visitor.entry(name, bytes);
    }
  }

  /// How many entries the end of the central directory tells, in the form of zip64 where it says so
  /// (PKWARE, APPNOTE.TXT, sections 4.3.14 to 4.3.16).
  private static long count(byte[] zip) throws ZipException {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = zip.length - END_LENGTH; at >= 0; at--) {
      if (bytes.getInt(at) == END_SIGNATURE) {
        int count = Short.toUnsignedInt(bytes.getShort(at + END_COUNT_OFFSET));
        return count == COUNT_IN_ZIP64 ? countInZip64(bytes, at - LOCATOR_LENGTH) : count;
      }
    }
    throw new ZipException("its end is missing");
  }

  private static long countInZip64(ByteBuffer bytes, int locator) throws ZipException {
    if (locator >= 0 && bytes.getInt(locator) == LOCATOR_SIGNATURE) {
      long end = bytes.getLong(locator + LOCATOR_END_OFFSET);
      if (end >= 0 && end <= locator - END64_COUNT_OFFSET - Long.BYTES) {
        return bytes.getLong((int) end + END64_COUNT_OFFSET);
      }
    }
    throw new ZipException("its end is damaged");
  }
}
