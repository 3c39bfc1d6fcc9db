package io.spyglass.vendor.polygon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Frames as the vendor sends them, drawn at random: every kind, fields in any order, numbers in
/// every spelling, values that are missing or none.
final class Frames {
  private static final String[] OPTIONS = {
    "O:SPXW251219C06000000", "O:SPX251219P05900000", "O:SPY251219C00600000", "O:SPY1251219P00512500"
  };
  private static final String[] STOCKS = {"SPY", "BRK.B"};
  private static final String[] INDICES = {"I:SPX", "I:VIX", "I:VIX1D"};

  private final SplittableRandom random;

  Frames(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// A frame of up to 20 messages.
  String next() {
    List<String> messages = new ArrayList<>();
    for (int i = random.nextInt(21); i > 0; i--) {
      messages.add(message());
    }
    return "[" + String.join(random.nextBoolean() ? "," : " ,\n ", messages) + "]";
  }

  private String message() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> trade();
      case 3, 4 -> quote();
      case 5 -> bar();
      case 6 -> value();
      default -> other();
    };
  }

  private String trade() {
    List<String> fields = begin("T", random.nextInt(4) == 0 ? STOCKS : OPTIONS, "sym");
    add(fields, "x", integer(300 + random.nextInt(26)));
    add(fields, "p", price());
    add(fields, "s", integer(1 + random.nextInt(500)));
    add(fields, "t", time());
    add(fields, "q", integer(random.nextInt(1, Integer.MAX_VALUE)));
    if (random.nextInt(5) == 0) {
      fields.add("\"ds\":\"" + random.nextInt(1, 99) + ".25\"");
    }
    if (random.nextInt(5) != 0) {
      fields.add("\"c\":[" + (random.nextBoolean() ? "209" : "232, 219") + "]");
    }
    if (random.nextInt(6) == 0) {
      fields.add("\"pt\":" + time());
    }
    return joined(fields);
  }

  private String quote() {
    List<String> fields = begin("Q", OPTIONS, "sym");
    add(fields, "bp", price());
    add(fields, "ap", price());
    add(fields, "bs", integer(random.nextInt(200)));
    add(fields, "as", integer(random.nextInt(200)));
    add(fields, "bx", "302");
    add(fields, "t", time());
    add(fields, "q", integer(random.nextInt(1, Integer.MAX_VALUE)));
    return joined(fields);
  }

  private String bar() {
    List<String> fields = begin(random.nextBoolean() ? "A" : "AM", OPTIONS, "sym");
    for (String name : List.of("o", "h", "l", "c", "vw", "op", "a")) {
      add(fields, name, price());
    }
    add(fields, "v", integer(random.nextInt(90_000)));
    add(fields, "s", time());
    add(fields, "e", time());
    add(fields, "z", "2.5");
    return joined(fields);
  }

  private String value() {
    List<String> fields = begin("V", INDICES, "T");
    add(fields, "val", price());
    add(fields, "t", time());
    return joined(fields);
  }

  private String other() {
    return switch (random.nextInt(4)) {
      case 0 -> "{\"ev\":\"FMV\",\"fmv\":1.5,\"sym\":\"SPY\",\"t\":1761313501123000000}";
      case 1 -> "{\"ev\":\"status\",\"status\":\"success\",\"message\":\"subscribed to: T.*\"}";
      case 2 -> "{\"ev\":\"LULD\",\"T\":\"SPY\",\"h\":1.5,\"l\":1,\"i\":[17,{\"a\":[]}],\"t\":1}";
      default -> "{\"what\":{\"is\":[\"this\",\"}\",null,true,-1.5e3]}}";
    };
  }

  private List<String> begin(String event, String[] tickers, String name) {
    List<String> fields = new ArrayList<>();
    fields.add("\"ev\":\"" + event + "\"");
    if (random.nextInt(40) != 0) {
      String ticker = random.nextInt(40) == 0 ? "O:junk" : tickers[random.nextInt(tickers.length)];
      fields.add("\"" + name + "\":\"" + ticker + "\"");
    }
    if (random.nextInt(10) == 0) {
      fields.add("\"later\":{\"p\":[1,\"\\\"\",{}],\"t\":false}");
    }
    return fields;
  }

  private void add(List<String> fields, String name, String number) {
    int draw = random.nextInt(60);
    if (draw != 0) {
      fields.add("\"" + name + "\":" + (draw == 1 ? "null" : number));
    }
  }

  private String joined(List<String> fields) {
    if (random.nextInt(3) == 0) {
      Collections.shuffle(fields, new java.util.Random(random.nextLong()));
    }
    return "{" + String.join(random.nextBoolean() ? "," : " , ", fields) + "}";
  }

  private String price() {
    return switch (random.nextInt(7)) {
      case 0 -> "0";
      case 1 -> String.valueOf(random.nextDouble() * 7000);
      case 2 -> String.format(Locale.ROOT, "%.6e", random.nextDouble() * 7000);
      case 3 -> random.nextInt(100) == 0 ? "-1.5" : "12";
      case 4 -> "\"" + random.nextInt(100) + ".05\"";
      default -> String.format(Locale.ROOT, "%.2f", random.nextDouble() * 100);
    };
  }

  private String integer(int value) {
    return random.nextInt(8) == 0
        ? String.format(Locale.ROOT, "%.9e", (double) value)
        : Integer.toString(value);
  }

  private String time() {
    long millis = 1_761_313_501_123L + random.nextInt(100_000_000);
    return random.nextInt(50) == 0 ? Integer.toString(random.nextInt()) : Long.toString(millis);
  }
}
