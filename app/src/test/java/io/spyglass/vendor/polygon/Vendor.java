package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.net.RateLimiter;
import io.spyglass.session.Rejects;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A host on loopback that answers what it was told to, path by path, each time the next answer and
/// then the last one again; anything else is not found.
final class Vendor implements AutoCloseable {
  static final String KEY = "a-long-secret-key-1234";
  private static final RetryProfile PROFILE =
      new RetryProfile(3, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));

  record Reply(int status, String body, Map<String, String> headers) {}

  record Seen(String target, String authorization) {}

  final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  final Rejects rejects = new Rejects();
  private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
  private final HttpServer server;
  final Client client;

  Vendor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client = client(Optional.of(new Secret(KEY)));
  }

  Client client(Optional<Secret> key) {
    return client(url(), key);
  }

  /// A client of another host.
  Client client(URI url, Optional<Secret> key) {
    URI socket = URI.create("ws://127.0.0.1:1");
    return Client.open(
        new VendorSettings.Polygon(key, url, socket, 60_000),
        PROFILE,
        new RateLimiter(60_000),
        rejects);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Vendor says(String path, String body) {
    return says(path, 200, body, Map.of());
  }

  Vendor says(String path, int status, String body) {
    return says(path, status, body, Map.of());
  }

  Vendor says(String path, int status, String body, Map<String, String> headers) {
    replies
        .computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>())
        .add(new Reply(status, body, headers));
    return this;
  }

  /// Answers so from now on, whatever it was told to before.
  Vendor answers(String path, int status, String body, Map<String, String> headers) {
    replies.remove(path);
    return says(path, status, body, headers);
  }

  List<String> targets() {
    return seen.stream().map(Seen::target).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    seen.add(
        new Seen(
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
    Queue<Reply> queue = replies.getOrDefault(path, new ConcurrentLinkedQueue<>());
    Reply reply = queue.size() > 1 ? queue.remove() : queue.peek();
    send(exchange, reply == null ? new Reply(404, "{\"status\":\"NOT_FOUND\"}", Map.of()) : reply);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
