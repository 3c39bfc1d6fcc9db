package io.spyglass.net;

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

  private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/\\s@]+(?=@)");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)(?<=[?&;\\s])(api_?key|access_?token|token|secret|password|signature)=[^&;\\s\"']+");
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
