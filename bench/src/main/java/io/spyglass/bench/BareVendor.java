package io.spyglass.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vendor's sockets with as many trades a second as wanted: whatever is subscribed is traded in
/// turn, one contract a trade, at its own price. Frames are rendered beforehand but for time and
/// number.
///
/// The n-th trade is due at a known instant, and counts from then on, however late it goes out.
final class BareVendor implements AutoCloseable {
  private static final long FIRST_NUMBER = 1_000_000_000L;
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long TICK_NANOS = Duration.ofMillis(2).toNanos();
  private static final int MOST_IN_A_FRAME = 500;
  private static final int LONGEST_TRADE = 160;

  private final SimulatedClock clock;
  private final double spot;
  private final BareSockets sockets;
  private final TreeSet<String> wanted = new TreeSet<>();
  private volatile BareSockets.@Nullable Connection options;
  private volatile BareSockets.@Nullable Connection indices;
  private volatile long wantedAt = System.nanoTime();

  /// @param clock of the market
  /// @param spot of the index, always
  BareVendor(SimulatedClock clock, double spot) throws IOException {
    this.clock = clock;
    this.spot = spot;
    this.sockets = new BareSockets(this::hear);
  }

  String url() {
    return sockets.url();
  }

  private void hear(BareSockets.Connection from, String text) {
    JsonNode said = JsonMapper.shared().readTree(text);
    String params = said.path("params").asString("");
    switch (said.path("action").asString("")) {
      case "auth" -> {
        from.send(
            "[{\"ev\":\"status\",\"status\":\"auth_success\",\"message\":\"authenticated\"}]");
        if (from.path().equals("/options")) {
          options = from;
        } else {
          indices = from;
        }
      }
      case "subscribe" -> {
        for (String channel : params.split(",", -1)) {
          subscribe(from, channel);
        }
      }
      default -> {}
    }
  }

  private void subscribe(BareSockets.Connection from, String channel) {
    from.send(
        "[{\"ev\":\"status\",\"status\":\"success\",\"message\":\"subscribed to: "
            + channel
            + "\"}]");
    if (channel.startsWith("T.")) {
      synchronized (wanted) {
        wanted.add(channel.substring(2));
      }
      wantedAt = System.nanoTime();
    }
  }

  /// Waits until a client has subscribed and wants no more for some seconds; gives the tickers in
  /// the order in which they will be traded. The index is told meanwhile.
  List<String> awaitSubscriptions(Duration quiet, Duration patience) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until) {
      tellIndex();
      LockSupport.parkNanos(SECOND_NANOS / 2);
      synchronized (wanted) {
        if (!wanted.isEmpty() && System.nanoTime() - wantedAt > quiet.toNanos()) {
          return List.copyOf(wanted);
        }
      }
    }
    throw new IOException("nothing was subscribed to in " + patience.toSeconds() + " s");
  }

  /// Sends trades at a rate, quotes of each contract and the index once a second.
  ///
  /// @param begunNanos by [System#nanoTime], when the first one is due
  /// @param count how many in all
  /// @return for how long at most it could not send what was due
  Duration send(List<String> tickers, double perSecond, long begunNanos, long count)
      throws IOException {
    List<byte[]> heads = new ArrayList<>();
    for (int i = 0; i < tickers.size(); i++) {
      String named = "{\"ev\":\"T\",\"sym\":\"" + tickers.get(i) + "\",\"x\":302,\"p\":";
      heads.add((named + price(i) + ",\"s\":1,\"c\":[209],\"t\":").getBytes(US_ASCII));
    }
    Frame frame = new Frame();
    long sent = 0;
    long toldAt = begunNanos;
    long worst = 0;
    while (sent < count) {
      long now = System.nanoTime();
      long due = Math.min(count, (long) ((now - begunNanos) / 1e9 * perSecond));
      worst = due > sent ? Math.max(worst, now - dueNanos(sent, perSecond, begunNanos)) : worst;
      while (sent < due) {
        frame.begin(clock.nowNanos() / MILLI_NANOS);
        long to = Math.min(due, sent + MOST_IN_A_FRAME);
        for (; sent < to; sent++) {
          frame.add(heads.get((int) (sent % heads.size())), FIRST_NUMBER + sent);
        }
        frame.send(required(options));
      }
      if (now >= toldAt) {
        toldAt += SECOND_NANOS;
        tellIndex();
        tellQuotes(tickers);
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
    return Duration.ofNanos(worst);
  }

  /// When the n-th trade, counted from 0, is due.
  static long dueNanos(long number, double perSecond, long begunNanos) {
    return begunNanos + (long) (number / perSecond * 1e9);
  }

  private static double price(int place) {
    return 10 + place % 20 * 0.05;
  }

  private void tellIndex() {
    BareSockets.Connection to = indices;
    if (to != null) {
      long millis = clock.nowNanos() / MILLI_NANOS;
      to.send("[{\"ev\":\"V\",\"val\":" + spot + ",\"T\":\"I:SPX\",\"t\":" + millis + "}]");
    }
  }

  private void tellQuotes(List<String> tickers) throws IOException {
    long millis = clock.nowNanos() / MILLI_NANOS;
    StringBuilder quotes = new StringBuilder();
    for (int i = 0; i < tickers.size(); i++) {
      quotes
          .append(i == 0 ? '[' : ',')
          .append("{\"ev\":\"Q\",\"sym\":\"")
          .append(tickers.get(i))
          .append("\",\"bx\":302,\"ax\":302,\"bp\":")
          .append(price(i) - 0.05)
          .append(",\"ap\":")
          .append(price(i) + 0.15)
          .append(",\"bs\":10,\"as\":10,\"t\":")
          .append(millis)
          .append(",\"q\":")
          .append(millis)
          .append('}');
    }
    required(options).send(quotes.append(']').toString());
  }

  private static BareSockets.Connection required(BareSockets.@Nullable Connection connection)
      throws IOException {
    if (connection == null) {
      throw new IOException("nobody listens to the options");
    }
    return connection;
  }

  /// A frame of trades that is written again and again.
  private static final class Frame {
    private final byte[] bytes = new byte[MOST_IN_A_FRAME * LONGEST_TRADE];
    private int length;
    private long millis;

    void begin(long epochMillis) {
      millis = epochMillis;
      length = 0;
      bytes[length++] = '[';
    }

    void add(byte[] head, long number) {
      if (length > 1) {
        bytes[length++] = ',';
      }
      System.arraycopy(head, 0, bytes, length, head.length);
      length += head.length;
      number(millis, 13);
      bytes[length++] = ',';
      bytes[length++] = '"';
      bytes[length++] = 'q';
      bytes[length++] = '"';
      bytes[length++] = ':';
      number(number, 10);
      bytes[length++] = '}';
    }

    private void number(long value, int digits) {
      long rest = value;
      for (int i = length + digits - 1; i >= length; i--) {
        bytes[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      length += digits;
    }

    void send(BareSockets.Connection to) throws IOException {
      bytes[length++] = ']';
      to.send(bytes, length);
    }
  }

  @Override
  public void close() {
    sockets.close();
  }
}
