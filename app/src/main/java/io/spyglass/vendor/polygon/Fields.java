package io.spyglass.vendor.polygon;

import io.spyglass.model.Conditions;
import io.spyglass.model.Instrument;
import io.spyglass.vendor.polygon.BadMessage.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The fields of one message, in any order and of any kind that the vendor sends: the event, the
/// ticker, numbers by name, the conditions, and the words of a status. Owned by one thread.
///
/// A number is kept as it was spelled, a whole number and a power of ten, so that a time loses
/// nothing and a price becomes the double that is nearest to its decimals. What a name means
/// depends on the event: `s` is a trade's size and the start of a bar.
final class Fields {
  static final int X = 0;
  static final int P = 1;
  static final int S = 2;
  static final int DS = 3;
  static final int T = 4;
  static final int PT = 5;
  static final int Q = 6;
  static final int AP = 7;
  static final int AS = 8;
  static final int BP = 9;
  static final int BS = 10;
  static final int V = 11;
  static final int DV = 12;
  static final int VW = 13;
  static final int O = 14;
  static final int C = 15;
  static final int H = 16;
  static final int L = 17;
  static final int E = 18;
  static final int VAL = 19;
  private static final int NUMBERS = 20;
  private static final int NONE = -1;

  private static final int EV_KEY = Scanner.code("ev");
  private static final int SYM_KEY = Scanner.code("sym");
  private static final int INDEX_KEY = Scanner.code("T");
  private static final byte[] STATUS = "status".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

  /// The codes of long words, above every code of up to four letters that is ASCII.
  static final int STATUS_CODE = 0xFFFF0001;

  private static final int MESSAGE_CODE = 0xFFFF0002;

  private static final int MOST_CONDITIONS = 64;
  private static final int KNOWN_CODES = 1024;
  private static final long EXACT_DOUBLE = 1L << 53;
  private static final double[] POWERS = powers();

  private final Scanner scanner;
  private final Symbols symbols = new Symbols();
  private final Conditions[] single = new Conditions[KNOWN_CODES];
  private final long[] mantissas = new long[NUMBERS];
  private final int[] exponents = new int[NUMBERS];
  private final int[] froms = new int[NUMBERS];
  private final int[] tos = new int[NUMBERS];
  private final int[] conditions = new int[MOST_CONDITIONS];
  private int conditionCount;
  private int present;
  private int inexact;
  private int event;
  private int symbolFrom;
  private int symbolTo;
  private String status = "";
  private String words = "";

  Fields(Scanner scanner) {
    this.scanner = scanner;
  }

