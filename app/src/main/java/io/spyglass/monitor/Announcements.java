package io.spyglass.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Since when it has been said of a path that it is going to be deleted, kept in a file so that a
/// restart does not forget it. What cannot be read was never said. Owned by one thread.
final class Announcements {
  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
  private static final int VERSION = 1;

  private final Path file;

  Announcements(Path file) {
    this.file = file;
  }

  /// What is announced, each path with the instant at which it was.
  Map<String, Instant> read() {
    try {
      Map<String, Instant> announced = new TreeMap<>();
      JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
      for (JsonNode each : json.path("announced")) {
        announced.put(each.path("path").asString(), Instant.parse(each.path("at").asString()));
      }
      return announced;
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (IOException | JacksonException | DateTimeException e) {
      String why = e.getClass().getSimpleName();
      LOG.warn("{} cannot be read ({}): what is to be deleted is said anew", file, why);
      return Map.of();
    }
  }

  /// Puts these in the place of what was announced.
  ///
  /// @throws Outage where they cannot be written
  void write(Map<String, Instant> announced) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("version", VERSION);
    ArrayNode list = json.putArray("announced");
    announced.forEach((path, at) -> list.addObject().put("path", path).put("at", at.toString()));
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      Files.write(temporary, (json.toPrettyString() + "\n").getBytes(UTF_8));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Outage("cannot write " + file + ": " + e + "; nothing is deleted until it can", e);
    }
  }
}
