package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.session.Rejects;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The scanner against a second decoder, which makes a tree of the frame first and reads decimals.
class DecoderOracleTest {
  private static final long RECEIVED = 77;
  private static final BigDecimal FIRST = new BigDecimal("946684800000");
  private static final BigDecimal LAST = new BigDecimal("4102444800000");

  private final JsonMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Test
  void bothReadTheSameOfTenThousandFrames() {
    Frames frames = new Frames(20261121);
    Decoded ours = new Decoded();
    Decoder decoder = new Decoder(ours, ours.rejects);
    long messages = 0;
    for (int i = 0; i < 10_000; i++) {
      String frame = frames.next();
      byte[] bytes = frame.getBytes(UTF_8);
      ours.said.clear();
      long before = ours.rejects.count();
      decoder.decode(bytes, 0, bytes.length, RECEIVED);

      List<Object> expected = new ArrayList<>();
      long rejected = 0;
      for (JsonNode message : mapper.readTree(frame)) {
        messages++;
        try {
          Object read = read(message);
          if (read != null) {
            expected.add(read);
          }
        } catch (IllegalArgumentException _) {
          rejected++;
        }
      }
      assertThat(ours.said).as(frame).isEqualTo(expected);
      assertThat(ours.rejects.count() - before).as(frame).isEqualTo(rejected);
    }
    assertThat(messages).isGreaterThan(90_000);
    assertThat(ours.rejects.count()).isGreaterThan(5_000);
  }

  /// Keeps everything in order.
  private static final class Decoded implements Decoder.Sink {
    final List<Object> said = new ArrayList<>();
    final Rejects rejects = new Rejects();

    @Override
    public void event(MarketEvent event) {
      said.add(event);
    }

    @Override
    public void status(String status, String message) {
      said.add(status + ": " + message);
    }
  }

  private static @Nullable Object read(JsonNode message) {
    return switch (message.path("ev").asString("")) {
      case "T" -> trade(message);
      case "Q" -> quote(message);
      case "A" -> bar(message, 1);
      case "AM" -> bar(message, 60);
      case "V" -> value(message);
      case "status" ->
          message.path("status").asString() + ": " + message.path("message").asString();
      default -> null;
    };
  }

  private static Trade trade(JsonNode message) {
    double price = required(message, "p").doubleValue();
    BigDecimal twin = number(message, "ds");
    double size = (twin == null ? required(message, "s") : twin).doubleValue();
    refuse(price < 0 || size <= 0);
    List<Integer> codes = new ArrayList<>();
    message.path("c").forEach(code -> codes.add(code.asInt()));
    return new Trade(
        instrument(message, "sym"),
        nanos(message, "t"),
        RECEIVED,
        message.hasNonNull("pt") ? nanos(message, "pt") : -1,
        sequence(message),
        price,
        size,
        (int) whole(message, "x", 0),
        Conditions.of(codes.stream().mapToInt(Integer::intValue).toArray()),
        -1);
  }

  private static Quote quote(JsonNode message) {
    double bid = price(message, "bp");
    double ask = price(message, "ap");
    long asks = whole(message, "as", 0);
    Instrument instrument = instrument(message, "sym");
    return new Quote(
        instrument,
        nanos(message, "t"),
        RECEIVED,
        sequence(message),
        bid == 0 && !(instrument instanceof OptionContract) ? Double.NaN : bid,
        ask == 0 && asks == 0 ? Double.NaN : ask,
        whole(message, "bs", 0),
        asks);
  }

  private static Bar bar(JsonNode message, int seconds) {
    double[] prices = new double[4];
    String names = "ohlc";
    for (int i = 0; i < prices.length; i++) {
      prices[i] = required(message, names.substring(i, i + 1)).doubleValue();
      refuse(prices[i] < 0);
    }
    refuse(Math.max(prices[0], Math.max(prices[2], prices[3])) > prices[1]);
    BigDecimal volume = number(message, "v");
    BigDecimal vwap = number(message, "vw");
    return new Bar(
        instrument(message, "sym"),
        nanos(message, "s"),
        seconds,
        RECEIVED,
        prices[0],
        prices[1],
        prices[2],
        prices[3],
        volume == null ? Double.NaN : volume.doubleValue(),
        vwap == null ? Double.NaN : vwap.doubleValue());
  }

  private static IndexValue value(JsonNode message) {
    double value = required(message, "val").doubleValue();
    refuse(value <= 0);
    return new IndexValue((Index) instrument(message, "T"), nanos(message, "t"), RECEIVED, value);
  }

  private static double price(JsonNode message, String name) {
    BigDecimal price = number(message, name);
    refuse(price != null && price.signum() < 0);
    return price == null ? Double.NaN : price.doubleValue();
  }

  private static Instrument instrument(JsonNode message, String name) {
    return Instrument.parse(message.path(name).asString(""));
  }

  private static long nanos(JsonNode message, String name) {
    BigDecimal millis = required(message, name);
    refuse(millis.compareTo(FIRST) < 0 || millis.compareTo(LAST) >= 0);
    return millis.longValueExact() * 1_000_000;
  }

  private static long sequence(JsonNode message) {
    long number = whole(message, "q", 0);
    return number == 0 ? -1 : number;
  }

  private static long whole(JsonNode message, String name, long missing) {
    BigDecimal value = number(message, name);
    return value == null ? missing : value.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static BigDecimal required(JsonNode message, String name) {
    BigDecimal value = number(message, name);
    refuse(value == null);
    return value;
  }

  private static @Nullable BigDecimal number(JsonNode message, String name) {
    JsonNode node = message.path(name);
    return node.isNumber() || node.isString() ? new BigDecimal(node.asString()) : null;
  }

  private static void refuse(boolean bad) {
    if (bad) {
      throw new IllegalArgumentException("bad");
    }
  }
}
