package io.spyglass.server;

import io.spyglass.config.ServerSettings;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Why a port cannot be had, and what to do about it.
final class PortRefusal {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String HEALTHY = "{\"status\":\"ok\"}";

  private PortRefusal() {}

  /// The failure that a command ends with.
  static Outage of(ServerSettings settings, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String where = settings.host() + " port " + settings.port();
    String reason = String.valueOf(cause.getMessage());
    if (cause instanceof BindException && reason.contains("in use")) {
      return new Outage(inUse(where, SpyglassServer.url(settings, settings.port())), e);
    }
    if (cause instanceof SocketException && reason.contains("ermission")) {
      return new Outage(
          where + " is not open to this user: choose a port above 1023 with --port or PORT", e);
    }
    return new Outage(
        where
            + " cannot be listened on ("
            + cause
            + "): set --host or HOST to an address of this machine, such as 127.0.0.1",
        e);
  }

  private static String inUse(String where, String url) {
    return isSpyglass(url)
        ? "Spyglass already serves "
            + url
            + ": stop it, or choose another port with --port (0 picks a free one)"
        : where
            + " is in use by another program: stop that program, or choose another port with"
            + " --port or PORT (0 picks a free one)";
  }

  /// Whether what listens there answers as this program does. What does not speak HTTP, or not
  /// within a second, is another one.
  private static boolean isSpyglass(String url) {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create(url + "/health")).timeout(PATIENCE).build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return client.send(health, BodyHandlers.ofString()).body().equals(HEALTHY);
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
