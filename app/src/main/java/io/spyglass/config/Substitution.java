package io.spyglass.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces `${NAME}` and `${NAME:-default}` in YAML texts by the values of variables. Without a
/// default, the variable has to be set.
final class Substitution {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

  private final Environment environment;

  Substitution(Environment environment) {
    this.environment = environment;
  }

  /// The text with its references replaced.
  ///
  /// @throws IllegalArgumentException if a reference is malformed or its variable is unset
  String apply(String text) {
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (reference.find()) {
      reference.appendReplacement(replaced, Matcher.quoteReplacement(value(reference)));
    }
    reference.appendTail(replaced);
    if (REFERENCE.matcher(text).replaceAll("").contains("${")) {
      throw new IllegalArgumentException("expected ${NAME} or ${NAME:-default}");
    }
    return replaced.toString();
  }

  private String value(Matcher reference) {
    String name = reference.group(1);
    return environment
        .find(name)
        .map(Environment.Found::value)
        .or(() -> Optional.ofNullable(reference.group(2)))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "${" + name + "} is unset; set " + name + " or write ${" + name + ":-default}"));
  }
}
