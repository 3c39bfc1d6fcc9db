package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.spyglass.SharedData;
import io.spyglass.model.MarketEvent;
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

/// Frames that were bent, cut, doubled and mixed: whatever they hold, the decoder comes to an end,
/// throws nothing, and takes no more memory than their length explains.
class DecoderFuzzTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final byte[] SPICE =
      "[]{},:\"\\0123456789.eE+-nulltrfasT\u0000\u007f".getBytes(UTF_8);

  /// An event is some 130 bytes and takes at least 40 of the frame; a new ticker costs more.
  private static final long BYTES_A_BYTE = 32;

  private static final long BYTES_A_FRAME = 16_384;

  private final SplittableRandom random = new SplittableRandom(4);
  private final Rejects rejects = new Rejects();
  private long events;
  private final Decoder decoder =
      new Decoder(
          new Decoder.Sink() {
            @Override
            public void event(MarketEvent event) {
              events++;
            }

            @Override
            public void status(String status, String message) {}
          },
          rejects);

  @Test
  void bentFramesOfOursDoNoHarm() {
    Frames frames = new Frames(9);
    List<byte[]> originals =
        Stream.generate(frames::next).limit(200).map(frame -> frame.getBytes(UTF_8)).toList();

    feed(originals, 60_000);
  }

  @Test
  void bentFramesOfTheVendorDoNoHarm() throws IOException {
    Path folder = SharedData.at("data/polygon-rest");
    List<byte[]> originals = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        byte[] body = Files.readAllBytes(file);
        if (body.length < 20_000) {
          originals.add(body);
        }
      }
    }
    assertThat(originals.size()).isGreaterThan(50);
    feed(originals, 60_000);
  }

  @Test
  void lengthAloneIsNoHarm() {
    String deep = "{\"a\":".repeat(200_000);
    String digits = "[{\"ev\":\"V\",\"val\":" + "9".repeat(1_000_000) + "}]";
    String words = "[{\"ev\":\"" + "status".repeat(100_000) + "\"}]";
    for (String frame :
        List.of(deep, digits, words, "[".repeat(1_000_000), "{".repeat(1_000_000))) {
      decode(frame.getBytes(UTF_8));
    }
    assertThat(rejects.count()).isEqualTo(4);
  }

  private void feed(List<byte[]> originals, int count) {
    for (int i = 0; i < count; i++) {
      byte[] frame = originals.get(random.nextInt(originals.size()));
      byte[] other = originals.get(random.nextInt(originals.size()));
      decode(bent(frame, other));
    }
    assertThat(events).isPositive();
    assertThat(rejects.count()).isGreaterThan(count / 10);
    assertThat(rejects.tallies().values())
        .allSatisfy(tally -> assertThat(tally.firstExample().length()).isLessThanOrEqualTo(200));
  }

  private byte[] bent(byte[] frame, byte[] other) {
    byte[] bent = frame.clone();
    for (int i = random.nextInt(4); i >= 0 && bent.length > 0; i--) {
      int at = random.nextInt(bent.length);
      switch (random.nextInt(5)) {
        case 0 -> bent[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bent[at] = SPICE[random.nextInt(SPICE.length)];
        case 2 -> bent = Arrays.copyOf(bent, at);
        case 3 -> bent = joined(bent, at, other, random.nextInt(other.length + 1));
        default -> bent = joined(bent, at, bent, at / 2);
      }
    }
    return bent;
  }

  private static byte[] joined(byte[] head, int length, byte[] tail, int from) {
    byte[] whole = Arrays.copyOf(head, length + tail.length - from);
    System.arraycopy(tail, from, whole, length, tail.length - from);
    return whole;
  }

  /// A frame that takes much may be the first to load a class: taken again, it may not.
  private void decode(byte[] frame) {
    long bound = BYTES_A_FRAME + BYTES_A_BYTE * frame.length;
    if (taken(frame) >= bound) {
      assertThat(taken(frame)).isLessThan(bound);
    }
  }

  private long taken(byte[] frame) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    decoder.decode(frame, 0, frame.length, 1);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
