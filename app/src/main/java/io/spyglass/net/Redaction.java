package io.spyglass.net;

import io.spyglass.config.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes secrets out of texts that people and log files get to see: the known ones by value, plain
/// or percent-encoded, and others by where they stand: passwords in addresses, parameters of
/// requests, bearer tokens, bot tokens in paths.
///
/// Immutable and thread-safe.
public final class Redaction {
  private static final String MASK = "****";
  private static final int SHORTEST = 4;
  private static final int LONGEST_READ = 65_536;

  private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/\\s@]+(?=@)");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)(?<!\\w)(api_?key|access_?token|token|secret|password|signature)=[^&;\\s\"']+");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic) [\\w.~+/=-]{6,}");
  private static final Pattern BOT = Pattern.compile("/bot\\d+:[\\w-]+");

  private final Map<String, String> shown;

  private Redaction(Map<String, String> shown) {
    this.shown = shown;
  }

  /// Redacts by place alone.
  public static Redaction byPlace() {
    return new Redaction(Map.of());
  }

  /// Redacts by place, and this secret wherever it stands, to its last four characters.
  public static Redaction of(Secret secret) {
    return of(Map.of(secret.reveal(), secret.toString()));
  }

  /// Redacts by place, and these secrets wherever they stand.
  ///
  /// @param shownBySecret what each secret is replaced by; those of fewer than four characters
  ///   would only spoil the text and stay
  public static Redaction of(Map<String, String> shownBySecret) {
    Map<String, String> shown = new LinkedHashMap<>();
    shownBySecret.keySet().stream()
        .filter(secret -> secret.length() >= SHORTEST)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(secret -> {
          String replacement = shownBySecret.getOrDefault(secret, MASK);
          shown.put(secret, replacement);
          shown.put(URLEncoder.encode(secret, StandardCharsets.UTF_8), replacement);
        });
    return new Redaction(shown);
  }

  /// The beginning of the text without secrets. It is cut after they are taken out, so that no half
  /// of one is left; what is behind the first 64 KiB is not looked at.
  ///
  /// @param most characters, the last one an ellipsis where there are more
  public String apply(String text, int most) {
    String clean = apply(text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text);
    return clean.length() > most ? clean.substring(0, most - 1) + "…" : clean;
  }

  /// The text without secrets.
  public String apply(String text) {
    String clean = text;
    for (Map.Entry<String, String> secret : shown.entrySet()) {
      clean = clean.replace(secret.getKey(), secret.getValue());
    }
    clean = LOGIN.matcher(clean).replaceAll(MASK);
    clean = PARAMETER.matcher(clean).replaceAll("$1=" + MASK);
    clean = BEARER.matcher(clean).replaceAll("$1 " + MASK);
    return BOT.matcher(clean).replaceAll("/bot" + MASK);
  }
}
