package io.spyglass.vendor.polygon;

import io.spyglass.config.Secret;
import io.spyglass.net.Answer;
import io.spyglass.net.Http;
import io.spyglass.net.Redaction;
import io.spyglass.net.Refusal;
import io.spyglass.net.VendorOutage;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks the vendor's host, the key in a header that no other host is sent, and tells what it was
/// refused or could not read in one message. Thread-safe.
final class Gateway {
  private static final int QUOTED = 200;
  private static final int LONGEST_LINK = 8192;
  private static final Pattern KEY = Pattern.compile("(?i)(?<=[?&])api_?key=[^&]*&?");

  private final String base;
  private final Secret key;
  private final Http http;
  private final Redaction redaction;
  private final Body errors;

  /// @param base without a final slash
  Gateway(URI base, Secret key, Http http, Redaction redaction) {
    this.base = base.toString();
    this.key = key;
    this.http = http;
    this.redaction = redaction;
    this.errors = new Body(new Notes(new Rejects(), redaction));
  }

  /// Makes something of a body.
  interface Reading<T> {
    T of(byte[] body) throws BadBody;
  }

  /// What the answer to a path and query says.
  ///
  /// @throws Refusal where the vendor says no
  /// @throws Outage where it says nothing that can be read, however often it is asked
  <T> T get(String target, Reading<T> reading) throws InterruptedException {
    Answer answer =
        http.get(URI.create(base + target), Map.of("Authorization", "Bearer " + key.reveal()));
    if (answer.status() != 200) {
      throw failure(target, answer);
    }
    try {
      T read = reading.of(answer.body());
      refuse(target, read instanceof Page<?> page ? page.envelope() : envelope(answer.body()));
      return read;
    } catch (BadBody e) {
      refuse(target, envelope(answer.body()));
      String what = "was answered with " + e.getMessage() + ": " + quoted(answer);
      throw new VendorOutage(
          message(target, what, "A proxy may stand between: check POLYGON_BASE_URL"), null);
    }
  }

  /// Some refusals have the status of a success, and say so only inside.
  private void refuse(String target, @Nullable Envelope envelope) {
    String refusal = envelope == null ? null : envelope.refusal();
    if (refusal != null) {
      String words = redaction.apply(refusal, QUOTED);
      throw new Refusal(200, message(target, "was refused: " + words, advice(403)));
    }
  }

  private RuntimeException failure(String target, Answer answer) {
    int status = answer.status();
    Envelope envelope = envelope(answer.body());
    String words = envelope == null ? "" : redaction.apply(envelope.words(), QUOTED);
    String what =
        "was answered with status " + status + (words.isEmpty() ? ": " + quoted(answer) : words);
    return status == 429 || status >= 500
        ? new VendorOutage(message(target, what, "Try again later"), null)
        : new Refusal(status, message(target, what, advice(status)));
  }

  private @Nullable Envelope envelope(byte[] body) {
    try {
      return errors.one(Envelope.class, body);
    } catch (BadBody _) {
      return null; // The body is told as it is.
    }
  }

  private String message(String target, String what, String advice) {
    return redaction.apply("GET " + base + target + " " + what + ". " + advice);
  }

  private static String advice(int status) {
    return switch (status) {
      case 400 -> "A parameter is wrong";
      case 401 -> "Check POLYGON_API_KEY";
      case 403 -> "The plan of POLYGON_API_KEY does not have it";
      case 404 -> "The vendor knows nothing of that name or day";
      default -> "Check POLYGON_BASE_URL";
    };
  }

  private String quoted(Answer answer) {
    String text = answer.text().strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? "nothing" : "'" + redaction.apply(text, QUOTED) + "'";
  }

  /// Path and query of a link of the vendor's, whatever host it names, without a key. Characters
  /// that no address has are escaped.
  ///
  /// @throws Outage where it is no link
  String target(String link) {
    int host = link.indexOf("://");
    int path = link.indexOf('/', host < 0 ? 0 : host + 3);
    if (path < 0 || (host < 0 && path > 0) || link.length() > LONGEST_LINK) {
      throw noLink(link);
    }
    String target = KEY.matcher(legal(link.substring(path))).replaceAll("");
    try {
      if (URI.create(base + target).getHost() != null) {
        return target;
      }
    } catch (IllegalArgumentException _) {
      // It is told as it is.
    }
    throw noLink(link);
  }

  private Outage noLink(String link) {
    String quoted = redaction.apply(link, QUOTED);
    return new VendorOutage(
        "the vendor's link to the next page is none: '" + quoted + "'. Try again later", null);
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = unit > ' ' && unit < 0x7F && "\"<>\\^`{|}#[]".indexOf(unit) < 0;
      legal.append(plain ? String.valueOf((char) unit) : String.format("%%%02X", unit));
    }
    return legal.toString();
  }
}
