package io.spyglass.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.BiConsumer;

/// The least that a client takes for the vendor's sockets (RFC 6455), so that as little as can be
/// of the machine goes to them: a greeting, and whatever is sent. Each connection is read by a
/// virtual thread.
final class BareSockets implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String KEY = "sec-websocket-key:";
  private static final int TEXT = 0x81;
  private static final int PONG = 0x8A;
  private static final int CLOSE = 8;
  private static final int PING = 9;

  private final ServerSocket listening;
  private final BiConsumer<Connection, String> ear;

  /// Listens on a free port of the loopback.
  ///
  /// @param ear hears what a client says
  BareSockets(BiConsumer<Connection, String> ear) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.ear = ear;
    Thread _ = Thread.ofVirtual().name("vendor").start(this::listen);
  }

  String url() {
    return "ws://127.0.0.1:" + listening.getLocalPort();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread _ = Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        close();
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      Connection connection = new Connection(socket);
      connection.open();
      connection.read(ear);
    } catch (IOException e) {
      // The client is gone, as it may be.
    }
  }

  /// One client. Whoever sends waits until it takes it. Thread-safe.
  static final class Connection {
    private final DataInputStream in;
    private final OutputStream out;
    private String path = "";

    private Connection(Socket socket) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      this.out = socket.getOutputStream();
    }

    /// The path that it asked for.
    String path() {
      return path;
    }

    private void open() throws IOException {
      path = line().split(" ", 3)[1];
      String key = "";
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.regionMatches(true, 0, KEY, 0, KEY.length())) {
          key = line.substring(KEY.length()).strip();
        }
      }
      String answer =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accepted(key)
              + "\r\n\r\n";
      out.write(answer.getBytes(ISO_8859_1));
      send("[{\"ev\":\"status\",\"status\":\"connected\",\"message\":\"Connected Successfully\"}]");
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int each = in.readUnsignedByte(); each != '\n'; each = in.readUnsignedByte()) {
        if (each != '\r') {
          line.append((char) each);
        }
      }
      return line.toString();
    }

    private static String accepted(String key) {
      try {
        byte[] sum = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
        return Base64.getEncoder().encodeToString(sum);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-1", e);
      }
    }

    private void read(BiConsumer<Connection, String> ear) throws IOException {
      while (true) {
        int kind = in.readUnsignedByte() & 15;
        byte[] told = payload(in.readUnsignedByte() & 127);
        switch (kind) {
          case CLOSE -> {
            return;
          }
          case PING -> send(PONG, told, told.length);
          default -> ear.accept(this, new String(told, UTF_8));
        }
      }
    }

    private byte[] payload(int shortLength) throws IOException {
      int length =
          switch (shortLength) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> shortLength;
          };
      byte[] mask = in.readNBytes(4);
      byte[] told = in.readNBytes(length);
      for (int i = 0; i < told.length; i++) {
        told[i] ^= mask[i & 3];
      }
      return told;
    }

    void send(String text) {
      byte[] bytes = text.getBytes(UTF_8);
      try {
        send(TEXT, bytes, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Sends the first bytes of a text.
    void send(byte[] text, int length) throws IOException {
      send(TEXT, text, length);
    }

    private synchronized void send(int kind, byte[] payload, int length) throws IOException {
      byte[] head;
      if (length < 126) {
        head = new byte[] {(byte) kind, (byte) length};
      } else if (length < 1 << 16) {
        head = new byte[] {(byte) kind, 126, (byte) (length >> 8), (byte) length};
      } else {
        head = new byte[10];
        head[0] = (byte) kind;
        head[1] = 127;
        for (int i = 0; i < 4; i++) {
          head[6 + i] = (byte) (length >> (24 - 8 * i));
        }
      }
      out.write(head);
      out.write(payload, 0, length);
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
