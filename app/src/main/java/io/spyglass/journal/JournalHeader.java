package io.spyglass.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spyglass.session.CorruptFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.CRC32C;

/// The first 128 bytes of a journal; the table is in the package's documentation.
///
/// @param day the trading day that the journal records
record JournalHeader(LocalDate day) {
  static final int BYTES = 128;

  private static final byte[] MAGIC = "SPYGLASS".getBytes(US_ASCII);
  private static final short VERSION = 1;
  private static final int VERSION_AT = 8;
  private static final int DAY_AT = 12;
  private static final int TEXT_AT = 16;
  private static final int CHECKSUM_AT = BYTES - Integer.BYTES;

  ByteBuffer toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    String text =
        " market journal of " + day + ", little-endian; format: package io.spyglass.journal\n";
    bytes.put(0, MAGIC);
    bytes.putShort(VERSION_AT, VERSION);
    bytes.putShort(VERSION_AT + Short.BYTES, (short) BYTES);
    bytes.putInt(DAY_AT, Math.toIntExact(day.toEpochDay()));
    bytes.put(TEXT_AT, text.getBytes(US_ASCII));
    bytes.putInt(CHECKSUM_AT, checksum(bytes));
    return bytes;
  }

  /// The header in `bytes`, all that the file has of its first 128.
  ///
  /// @throws CorruptFile for a file that is damaged, foreign or of another version
  static JournalHeader of(ByteBuffer bytes, Path file) {
    if (bytes.limit() < BYTES || !beginsWithMagic(bytes)) {
      throw new CorruptFile(
          file + " is no Spyglass journal (at offset 0); move it out of the journal folder", null);
    }
    short version = bytes.getShort(VERSION_AT);
    if (version != VERSION) {
      throw new CorruptFile(
          file
              + " has journal format "
              + version
              + ", and this program reads format "
              + VERSION
              + "; read it with the version that wrote it",
          null);
    }
    if (bytes.getInt(CHECKSUM_AT) != checksum(bytes)) {
      throw new CorruptFile(
          file + " is damaged in its header (at offset 0); restore the file from a copy", null);
    }
    return new JournalHeader(LocalDate.ofEpochDay(bytes.getInt(DAY_AT)));
  }

  /// Whether a file is what a crash leaves that came before the header was on the disk: nothing, a
  /// part of a header, or no more than zeros in its place.
  static boolean isUnborn(ByteBuffer bytes, long fileSize) {
    boolean zeros = true;
    for (int i = 0; i < bytes.limit(); i++) {
      zeros &= bytes.get(i) == 0;
    }
    return (fileSize < BYTES && beginsWithMagic(bytes)) || (fileSize <= BYTES && zeros);
  }

  private static boolean beginsWithMagic(ByteBuffer bytes) {
    for (int i = 0; i < Math.min(MAGIC.length, bytes.limit()); i++) {
      if (bytes.get(i) != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().position(0).limit(CHECKSUM_AT));
    return (int) crc.getValue();
  }
}
