package io.spyglass.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// What the server answers, for programs and for people: `/openapi.json`, and the same in Swagger
/// UI at `/docs` and in ReDoc at `/redoc`.
///
/// The document is a file of the project, served as it is. The two pages and all that they need
/// come out of the program's own jars, and their policy lets a browser fetch nothing from anywhere
/// else. Thread-safe.
final class Reference {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final String CSS = "text/css";
  private static final String SCRIPT = "text/javascript";

  /// Both pages write styles of their own into the document; no script may.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg";
  private static final String EMPTY_PICTURE =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

  private static final String REDOC = "redoc.standalone.js";

  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final Map<String, Item> items = new HashMap<>();

  private record Item(String type, String resource) {}

  Reference() {
    add("/openapi.json", JSON, "/openapi.json");
    add("/docs", HTML, "/reference/docs.html");
    add("/docs/docs.js", SCRIPT, "/reference/docs.js");
    String swagger = webjar("swagger-ui");
    add("/docs/swagger-ui.css", CSS, swagger + "swagger-ui.css");
    add("/docs/swagger-ui-bundle.js", SCRIPT, swagger + "swagger-ui-bundle.js");
    add("/redoc", HTML, "/reference/redoc.html");
    add("/redoc/redoc.css", CSS, "/reference/redoc.css");
    add("/redoc/redoc.js", SCRIPT, "/reference/redoc.js");
    add("/redoc/" + REDOC, SCRIPT, webjar("redoc") + REDOC);
  }

  private void add(String path, String type, String resource) {
    items.put(path, new Item(type, resource));
  }

  /// The folder of a webjar's files, whose name has the version that the jar itself tells.
  private static String webjar(String name) {
    Properties properties = new Properties();
    String source = "/META-INF/maven/org.webjars/" + name + "/pom.properties";
    try {
      properties.load(new ByteArrayInputStream(Resources.read(source)));
    } catch (IOException e) {
      throw new UncheckedIOException(source, e);
    }
    return "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/";
  }

  void register(RoutesConfig routes) {
    SpyglassServer.read(routes, "/openapi.json", this::answer);
    SpyglassServer.read(routes, "/docs", this::answer);
    SpyglassServer.read(routes, "/docs/{file}", this::answer);
    SpyglassServer.read(routes, "/redoc", this::answer);
    SpyglassServer.read(routes, "/redoc/{file}", this::answer);
  }

  private void answer(Context context) {
    String path = context.path();
    Item item = items.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    if (item == null) {
      throw new NotFoundResponse();
    }
    context.header("Content-Security-Policy", POLICY).header(Header.CACHE_CONTROL, "no-cache");
    context.contentType(item.type()).result(bytes.computeIfAbsent(path, _ -> read(item)));
  }

  /// A file as it is; ReDoc's program with an empty picture in the place of the one picture that it
  /// would fetch from elsewhere.
  private static byte[] read(Item item) {
    byte[] file = Resources.read(item.resource());
    if (!item.resource().endsWith(REDOC)) {
      return file;
    }
    String program = new String(file, StandardCharsets.UTF_8);
    return program.replace(PICTURE, EMPTY_PICTURE).getBytes(StandardCharsets.UTF_8);
  }
}
