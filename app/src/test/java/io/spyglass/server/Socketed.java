package io.spyglass.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One end of a WebSocket on a bare socket with a small buffer, which reads only when told to.
///
/// Source: RFC 6455, sections 4.1 (handshake) and 5.2 (frames).
final class Socketed implements AutoCloseable {
  private static final int SMALL = 4096;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  final String handshake;

  Socketed(int port) throws IOException {
    socket.setReceiveBufferSize(SMALL);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        """
        GET /ws/stream HTTP/1.1
        Host: 127.0.0.1
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Extensions: permessage-deflate

        """
            .replace("\n", "\r\n");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    in = new DataInputStream(socket.getInputStream());
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    handshake = head.toString();
  }

  JsonNode next() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isLast = false;
    while (!isLast) {
      isLast = (in.readUnsignedByte() & 0x80) != 0;
      int length = in.readUnsignedByte();
      int size =
          switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
          };
      text.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
    }
    return JsonMapper.shared().readTree(text.toString());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