  private static double[] powers() {
    double[] powers = new double[23];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /// Reads the object that is next.
  void read() throws BadMessage {
    clear();
    scanner.expect('{');
    if (scanner.take('}')) {
      return;
    }
    do {
      scanner.string();
      int key = word();
      scanner.expect(':');
      member(key);
    } while (scanner.take(','));
    scanner.expect('}');
  }

  private void clear() {
    present = 0;
    inexact = 0;
    conditionCount = 0;
    event = 0;
    symbolFrom = 0;
    symbolTo = 0;
    status = "";
    words = "";
  }

  /// The string last read as a code: of up to four letters, of a long word that matters, else 0.
  private int word() {
    int length = scanner.to() - scanner.from();
    if (length == STATUS.length && scanner.spells(STATUS)) {
      return STATUS_CODE;
    }
    if (length == MESSAGE.length && scanner.spells(MESSAGE)) {
      return MESSAGE_CODE;
    }
    return scanner.code();
  }

  private void member(int key) throws BadMessage {
    int next = scanner.peek();
    if (next == '"' && text(key)) {
      return;
    }
    if (next == '[' && key == 'c') {
      conditions();
      return;
    }
    int slot = slot(key);
    if (slot == NONE || next == '[' || next == '{') {
      scanner.skip();
    } else {
      number(slot);
    }
  }

  /// Reads a text that matters; false where this key's does not.
  private boolean text(int key) throws BadMessage {
    if (key == EV_KEY) {
      scanner.string();
      event = word();
    } else if (key == SYM_KEY || key == INDEX_KEY) {
      scanner.string();
      symbolFrom = scanner.from();
      symbolTo = scanner.to();
    } else if (key == STATUS_CODE) {
      status = scanner.text();
    } else if (key == MESSAGE_CODE) {
      words = scanner.text();
    } else {
      return false;
    }
    return true;
  }

  private void conditions() throws BadMessage {
    scanner.expect('[');
    if (scanner.take(']')) {
      return;
    }
    do {
      if (scanner.number() && conditionCount < MOST_CONDITIONS) {
        conditions[conditionCount++] =
            Math.toIntExact(Math.clamp(Math.round(scanner.value()), 0, Integer.MAX_VALUE));
      }
    } while (scanner.take(','));
    scanner.expect(']');
  }

  private static int slot(int key) {
    return switch (key) {
      case 'x' -> X;
      case 'p' -> P;
      case 's' -> S;
      case 'd' | 's' << 8 -> DS;
      case 't' -> T;
      case 'p' | 't' << 8 -> PT;
      case 'q' -> Q;
      case 'a' | 'p' << 8 -> AP;
      case 'a' | 's' << 8 -> AS;
      case 'b' | 'p' << 8 -> BP;
      case 'b' | 's' << 8 -> BS;
      case 'v' -> V;
      case 'd' | 'v' << 8 -> DV;
      case 'v' | 'w' << 8 -> VW;
      case 'o' -> O;
      case 'c' -> C;
      case 'h' -> H;
      case 'l' -> L;
      case 'e' -> E;
      case 'v' | 'a' << 8 | 'l' << 16 -> VAL;
      default -> NONE;
    };
  }

  private void number(int slot) throws BadMessage {
    int bit = 1 << slot;
    if (!scanner.number()) {
      present &= ~bit;
      return;
    }
    present |= bit;
    inexact = scanner.isExact() ? inexact & ~bit : inexact | bit;
    mantissas[slot] = scanner.mantissa();
    exponents[slot] = scanner.exponent();
    froms[slot] = scanner.from();
    tos[slot] = scanner.to();
  }

  /// The event's letters as [Scanner#code(String)] gives them, [#STATUS_CODE], or 0.
  int event() {
    return event;
  }

  String status() {
    return status;
  }

  /// A status's message.
  String words() {
    return words;
  }

  boolean has(int slot) {
    return (present >>> slot & 1) != 0;
  }

  /// A number, NaN where it is missing.
  double number(int slot, double missing) {
    return has(slot) ? value(slot) : missing;
  }

  double required(int slot) throws BadMessage {
    if (!has(slot)) {
      throw new BadMessage(Reason.FIELD);
    }
    return value(slot);
  }

  private double value(int slot) {
    if ((inexact >>> slot & 1) == 0) {
      double value = exact(mantissas[slot], exponents[slot]);
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    return Double.parseDouble(scanner.text(froms[slot], tos[slot]));
  }

  /// The double nearest to `mantissa` × 10 to the `exponent` where one rounding finds it, else NaN.
  /// Source: Clinger, How to Read Floating Point Numbers Accurately, PLDI 1990, section 3.
  static double exact(long mantissa, int exponent) {
    if (Math.abs(mantissa) > EXACT_DOUBLE || Math.abs(exponent) >= POWERS.length) {
      return Double.NaN;
    }
    return exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
  }

  /// A whole number to the last digit, rounded where it has a fraction.
  long whole(int slot, long missing) {
    if (!has(slot)) {
      return missing;
    }
    long mantissa = mantissas[slot];
    int exponent = exponents[slot];
    if ((inexact >>> slot & 1) == 0 && exponent == 0) {
      return mantissa;
    }
    return Math.round(value(slot));
  }

  /// The instrument that the message is about.
  Instrument instrument() throws BadMessage {
    @Nullable Instrument instrument = symbols.find(scanner.bytes(), symbolFrom, symbolTo);
    if (instrument == null) {
      throw new BadMessage(Reason.SYMBOL);
    }
    return instrument;
  }

  Conditions conditionCodes() {
    if (conditionCount == 0) {
      return Conditions.NONE;
    }
    int first = conditions[0];
    if (conditionCount > 1 || first >= KNOWN_CODES) {
      return Conditions.of(Arrays.copyOf(conditions, conditionCount));
    }
    Conditions known = single[first];
    if (known == null) {
      known = Conditions.of(first);
      single[first] = known;
    }
    return known;
  }
}
