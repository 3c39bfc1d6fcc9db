package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.spyglass.SharedData;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Stock;
import io.spyglass.net.Redaction;
import io.spyglass.session.Rejects;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bodies that were bent, cut, doubled and mixed: each gives rows or is refused as no body, and
/// takes no more memory than its length explains.
class BodyFuzzTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final byte[] SPICE =
      "[]{},:\"\\0123456789.eE+-nulltrfasT\u0000\u007f".getBytes(UTF_8);

  /// A row of two bytes, `{}`, is a record of some 250 bytes and the array it is made from.
  private static final long BYTES_A_BYTE = 256;

  private static final long BYTES_A_BODY = 262_144;

  /// Whatever its length, the records, lists and numbers of a body take no more: its rows and
  /// tokens are bounded.
  private static final long MOST_BYTES = 600_000_000;

  private static final long TEXT_BYTES_A_BYTE = 4;

  private final SplittableRandom random = new SplittableRandom(4);
  private final Rejects rejects = new Rejects();
  private final Notes notes = new Notes(rejects, Redaction.byPlace());
  private final Body body = new Body(notes);
  private final Events events = new Events(rejects);
  private long rows;
  private long refused;

  @Test
  void bentBodiesOfOursDoNoHarm() {
    List<byte[]> originals = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      originals.add(tape().getBytes(UTF_8));
    }
    feed(originals, 20_000);
    assertThat(rows).isGreaterThan(20_000);
  }

  @Test
  void bentBodiesOfTheVendorDoNoHarm() throws IOException {
    List<byte[]> originals = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SharedData.at("data/polygon-rest"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        originals.add(Files.readAllBytes(file));
      }
    }
    feed(originals, 20_000);
    assertThat(rows).isGreaterThan(10_000);
  }

  @Test
  void lengthAloneIsNoHarm() {
    for (String text :
        List.of(
            "{\"a\":".repeat(200_000),
            "[".repeat(1_000_000),
            "{\"results\":[" + "{},".repeat(300_000) + "{}]}",
            "{\"results\":[" + "null,".repeat(300_000) + "1]}",
            "{\"results\":[{\"price\":" + "9".repeat(1_000_000) + "}]}",
            "{\"results\":[{\"price\":\"" + "9".repeat(1_000_000) + "\"}]}",
            "{\"results\":[{\"sip_timestamp\":1e-999999999}]}",
            "{\"results\":[{\"sip_timestamp\":\"1E+999999999\"}]}",
            "{\"" + "x".repeat(40_000) + "\":1}")) {
      decode(text.getBytes(UTF_8));
    }
    assertThat(notes.unknown()).allSatisfy(name -> assertThat(name.length()).isLessThan(65));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "{'results':[ {},",
        "{'results':[ null,",
        "{'results':[ {'bid_price':1},",
        "{'results':[{'conditions':[ 1,",
        "{'results':[{'insights':[ {},",
        "{'results':[{ 'greeks':{},",
        "{ 'a':{},",
        "[ {'a':1},"
      })
  void howeverLongABodyIsItTakesNoMoreThanALongPage(String head, String one) {
    String text = head + one.repeat((16 << 20) / one.length());
    byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);
    decode(bytes);
    assertThat(refused).isGreaterThanOrEqualTo(ways(bytes).size());
    assertThat(rows).isZero();
  }

  @Test
  void namesWithoutEndAreRememberedToABound() {
    StringBuilder text = new StringBuilder("{\"results\":[{");
    for (int i = 0; i < 5_000; i++) {
      text.append("\"name").append(i).append("\":0,");
    }
    decode(text.append("\"price\":1}]}").toString().getBytes(UTF_8));
    assertThat(notes.unknown()).hasSize(256);
  }

  private String tape() {
    StringBuilder text = new StringBuilder("{\"status\":\"OK\",\"results\":[");
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append("{\"price\":").append(random.nextDouble() * 1000);
      text.append(",\"size\":")
          .append(random.nextInt(1, 100))
          .append(".0e")
          .append(random.nextInt(3));
      text.append(",\"sip_timestamp\":").append(1_761_313_501_123_900_123L + random.nextInt());
      text.append(",\"conditions\":[").append(random.nextInt(200, 250)).append("]}");
      text.append(i == 0 ? "]" : ",");
    }
    return text.append(",\"next_url\":\"https://x/?cursor=\\u0041\"}").toString();
  }

  private void feed(List<byte[]> originals, int count) {
    for (int i = 0; i < count; i++) {
      byte[] one = originals.get(random.nextInt(originals.size()));
      byte[] other = originals.get(random.nextInt(originals.size()));
      decode(bent(one, other));
    }
    assertThat(refused).isGreaterThan(count / 10);
  }

  private byte[] bent(byte[] original, byte[] other) {
    byte[] bent = original.clone();
    for (int i = random.nextInt(4); i >= 0 && bent.length > 0; i--) {
      int at = random.nextInt(bent.length);
      switch (random.nextInt(5)) {
        case 0 -> bent[at] ^= (byte) (1 << random.nextInt(8));
        case 1, 2 -> bent[at] = SPICE[random.nextInt(SPICE.length)];
        case 3 -> bent = random.nextBoolean() ? Arrays.copyOf(bent, at) : bent;
        default -> bent = joined(bent, at, other, random.nextInt(other.length + 1));
      }
    }
    return bent;
  }

  private static byte[] joined(byte[] head, int length, byte[] tail, int from) {
    byte[] whole = Arrays.copyOf(head, length + tail.length - from);
    System.arraycopy(tail, from, whole, length, tail.length - from);
    return whole;
  }

  /// A body that takes much may be the first to load a class: taken again, it may not.
  private void decode(byte[] bytes) {
    long bound =
        Math.min(
            BYTES_A_BODY + BYTES_A_BYTE * bytes.length,
            MOST_BYTES + TEXT_BYTES_A_BYTE * bytes.length);
    for (Runnable way : ways(bytes)) {
      if (taken(way) >= bound) {
        assertThat(taken(way)).isLessThan(bound);
      }
    }
  }

  private List<Runnable> ways(byte[] bytes) {
    return List.of(
        () -> read(() -> trades(body.page(TradeRow.class, bytes).results())),
        () -> read(() -> body.page(Snapshot.class, bytes).results().size()),
        () -> read(() -> news(body.page(Article.class, bytes).results())),
        () -> read(() -> body.page(ConditionRow.class, bytes).results().size()),
        () -> read(() -> body.array(Holiday.class, bytes).size()),
        () -> read(() -> body.document(bytes).size()));
  }

  private int trades(List<TradeRow> found) {
    Stock stock = new Stock("SPY");
    found.forEach(row -> assertWhole(events.trade(stock, row, MarketEvent.ABSENT)));
    return found.size();
  }

  private int news(List<Article> found) {
    found.forEach(row -> assertWhole(events.news(row, MarketEvent.ABSENT)));
    return found.size();
  }

  private static void assertWhole(MarketEvent event) {
    if (event != null && event.epochNanos() <= 0) {
      throw new AssertionError(event);
    }
  }

  private interface Attempt {
    int rows() throws BadBody;
  }

  private void read(Attempt attempt) {
    try {
      rows += attempt.rows();
    } catch (BadBody e) {
      refused++;
    }
  }

  private static long taken(Runnable way) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    way.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
