package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Single values in every spelling of the vendor's. A whole number is exact to its last digit,
/// whether it is written with digits, a fraction, an exponent or quotation marks.
///
/// A value of another kind is stepped over and gives what a missing one gives, and a mark.
final class Scalars {
  private static final int LONGEST_NUMBER = 100;
  private static final int MOST_DIGITS = 19;

  private Scalars() {}

  /// A number, `NaN` where there is none.
  static double real(JsonParser parser, Runnable wrong) {
    double value = Double.NaN;
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return value;
    }
    String text = number(parser);
    if (text != null) {
      value = Double.parseDouble(text);
    }
    if (!Double.isFinite(value)) {
      wrong.run();
      return Double.NaN;
    }
    return value;
  }

  /// A whole number, rounded where it has a fraction, [MarketEvent#ABSENT] where there is none.
  static long whole(JsonParser parser, Runnable wrong) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return MarketEvent.ABSENT;
    }
    if (token == JsonToken.VALUE_NUMBER_INT && isLong(parser)) {
      return parser.getLongValue();
    }
    BigDecimal exact = decimal(number(parser));
    if (exact == null || exact.precision() - (long) exact.scale() > MOST_DIGITS) {
      wrong.run();
      return MarketEvent.ABSENT;
    }
    if (exact.precision() - (long) exact.scale() < 0) {
      return 0;
    }
    BigDecimal rounded = exact.setScale(0, RoundingMode.HALF_UP);
    if (rounded.compareTo(BigDecimal.valueOf(rounded.longValue())) != 0) {
      wrong.run();
      return MarketEvent.ABSENT;
    }
    return rounded.longValue();
  }

  private static boolean isLong(JsonParser parser) {
    return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  /// A whole number of 32 bits.
  static int small(JsonParser parser, Runnable wrong) {
    long value = whole(parser, wrong);
    if (value != (int) value) {
      wrong.run();
      return MarketEvent.ABSENT;
    }
    return (int) value;
  }

  /// What a number is spelled like, with or without quotation marks; null where it is none.
  private static @Nullable String number(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
      case VALUE_STRING -> {
        String text = parser.getString().strip();
        yield isNumber(text) ? text : null;
      }
      default -> {
        parser.skipChildren();
        yield null;
      }
    };
  }

  /// Whether a text is digits with at most one sign, point and power of ten.
  private static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER && decimal(text) != null;
  }

  /// The exact number that a text spells, null for none.
  static @Nullable BigDecimal decimal(@Nullable String text) {
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// A text, null where there is none; numbers and truths as they are spelled.
  static @Nullable String text(JsonParser parser, Runnable wrong) {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          parser.getString();
      default -> {
        parser.skipChildren();
        wrong.run();
        yield null;
      }
    };
  }

  /// A truth, null where there is none.
  static @Nullable Boolean truth(JsonParser parser, Runnable wrong) {
    String text = text(parser, wrong);
    if (text == null || text.equals("true")) {
      return text == null ? null : Boolean.TRUE;
    }
    if (!text.equals("false")) {
      wrong.run();
      return null;
    }
    return Boolean.FALSE;
  }
}
