package io.spyglass.journal;

import static io.spyglass.journal.Events.DAY;
import static io.spyglass.journal.Events.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import io.spyglass.session.CorruptFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals cut and damaged at every place.
class JournalDamageTest {
  @TempDir Path folder;
  private Path file;
  private final List<MarketEvent> events = new ArrayList<>();

  /// The file's size when so many events were acknowledged.
  private final List<Long> sizes = new ArrayList<>();

  private final List<Integer> counts = new ArrayList<>();
  private byte[] bytes;

  @BeforeEach
  void recordAFewGroups() throws IOException {
    file = Journal.file(folder, DAY, "live");
    try (Journal journal = Journal.open(file, DAY)) {
      acknowledged(journal, List.of());
      acknowledged(journal, Events.ofEveryKind());
      acknowledged(journal, List.of(new Tick(1)));
      acknowledged(journal, Events.random(1, 6));
      acknowledged(journal, List.of(Events.quote(6000, 2), new Tick(2)));
    }
    bytes = Files.readAllBytes(file);
  }

  private void acknowledged(Journal journal, List<MarketEvent> group) throws IOException {
    journal.append(group);
    events.addAll(group);
    counts.add(events.size());
    sizes.add(Files.size(file));
  }

  /// What was acknowledged when the file had `size` bytes.
  private List<MarketEvent> acknowledgedAt(long size) {
    int count = 0;
    for (int i = 0; i < sizes.size(); i++) {
      count = sizes.get(i) <= size ? counts.get(i) : count;
    }
    return events.subList(0, count);
  }

  @Test
  void cutAtEveryByteItHasWhatWasAcknowledgedAndGoesOn() throws IOException {
    for (int size = 0; size <= bytes.length; size++) {
      write(bytes, size);
      assertThat(read(file)).as("cut at %d", size).isEqualTo(acknowledgedAt(size));

      List<MarketEvent> expected = new ArrayList<>(acknowledgedAt(size));
      expected.addAll(Events.random(1, 6));
      try (Journal journal = Journal.open(file, DAY)) {
        journal.append(Events.random(1, 6));
      }
      assertThat(read(file)).as("cut at %d, then appended to", size).isEqualTo(expected);
    }
  }

  @Test
  void aTailOfZerosOrRubbishIsTorn() throws IOException {
    for (int fill : List.of(0, 0xff, 83)) {
      for (int length : List.of(1, 19, 20, 21, 5000)) {
        write(bytes, bytes.length);
        byte[] tail = new byte[length];
        Arrays.fill(tail, (byte) fill);
        Files.write(file, tail, StandardOpenOption.APPEND);

        assertThat(read(file)).isEqualTo(events);
        Journal.open(file, DAY).close();
        assertThat(Files.size(file)).isEqualTo(bytes.length);
      }
    }
  }

  @Test
  void noByteFlippedEverGivesAnEventThatWasNotRecorded() throws IOException {
    long lastBlock = sizes.get(sizes.size() - 2);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 << (at % 8));
      write(damaged, damaged.length);

      if (at >= lastBlock) {
        assertThat(read(file)).as("byte %d", at).isEqualTo(acknowledgedAt(lastBlock));
      } else {
        assertThatThrownBy(() -> read(file))
            .as("byte %d", at)
            .isInstanceOf(CorruptFile.class)
            .hasMessageContaining(file.toString())
            .hasMessageContaining(at < JournalHeader.BYTES ? "" : "at offset " + blockOf(at) + ",");
        assertThatThrownBy(() -> Journal.open(file, DAY)).isInstanceOf(CorruptFile.class);
        assertThat(file).hasBinaryContent(damaged);
      }
    }
  }

  @Test
  void eventsBeforeADamagedBlockAreGivenFirst() throws IOException {
    byte[] damaged = bytes.clone();
    damaged[Math.toIntExact(sizes.get(2)) + 30] ^= 1;
    write(damaged, damaged.length);

    try (JournalFeed feed = JournalFeed.open(file)) {
      for (MarketEvent expected : events.subList(0, counts.get(2))) {
        assertThat(feed.next()).isEqualTo(expected);
      }
      assertThatThrownBy(feed::next).isInstanceOf(CorruptFile.class);
    }
  }

  @Test
  void aBlockCopiedToAnotherPlaceIsNone() throws IOException {
    byte[] tick =
        Arrays.copyOfRange(bytes, Math.toIntExact(sizes.get(1)), Math.toIntExact(sizes.get(2)));
    write(bytes, bytes.length);
    Files.write(file, tick, StandardOpenOption.APPEND);

    assertThat(read(file)).isEqualTo(events);
  }

  @Test
  void damageFarInFrontOfTheNextWholeBlockIsStillCorruption() throws IOException {
    long damagedAt = Files.size(file);
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(Events.random(2, 60_000));
      journal.append(List.of(new Tick(9)));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(4000), damagedAt);
    }

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContaining("at offset " + damagedAt + ",");
  }

  private long blockOf(int at) {
    return sizes.stream().filter(size -> size <= at).reduce((a, b) -> b).orElseThrow();
  }

  private void write(byte[] content, int size) throws IOException {
    Files.write(file, Arrays.copyOf(content, size));
  }
}
