package io.spyglass.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page's files, and its index for the addresses that only the page itself knows. Immutable.
///
/// Files under `/assets` carry a digest of what they hold in their name, so a browser may keep them
/// for good; everything else is asked for anew.
final class Page {
  private static final String FOLDER = "/web";
  private static final String ASSETS = "/assets";
  private static final String KEPT = "public, max-age=31536000, immutable";
  private static final String ASKED_ANEW = "no-cache";

  /// What is the server's own: an address below one of these is no address of the page.
  private static final List<String> NOT_ITS_OWN =
      List.of("/api", "/ws", "/health", "/metrics", "/docs", "/redoc", "/openapi.json", ASSETS);

  private static final byte[] LEFT_OUT =
      "The page is not in this build, which was made with -Dskip.web; the API is.\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final byte @Nullable [] index = Resources.find(FOLDER + "/index.html");

  void configure(JavalinConfig config) {
    if (index != null) {
      // The first that has a file answers.
      files(config, ASSETS, FOLDER + ASSETS, KEPT);
      files(config, "/", FOLDER, ASKED_ANEW);
    }
    config.spaRoot.addHandler("/", this::answer);
  }

  private static void files(JavalinConfig config, String path, String folder, String caching) {
    config.staticFiles.add(files -> {
      files.hostedPath = path;
      files.directory = folder;
      files.location = Location.CLASSPATH;
      files.headers = Map.of(Header.CACHE_CONTROL, caching);
    });
  }

  /// Answers what has no route and no file.
  private void answer(Context context) {
    if (!isItsOwn(context)) {
      throw new NotFoundResponse();
    }
    context.header(Header.CACHE_CONTROL, ASKED_ANEW);
    if (index == null) {
      context.contentType("text/plain").result(LEFT_OUT);
    } else {
      context.contentType("text/html").result(index);
    }
  }

  private static boolean isItsOwn(Context context) {
    String accepted = context.header(Header.ACCEPT);
    String path = context.path();
    return path.equals("/")
        || (accepted != null
            && accepted.contains("text/html")
            && NOT_ITS_OWN.stream().noneMatch(taken -> isAt(path, taken)));
  }

  private static boolean isAt(String path, String taken) {
    return path.startsWith(taken)
        && (path.length() == taken.length() || path.charAt(taken.length()) == '/');
  }
}
