package io.spyglass.server;

import io.spyglass.config.Secret;
import io.spyglass.config.ServerSettings;
import io.spyglass.session.Playback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on a free port, and a client that asks it.
final class Served implements AutoCloseable {
  static final String ORIGIN = "http://localhost:5173";

  final Day day;
  final int port;
  private final SpyglassServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  Served(@Nullable Playback playback) {
    this("127.0.0.1", null, playback);
  }

  /// A server of a live market that shows other days too.
  static Served of(Repertoire repertoire) {
    return new Served(
        repertoire.market,
        new SpyglassServer(
            settings("127.0.0.1", 0, null), repertoire.stage, repertoire, repertoire.feeds));
  }

  Served(String host, @Nullable String adminKey, @Nullable Playback playback) {
    this(new Day(), host, adminKey, playback);
  }

  private Served(Day day, String host, @Nullable String adminKey, @Nullable Playback playback) {
    this(day, new SpyglassServer(settings(host, 0, adminKey), day.board, playback));
  }

  private Served(Day day, SpyglassServer server) {
    this.day = day;
    this.server = server;
    this.port = server.start();
  }

  static ServerSettings settings(String host, int port, @Nullable String adminKey) {
    return new ServerSettings(
        host,
        port,
        Optional.ofNullable(adminKey).map(Secret::new),
        List.of(ORIGIN),
        ZoneOffset.UTC);
  }

  /// The routes that a client can ask, as in `GET /api/flow`.
  List<String> routes() {
    return server.routes();
  }

  HttpClient client() {
    return client;
  }

  String url() {
    return server.url();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  Viewer viewer(String query, String... headers) {
    return new Viewer(client, URI.create("ws://127.0.0.1:" + port + "/ws/stream" + query), headers);
  }

  /// Stops the server, as often as it is told.
  void stop() {
    server.stop();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
