package io.spyglass.vendor.polygon.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One end of a WebSocket on a bare TCP socket, where the end of the stream is seen for certain:
/// the JDK's client misses one that comes soon behind a frame.
///
/// Source: RFC 6455, sections 4.1 (handshake) and 5.2 (frames).
final class Bare implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int TEXT = 0x81;
  private static final int PING = 0x89;
  private static final int MASKED = 0x80;

  private final Socket socket;
  private final DataInputStream in;

  Bare(int port, Cluster cluster) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    String request =
        """
        GET /%s HTTP/1.1
        Host: 127.0.0.1
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13

        """
            .formatted(cluster.word())
            .replace("\n", "\r\n");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    in = new DataInputStream(socket.getInputStream());
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
  }

  /// Sends a short text, masked with zeros.
  void say(String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[payload.length + 6];
    frame[0] = (byte) TEXT;
    frame[1] = (byte) (MASKED | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    socket.getOutputStream().write(frame);
  }

  /// Asks for a pong.
  void ping() throws IOException {
    socket.getOutputStream().write(new byte[] {(byte) PING, (byte) MASKED, 0, 0, 0, 0});
  }

  /// The text of the next frame.
  String hear() throws IOException {
    int type = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    int size = length == 126 ? in.readUnsignedShort() : length;
    String text = new String(in.readNBytes(size), StandardCharsets.US_ASCII);
    return type == TEXT ? text : "frame " + type;
  }

  /// The next byte, -1 at the end of the stream.
  int read() throws IOException {
    return in.read();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
