package io.spyglass.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The frame around the events that one write and one fsync made durable.
///
/// A block states its own place in the file, so that a block is recognised wherever a search meets
/// it, and bytes copied from elsewhere are none.
final class Block {
  /// Bytes of a frame in front of its payload.
  static final int HEADER_BYTES = 20;

  private static final int PAYLOAD_BYTES_AT = 8;
  private static final int EVENTS_AT = 12;
  private static final int CHECKSUM_AT = 16;

  private Block() {}

  /// Fills in the header of the block that begins at 0 and ends at the buffer's position.
  static void seal(ByteBuffer buffer, long filePosition, int events) {
    int payloadBytes = buffer.position() - HEADER_BYTES;
    buffer.putLong(0, filePosition);
    buffer.putInt(PAYLOAD_BYTES_AT, payloadBytes);
    buffer.putInt(EVENTS_AT, events);
    buffer.putInt(CHECKSUM_AT, checksum(buffer, 0, payloadBytes));
  }

  /// Bytes of the block whose header begins at `at`, or 0 where no header of a block that lies at
  /// `filePosition` and fits into `available` bytes is there.
  static int size(ByteBuffer buffer, int at, long filePosition, long available) {
    int payloadBytes = buffer.getInt(at + PAYLOAD_BYTES_AT);
    boolean plausible =
        buffer.getLong(at) == filePosition
            && payloadBytes > 0
            && payloadBytes <= available - HEADER_BYTES
            && payloadBytes <= Integer.MAX_VALUE - HEADER_BYTES
            && buffer.getInt(at + EVENTS_AT) > 0;
    return plausible ? HEADER_BYTES + payloadBytes : 0;
  }

  /// Whether the block that begins at `at` has the bytes it was written with.
  static boolean isIntact(ByteBuffer buffer, int at) {
    int payloadBytes = buffer.getInt(at + PAYLOAD_BYTES_AT);
    return buffer.getInt(at + CHECKSUM_AT) == checksum(buffer, at, payloadBytes);
  }

  static int events(ByteBuffer buffer, int at) {
    return buffer.getInt(at + EVENTS_AT);
  }

  /// CRC-32C (RFC 3720, appendix B.4) of the header before the checksum and the payload behind it.
  private static int checksum(ByteBuffer buffer, int at, int payloadBytes) {
    CRC32C crc = new CRC32C();
    ByteBuffer view = buffer.duplicate();
    crc.update(view.limit(at + CHECKSUM_AT).position(at));
    int payload = at + HEADER_BYTES;
    crc.update(view.limit(payload + payloadBytes).position(payload));
    return (int) crc.getValue();
  }
}
