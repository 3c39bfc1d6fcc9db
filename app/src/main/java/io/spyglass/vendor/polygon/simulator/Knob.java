package io.spyglass.vendor.polygon.simulator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What can be set about the simulator's behaviour while it runs; by default it behaves.
enum Knob {
  REST_THROTTLED(Kind.SHARE, 0, "REST answers that are 429"),
  REST_RETRY_AFTER(Kind.SHARE, 0.5, "of the 429s, those with a Retry-After of one second"),
  REST_EMPTY_THROTTLED(Kind.SHARE, 0.3, "of the 429s, those without a body"),
  REST_OUTAGES(Kind.SHARE, 0, "REST answers that are 500, 502 or 503 with HTML or nothing"),
  REST_CUT(Kind.SHARE, 0, "REST answers that break off half way"),
  REST_REFUSED_AS_OK(Kind.SHARE, 0, "REST answers that are 200 with status NOT_AUTHORIZED"),
  REST_SWAPPED_WORDS(Kind.FLAG, 0, "refusals say message for error, and error for message"),
  REST_DELAY_MILLIS(Kind.NUMBER, 0, "what every REST answer waits"),
  REST_CYCLIC_CURSORS(Kind.FLAG, 0, "next_url leads to the same page again"),
  REST_VENDOR_HOST(Kind.FLAG, 0, "next_url names the vendor's host"),
  REST_ABSENT_LISTS(Kind.FLAG, 0, "empty lists without results"),
  REST_MOVED(Kind.FLAG, 0, "trades and quotes of options under /options/v3 alone"),
  HISTORY_LAG_SECONDS(Kind.NUMBER, 0, "how old the newest trades, quotes and bars of REST are"),
  MISSING_GREEKS(Kind.SHARE, 0, "snapshots without greeks and implied volatility"),
  EMPTY_GREEKS(Kind.SHARE, 0, "snapshots whose greeks hold nothing"),
  MISSING_QUOTES(Kind.SHARE, 0, "snapshots without last_quote"),
  MISSING_TRADES(Kind.SHARE, 0, "snapshots without last_trade"),
  MISSING_UNDERLYING(Kind.SHARE, 0, "snapshots without underlying_asset"),
  NOT_ENTITLED_ITEMS(Kind.SHARE, 0, "items of snapshots that are NOT_ENTITLED"),
  EXPONENTS(Kind.FLAG, 0, "numbers as 1.012e+06"),
  FRACTIONAL_SIZES(Kind.FLAG, 0, "sizes and volumes with string twins"),
  UNKNOWN_FIELDS(Kind.FLAG, 0, "fields that nobody knows, with values within"),
  DROP_AFTER_SECONDS(Kind.NUMBER, 0, "sockets vanish without a close about so often; 0 never"),
  NIGHTLY_DROPS(Kind.FLAG, 0, "sockets vanish without a close at midnight"),
  SILENT(Kind.FLAG, 0, "sockets deliver no events"),
  HALF_OPEN(Kind.FLAG, 0, "sockets stay open while all that either side sends is lost"),
  HALF_OPEN_SECONDS(Kind.NUMBER, 30, "how soon those vanish once that flag is taken back"),
  SILENT_ACKS(Kind.SHARE, 0, "subscriptions that are neither acknowledged nor made"),
  LOST_ACKS(Kind.SHARE, 0, "subscriptions that are made and never acknowledged"),
  BATCHED_ACKS(Kind.FLAG, 0, "acknowledgements gather in frames, events between them"),
  AUTH_FAILS(Kind.SHARE, 0, "good keys that are refused by sockets"),
  OLD_AUTH_WORDS(Kind.FLAG, 0, "a good key is answered success, a bad one error"),
  AUTH_TIMEOUT_MILLIS(Kind.NUMBER, 10_000, "how long a socket waits for a key"),
  DUPLICATES(Kind.SHARE, 0, "messages sent twice"),
  OUT_OF_ORDER(Kind.SHARE, 0, "messages sent behind later ones, bars behind the next ones"),
  NO_SEQUENCES(Kind.SHARE, 0, "trades and quotes of sockets without q, or with 0 as q"),
  MALFORMED(Kind.SHARE, 0, "messages with a broken frame behind them"),
  UNKNOWN_EVENTS(Kind.SHARE, 0, "messages with an event nobody knows behind them"),
  LATE_BARS(Kind.SHARE, 0, "bars of stocks sent incomplete first and again when complete"),
  CONNECTIONS(Kind.NUMBER, 1, "sockets a key may have in a cluster"),
  EVICT_NEWEST(Kind.FLAG, 0, "one socket too many is refused, rather than the oldest closed"),
  OPTION_QUOTES(Kind.NUMBER, 1000, "contracts whose quotes a socket may have"),
  OUTBOX_BYTES(Kind.NUMBER, 16_000_000, "what waits for a slow reader before it is closed"),
  BATCH_MILLIS(Kind.NUMBER, 20, "how long events gather in a frame"),
  FRAME_BYTES(Kind.NUMBER, 65_536, "how large a frame grows before it is sent");

  /// What a knob's number means.
  enum Kind {
    /// From 0 for never to 1 for always.
    SHARE,
    /// 0 for no, 1 for yes.
    FLAG,
    /// 0 or above.
    NUMBER
  }

  private final Kind kind;
  private final double preset;
  private final String meaning;

  Knob(Kind kind, double preset, String meaning) {
    this.kind = kind;
    this.preset = preset;
    this.meaning = meaning;
  }

  /// The knob of a name in lower case; null for none.
  static @Nullable Knob of(String name) {
    for (Knob each : values()) {
      if (each.word().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /// Its name in JSON.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Kind kind() {
    return kind;
  }

  /// What it is unless it is set.
  double preset() {
    return preset;
  }

  String meaning() {
    return meaning;
  }

  /// Whether a number is one of its own.
  boolean takes(double value) {
    return switch (kind) {
      case SHARE -> value >= 0 && value <= 1;
      case FLAG -> value == 0 || value == 1;
      case NUMBER -> value >= 0 && value < Double.POSITIVE_INFINITY;
    };
  }

  /// What it wants, in words.
  String expected() {
    return switch (kind) {
      case SHARE -> "a number from 0 to 1";
      case FLAG -> "true or false";
      case NUMBER -> "a number of at least 0";
    };
  }
}
