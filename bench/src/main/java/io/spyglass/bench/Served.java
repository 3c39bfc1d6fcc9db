package io.spyglass.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `spyglass serve` in a process of its own, in front of a vendor on this machine, and what it
/// answers. Owned by one thread.
final class Served implements AutoCloseable {
  private static final String SPYGLASS = "io.spyglass.cli.Spyglass";
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Child child;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(Child child) {
    this.child = child;
  }

  /// What it is to serve.
  ///
  /// @param folder where it runs: its data lie in `data`, its settings in `config`
  /// @param restUrl of the vendor
  /// @param socketUrl of the vendor
  /// @param flags of its JVM
  record Setup(Path folder, String restUrl, String socketUrl, List<String> flags) {
    Path data() {
      return folder.resolve("data");
    }

    /// Writes a file of its settings.
    void configure(String file, String yaml) throws IOException {
      Files.writeString(Files.createDirectories(folder.resolve("config")).resolve(file), yaml);
    }
  }

  /// Starts it.
  ///
  /// @throws IOException where it does not come to serve
  static Served start(Setup setup) throws IOException {
    Map<String, String> environment =
        Map.of(
            "PORT",
            "0",
            "BROWSER",
            "none",
            "POLYGON_API_KEY",
            "any-key-will-do",
            "POLYGON_BASE_URL",
            setup.restUrl(),
            "POLYGON_WS_URL",
            setup.socketUrl());
    List<String> serve = List.of("serve", "--underlying", "SPX");
    Child.Program program = new Child.Program(SPYGLASS, setup.flags(), serve);
    return new Served(Child.start(program, setup.folder(), environment));
  }

  String url() {
    return child.url();
  }

  boolean isAlive() {
    return child.isAlive();
  }

  long pid() {
    return child.pid();
  }

  /// What a route answers, as JSON.
  JsonNode get(String route) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(text(route));
  }

  /// What a route answers.
  String text(String route) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(child.url() + route)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /// Waits until its options' feed is as wanted; gives whether it came to that.
  boolean await(Predicate<JsonNode> wanted, Duration patience)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (!wanted.test(get("api/feeds").path("feeds").path(0))) {
      if (System.nanoTime() > until) {
        return false;
      }
      Thread.sleep(LOOK);
    }
    return true;
  }

  /// Ends it at once, as `kill -9` does.
  void kill() {
    child.kill();
    client.shutdownNow();
  }

  @Override
  public void close() {
    child.close();
    client.shutdownNow();
  }
}
