package io.spyglass.vendor.polygon;

import io.spyglass.vendor.polygon.BadMessage.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads JSON where it lies. What is not looked at is stepped over, strings and numbers stay spans
/// of the bytes until they are asked for. Owned by one thread.
final class Scanner {
  private static final int DEEPEST = 64;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  private int from;
  private int to;
  private boolean escaped;

  private long mantissa;
  private int exponent;
  private boolean exact;

  /// Begins to read `source[start, end)`.
  void open(byte[] source, int start, int stop) {
    this.bytes = source;
    this.at = start;
    this.end = stop;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  /// The next byte that is no white space, which stays the next; -1 at the end.
  int peek() {
    while (at < end) {
      byte next = bytes[at];
      if (next > ' ') {
        return next;
      }
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next & 0xFF;
      }
      at++;
    }
    return -1;
  }

  /// Steps over `wanted` if it is next.
  boolean take(int wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  void expect(int wanted) throws BadMessage {
    if (!take(wanted)) {
      throw new BadMessage(Reason.NOT_JSON);
    }
  }

  /// Reads a string: its span is between the quotation marks.
  void string() throws BadMessage {
    expect('"');
    from = at;
    escaped = false;
    while (at < end) {
      byte next = bytes[at++];
      if (next == '"') {
        to = at - 1;
        return;
      }
      if (next == '\\') {
        escaped = true;
        at++;
      }
    }
    throw new BadMessage(Reason.NOT_JSON);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// Up to four bytes of the string last read as one number, the first the lowest; 0 where it is
  /// longer, empty or has escapes.
  int code() {
    int length = to - from;
    if (escaped || length > Integer.BYTES) {
      return 0;
    }
    int code = 0;
    for (int i = to - 1; i >= from; i--) {
      code = code << Byte.SIZE | (bytes[i] & 0xFF);
    }
    return code;
  }

  /// Up to four ASCII letters as [#code] would give them.
  static int code(String letters) {
    int code = 0;
    for (int i = letters.length() - 1; i >= 0; i--) {
      code = code << Byte.SIZE | letters.charAt(i);
    }
    return code;
  }

  /// Whether the string last read is `word`.
  boolean spells(byte[] word) {
    return !escaped && Arrays.equals(bytes, from, to, word, 0, word.length);
  }

  /// Reads a string and what it says.
  String text() throws BadMessage {
    string();
    return escaped ? unescaped() : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private String unescaped() throws BadMessage {
    StringBuilder text = new StringBuilder();
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) != '\\' || ++i == raw.length()) {
        text.append(raw.charAt(Math.min(i, raw.length() - 1)));
      } else if (raw.charAt(i) == 'u') {
        text.append(unit(raw, i + 1));
        i += 4;
      } else {
        text.append(plain(raw.charAt(i)));
      }
    }
    return text.toString();
  }

  private static char plain(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> letter;
    };
  }

  private static char unit(String raw, int from) throws BadMessage {
    try {
      return (char) Integer.parseInt(raw, from, Math.min(from + 4, raw.length()), 16);
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      throw new BadMessage(Reason.NOT_JSON);
    }
  }

  /// Steps over a value of any kind.
  void skip() throws BadMessage {
    int depth = 0;
    do {
      switch (peek()) {
        case '{', '[' -> {
          at++;
          if (++depth > DEEPEST) {
            throw new BadMessage(Reason.TOO_DEEP);
          }
        }
        case '}', ']' -> {
          at++;
          depth--;
        }
        case ',', ':' -> {
          if (depth == 0) {
            throw new BadMessage(Reason.NOT_JSON);
          }
          at++;
        }
        case '"' -> string();
        case -1 -> throw new BadMessage(Reason.NOT_JSON);
        default -> word();
      }
    } while (depth > 0);
    if (depth < 0) {
      throw new BadMessage(Reason.NOT_JSON);
    }
  }

  /// Steps over a number, `true`, `false` or `null`.
  private void word() throws BadMessage {
    int begin = at;
    while (at < end && isWord(bytes[at])) {
      at++;
    }
    if (at == begin) {
      throw new BadMessage(Reason.NOT_JSON);
    }
  }

  private static boolean isWord(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == '-'
        || b == '+'
        || b == '.'
        || b == 'E';
  }

  /// Reads a number in any spelling, one in quotation marks too.
  ///
  /// @return false for `null`, which is stepped over
  boolean number() throws BadMessage {
    if (peek() == '"') {
      string();
      int behind = at;
      int stop = end;
      at = from;
      end = to;
      boolean whole = digits() && at == to;
      end = stop;
      at = behind;
      if (!whole) {
        throw new BadMessage(Reason.NUMBER);
      }
      return true;
    }
    if (peek() == 'n') {
      word();
      return false;
    }
    if (!digits()) {
      throw new BadMessage(Reason.NUMBER);
    }
    return true;
  }

  /// Reads sign, digits, fraction and exponent into a whole number and a power of ten.
  private boolean digits() throws BadMessage {
    from = at;
    boolean negative = at < end && bytes[at] == '-';
    if (negative) {
      at++;
    }
    mantissa = 0;
    exponent = 0;
    exact = true;
    int begin = at;
    run(0);
    int digits = at - begin;
    if (at < end && bytes[at] == '.') {
      at++;
      int point = at;
      run(-1);
      digits += at - point;
    }
    if (digits == 0) {
      return false;
    }
    power();
    if (negative) {
      mantissa = -mantissa;
    }
    to = at;
    return true;
  }

  /// Reads digits; each moves the power of ten by `step`.
  private void run(int step) {
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return;
      }
      if (mantissa > (Long.MAX_VALUE - 9) / 10) {
        exact &= digit == 0;
        exponent += step + 1;
      } else {
        mantissa = mantissa * 10 + digit;
        exponent += step;
      }
    }
  }

  private void power() throws BadMessage {
    if (at >= end || (bytes[at] | 0x20) != 'e') {
      return;
    }
    at++;
    boolean down = at < end && bytes[at] == '-';
    if (down || (at < end && bytes[at] == '+')) {
      at++;
    }
    int begin = at;
    int power = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      power = Math.min(9999, power * 10 + bytes[at++] - '0');
    }
    if (at == begin) {
      throw new BadMessage(Reason.NUMBER);
    }
    exponent += down ? -power : power;
  }

  /// Whether the number last read is a whole number and power of ten without loss.
  boolean isExact() {
    return exact;
  }

  /// The number last read as the nearest double.
  double value() {
    double value = exact ? Fields.exact(mantissa, exponent) : Double.NaN;
    return !Double.isNaN(value) ? value : Double.parseDouble(text(from, to));
  }

  long mantissa() {
    return mantissa;
  }

  int exponent() {
    return exponent;
  }

  /// The bytes `[from, to)` as Latin text.
  String text(int first, int behind) {
    return new String(bytes, first, behind - first, StandardCharsets.ISO_8859_1);
  }

  byte[] bytes() {
    return bytes;
  }
}
