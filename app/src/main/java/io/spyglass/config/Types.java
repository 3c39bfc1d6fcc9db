package io.spyglass.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The types of the settings.
final class Types {
  private static final Pattern DURATION =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h|seconds?|minutes?|hours?)?");
  private static final Pattern ROOT = Pattern.compile("[A-Z][A-Z0-9.]{0,7}");
  private static final Pattern STATUS = Pattern.compile("[45](\\d\\d|xx)");

  static final int LONGEST_DTE = 3650;

  private Types() {}

  static Type.Scalar<String> text() {
    return new Type.Scalar<>("a text", text -> text, text -> text);
  }

  static Type.Scalar<Secret> secret() {
    return new Type.Scalar<>("a secret", Secret::new, Secret::toString, true);
  }

  static Type.Scalar<Integer> integer(int least, int most) {
    return new Type.Scalar<>(
        most == Integer.MAX_VALUE
            ? "an integer of at least " + least
            : "an integer from " + least + " to " + most,
        text -> {
          int value = Integer.parseInt(text);
          check(value >= least && value <= most);
          return value;
        },
        value -> value);
  }

  static Type.Scalar<Long> whole() {
    return new Type.Scalar<>("an integer", Long::parseLong, value -> value);
  }

  static Type.Scalar<BigDecimal> decimal(String least, String most) {
    BigDecimal low = new BigDecimal(least);
    BigDecimal high = new BigDecimal(most);
    return new Type.Scalar<>(
        "a number from " + least + " to " + most,
        text -> {
          BigDecimal value = new BigDecimal(text);
          check(value.compareTo(low) >= 0 && value.compareTo(high) <= 0);
          return value;
        },
        value -> value);
  }

  static Type.Scalar<Double> positive() {
    return number("a number above 0", Double.MIN_VALUE);
  }

  static Type.Scalar<Double> atLeast(int least) {
    return number("a number of at least " + least, least);
  }

  private static Type.Scalar<Double> number(String expected, double least) {
    return new Type.Scalar<>(
        expected,
        text -> {
          double value = new BigDecimal(text).doubleValue();
          check(value >= least && Double.isFinite(value));
          return value;
        },
        value -> value);
  }

  static Type.Scalar<Boolean> truth() {
    return new Type.Scalar<>(
        "true or false",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "yes", "on", "1" -> true;
              case "false", "no", "off", "0" -> false;
              default -> throw new IllegalArgumentException(text);
            },
        value -> value);
  }

  static Type.Scalar<Duration> duration() {
    return new Type.Scalar<>("a duration such as 5s, 2m or 1h", Types::parseDuration, Types::print);
  }

  static Type.Scalar<Duration> duration(Duration least, Duration most) {
    return new Type.Scalar<>(
        "a duration from " + print(least) + " to " + print(most) + ", such as 15s or 2m",
        text -> {
          Duration value = parseDuration(text);
          check(value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
          return value;
        },
        Types::print);
  }

  private static Duration parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    check(matcher.matches());
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    long millisPerUnit = unit.equals("ms") ? 1 : secondsPerUnit(unit) * 1000;
    BigDecimal millis =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(millisPerUnit));
    return Duration.ofMillis(millis.longValueExact());
  }

  private static long secondsPerUnit(String unit) {
    return switch (unit.charAt(0)) {
      case 'h' -> 3600;
      case 'm' -> 60;
      default -> 1;
    };
  }

  private static String print(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
  }

  static Type.Scalar<LocalDate> date() {
    return new Type.Scalar<>("a date such as 2021-01-04", LocalDate::parse, LocalDate::toString);
  }

  static Type.Scalar<LocalTime> time() {
    return new Type.Scalar<>("a time such as 10:30", LocalTime::parse, LocalTime::toString);
  }

  static Type.Scalar<ZoneId> zone() {
    return new Type.Scalar<>(
        "a time zone such as America/New_York",
        text -> ZoneId.of(text.startsWith(":") ? text.substring(1) : text),
        ZoneId::toString);
  }

  static Type.Scalar<Schedule> schedule() {
    return new Type.Scalar<>(Schedule.EXPECTED, Schedule::parse, Schedule::toString);
  }

  static Type.Scalar<String> oneOf(String... choices) {
    return new Type.Scalar<>(
        "one of " + String.join(", ", choices),
        text -> {
          check(List.of(choices).contains(text));
          return text;
        },
        text -> text);
  }

  static Type.Scalar<String> root() {
    return new Type.Scalar<>(
        "a root such as SPX or SPY",
        text -> {
          check(ROOT.matcher(text).matches());
          return text;
        },
        text -> text);
  }

  /// Status codes of HTTP to retry: one code (`429`) or a class of them (`5xx`).
  static Type.Scalar<String> status() {
    return new Type.Scalar<>(
        "a status code such as 429 or 5xx",
        text -> {
          check(STATUS.matcher(text).matches());
          return text;
        },
        text -> text.endsWith("xx") ? text : Integer.valueOf(text));
  }

  static Type.Scalar<Path> path() {
    return new Type.Scalar<>("a path", Types::parsePath, Path::toString);
  }

  private static Path parsePath(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /// An address without a final slash; a password in it is not printed.
  static Type.Scalar<URI> url(String... schemes) {
    return new Type.Scalar<>(
        "an address that starts with " + String.join(":// or ", schemes) + "://",
        text -> {
          URI url = URI.create(text.replaceFirst("/+$", ""));
          check(
              url.getHost() != null && List.of(schemes).contains(String.valueOf(url.getScheme())));
          return url;
        },
        Types::withoutUser);
  }

  private static String withoutUser(URI url) {
    String user = url.getRawUserInfo();
    return user == null ? url.toString() : url.toString().replace(user + "@", "****@");
  }

  /// A scheme and a host as browsers send them, or `*` for any.
  static Type.Scalar<String> origin() {
    Type.Scalar<URI> url = url("http", "https");
    return new Type.Scalar<>(
        "an origin such as http://localhost:5173",
        text -> text.equals("*") ? text : url.parser().apply(text).toString(),
        text -> text);
  }

  static Type.Scalar<DatabaseUrl> databaseUrl() {
    return new Type.Scalar<>(DatabaseUrl.EXPECTED, DatabaseUrl::parse, DatabaseUrl::toString, true);
  }

  static <E> Type<List<E>> listOf(Type.Scalar<E> element) {
    return new Type.Sequence<>(element, "a list, each " + element.expected());
  }

  static <E> Type<Map<String, E>> mapOf(Type.Scalar<String> name, Type.Scalar<E> element) {
    return new Type.Mapping<>(
        name, element, "a mapping from " + name.expected() + " to " + element.expected());
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("out of bounds");
    }
  }

  /// Whether the failure of a parser means that the text is not of the type.
  static boolean isBadValue(RuntimeException failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof DateTimeException
        || failure instanceof ArithmeticException;
  }
}
