package io.spyglass.vendor.polygon.simulator;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes JSON as the vendor spells it: no null, no NaN; a field without a value is absent.
///
/// Market numbers ([#field(String, double)]) follow the [Spelling]; instants, sequences and counts
/// are always plain. Used by one thread at a time.
final class Json {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final double SCALE = 10_000;
  private static final double LARGEST_SCALED = 1e15;

  private final Spelling spelling;
  private byte[] bytes = new byte[1 << 9];
  private int size;
  private boolean commaIsDue;
  private @Nullable String firstName;
  private String firstText = "";

  Json(Spelling spelling) {
    this.spelling = spelling;
  }

  Json clear() {
    size = 0;
    commaIsDue = false;
    return this;
  }

  Json beginObject() {
    open('{');
    String name = firstName;
    if (name == null) {
      return this;
    }
    firstName = null;
    return field(name, firstText);
  }

  /// Puts a field ahead of all others of the object that begins next.
  void nameNextObject(String name, String text) {
    firstName = name;
    firstText = text;
  }

  Json endObject() {
    return close('}');
  }

  Json beginArray() {
    return open('[');
  }

  Json endArray() {
    return close(']');
  }

  private Json open(char bracket) {
    separate();
    put(bracket);
    commaIsDue = false;
    return this;
  }

  private Json close(char bracket) {
    put(bracket);
    commaIsDue = true;
    return this;
  }

  /// The name of what follows: ASCII that needs no escape.
  Json name(String name) {
    separate();
    put('"');
    ascii(name);
    put('"');
    put(':');
    commaIsDue = false;
    return this;
  }

  Json field(String name, @Nullable String text) {
    return text == null ? this : name(name).text(text);
  }

  Json field(String name, boolean value) {
    return name(name).raw(value ? "true" : "false");
  }

  /// An instant, a sequence or a count.
  Json field(String name, long value) {
    return name(name).integer(value);
  }

  /// A price or another market number, absent for NaN.
  Json field(String name, double value) {
    return Double.isNaN(value) ? this : name(name).number(value);
  }

  /// A size or a volume with its twin where sizes have twins.
  Json size(String name, String twin, double value) {
    field(name, value);
    return spelling.twins() && !Double.isNaN(value)
        ? field(twin, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
        : this;
  }

  /// What nobody knows, where the spelling has that.
  Json strangers() {
    return spelling.strangers()
        ? name("novelty").raw("{\"a\":[1,{\"b\":\"]}\\\"\"},null],\"c\":true}")
        : this;
  }

  Json text(String text) {
    separate();
    put('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    put('"');
    return this;
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      put('\\');
      put(c);
    } else if (c >= ' ' && c < 0x7f) {
      put(c);
    } else {
      ascii("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        put(HEX[(c >> shift) & 15]);
      }
    }
  }

  Json integer(long value) {
    separate();
    digits(value);
    return this;
  }

  Json number(double value) {
    if (spelling.exponents()) {
      return raw(exponent(value));
    }
    separate();
    plain(value);
    return this;
  }

  private void plain(double value) {
    long whole = (long) value;
    double scaled = value * SCALE;
    if (whole == value) {
      digits(whole);
    } else if (Math.abs(scaled) < LARGEST_SCALED && Math.rint(scaled) / SCALE == value) {
      fixed((long) Math.rint(scaled));
    } else {
      ascii(Double.toString(value));
    }
  }

  private void fixed(long tenThousandths) {
    if (tenThousandths < 0) {
      put('-');
    }
    long left = Math.abs(tenThousandths);
    digits(left / (long) SCALE);
    put('.');
    long behind = left % (long) SCALE;
    for (long unit = (long) SCALE / 10; unit > 0 && behind > 0; unit /= 10) {
      put((char) ('0' + behind / unit));
      behind %= unit;
    }
  }

  private void digits(long value) {
    if (value < 0) {
      ascii(Long.toString(value));
      return;
    }
    reserve(20);
    int length = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      length++;
    }
    long rest = value;
    for (int at = size + length - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
  }

  /// A number with one digit before the point and an exponent of two at least: `1.012e+06`.
  static String exponent(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String digits = exact.unscaledValue().abs().toString();
    int power = exact.signum() == 0 ? 0 : digits.length() - 1 - exact.scale();
    String behind = digits.length() > 1 ? "." + digits.substring(1) : "";
    String magnitude = Math.abs(power) < 10 ? "0" + Math.abs(power) : "" + Math.abs(power);
    String sign = exact.signum() < 0 ? "-" : "";
    return sign + digits.charAt(0) + behind + "e" + (power < 0 ? "-" : "+") + magnitude;
  }

  /// A value that is JSON already.
  Json raw(String json) {
    separate();
    ascii(json);
    return this;
  }

  private void separate() {
    if (commaIsDue) {
      put(',');
    }
    commaIsDue = true;
  }

  private void ascii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
  }

  private void put(char c) {
    reserve(1);
    bytes[size++] = (byte) c;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.US_ASCII);
  }
}
