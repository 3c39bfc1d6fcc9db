package io.spyglass.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A listed option series: root, expiry, right and strike.
///
/// The root tells the settlement (`SPX` settles on the morning's opening prints, `SPXW` on the
/// close) and marks adjusted deliverables (`SPY1`), so it is never dropped. [#parse] takes three
/// spellings, and each of [#ticker], [#compact] and [#osi] parses back to an equal contract:
///
/// | spelling | example |
/// |---|---|
/// | OSI, 21 characters | `SPXW  251219C06000000` |
/// | Polygon | `O:SPXW251219C06000000` |
/// | compact | `SPXW251219C06000000` |
///
/// Source: Options Symbology Initiative, OCC 2010: root (6, padded), yymmdd, C or P, strike in
/// thousandths of a dollar (8 digits).
///
/// A class rather than a record because it is the key of every look-up on the live path and keeps
/// its hash.
public final class OptionContract implements Instrument, Comparable<OptionContract> {

  static final String POLYGON_PREFIX = "O:";

  /// Date, right and strike of a symbol: everything behind the root.
  static final int TAIL_LENGTH = 15;

  private static final int ROOT_LENGTH = 6;
  private static final long MAX_STRIKE_MILLS = 99_999_999;

  private final String root;
  private final LocalDate expiry;
  private final Right right;
  private final long strikeMills;
  private final int hash;

  /// @param root 1 to 6 upper-case letters and digits, a letter first
  /// @param expiry the date in the symbol, from 2000-01-01 to 2099-12-31
  /// @param right call or put
  /// @param strikeMills the strike in thousandths of a dollar, 1 to 99,999,999
  /// @throws IllegalArgumentException for anything else
  public OptionContract(String root, LocalDate expiry, Right right, long strikeMills) {
    if (!isRoot(root)) {
      throw new IllegalArgumentException(
          "option root '" + root + "' wants 1 to 6 upper-case letters or digits, as in SPXW");
    }
    if (expiry.getYear() < 2000 || expiry.getYear() > 2099) {
      throw new IllegalArgumentException("option expiry " + expiry + " is outside 2000 to 2099");
    }
    if (strikeMills < 1 || strikeMills > MAX_STRIKE_MILLS) {
      throw new IllegalArgumentException(
          "option strike of " + strikeMills + " thousandths is outside 0.001 to 99999.999");
    }
    this.root = root;
    this.expiry = expiry;
    this.right = right;
    this.strikeMills = strikeMills;
    this.hash = hash(root, (int) expiry.toEpochDay(), right, (int) strikeMills);
  }

  private static int hash(String root, int epochDay, Right right, int strikeMills) {
    int hash = root.hashCode() * 31 + epochDay;
    hash = (hash * 31 + strikeMills) * 2 + right.letter();
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }

  /// The contract with a strike in dollars or index points.
  ///
  /// @throws IllegalArgumentException where the strike is no whole number of thousandths
  public static OptionContract of(String root, LocalDate expiry, Right right, double strike) {
    long mills = Math.round(strike * 1000);
    if (Math.abs(strike * 1000 - mills) > 1e-6) {
      throw new IllegalArgumentException(
          "option strike " + strike + " is no whole number of thousandths");
    }
    return new OptionContract(root, expiry, right, mills);
  }

  /// The contract that `symbol` names in any of the three spellings.
  ///
  /// @throws IllegalArgumentException naming the symbol, what is wrong with it and what is expected
  public static OptionContract parse(String symbol) {
    String bare =
        symbol.startsWith(POLYGON_PREFIX) ? symbol.substring(POLYGON_PREFIX.length()) : symbol;
    int split = bare.length() - TAIL_LENGTH;
    if (split < 1 || split > ROOT_LENGTH) {
      throw bad(symbol, "it has " + bare.length() + " characters", null);
    }
    String root =
        split == ROOT_LENGTH ? bare.substring(0, split).stripTrailing() : bare.substring(0, split);
    try {
      LocalDate expiry =
          LocalDate.of(
              2000 + digits(bare, split, 2),
              digits(bare, split + 2, 2),
              digits(bare, split + 4, 2));
      Right right = Right.of(bare.charAt(split + 6));
      return new OptionContract(root, expiry, right, digits(bare, split + 7, 8));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw bad(symbol, e.getMessage(), e);
    }
  }

  private static IllegalArgumentException bad(
      String symbol, @Nullable String why, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "'"
            + symbol
            + "' is no option symbol ("
            + why
            + "): expected root, yymmdd, C or P and 8 strike digits, as in SPXW251219C06000000",
        cause);
  }

  private static boolean isRoot(String root) {
    if (root.isEmpty() || root.length() > ROOT_LENGTH || !isLetter(root.charAt(0))) {
      return false;
    }
    for (int i = 1; i < root.length(); i++) {
      char c = root.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("'" + c + "' stands where a digit belongs");
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /// The root of the symbol, `SPXW`.
  public String root() {
    return root;
  }

  /// The date in the symbol.
  public LocalDate expiry() {
    return expiry;
  }

  /// Call or put.
  public Right right() {
    return right;
  }

  /// The strike in thousandths of a dollar.
  public long strikeMills() {
    return strikeMills;
  }

  /// The strike in dollars or index points.
  public double strike() {
    return strikeMills / 1000.0;
  }

  /// The Polygon spelling, `O:SPXW251219C06000000`, which the lake stores.
  @Override
  public String ticker() {
    return POLYGON_PREFIX + compact();
  }

  /// The compact spelling, `SPXW251219C06000000`, which the ledger stores.
  public String compact() {
    return root + tail();
  }

  /// The 21 characters of the Options Symbology Initiative, `SPXW 251219C06000000`.
  public String osi() {
    return root + " ".repeat(ROOT_LENGTH - root.length()) + tail();
  }

  private String tail() {
    return String.format(
        Locale.ROOT,
        "%02d%02d%02d%c%08d",
        expiry.getYear() % 100,
        expiry.getMonthValue(),
        expiry.getDayOfMonth(),
        right.letter(),
        strikeMills);
  }

  /// The underlying this series belongs to.
  public Underlying underlying() {
    return Underlying.ofRoot(root);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof OptionContract that
            && strikeMills == that.strikeMills
            && right == that.right
            && expiry.equals(that.expiry)
            && root.equals(that.root));
  }

  /// Orders by root, expiry, strike, then call before put.
  @Override
  public int compareTo(OptionContract that) {
    int order = root.compareTo(that.root);
    order = order != 0 ? order : expiry.compareTo(that.expiry);
    order = order != 0 ? order : Long.compare(strikeMills, that.strikeMills);
    return order != 0 ? order : right.compareTo(that.right);
  }

  @Override
  public String toString() {
    return compact();
  }
}
