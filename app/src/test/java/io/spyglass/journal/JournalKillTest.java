package io.spyglass.journal;

import static io.spyglass.journal.Events.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKillTest {
  /// A child that appends numbered ticks in groups and says each time how many are acknowledged.
  static final class Writer {
    public static void main(String[] arguments) {
      try (Journal journal = Journal.open(Path.of(arguments[0]), DAY)) {
        for (int size = 1; ; size = size % 97 + 1) {
          long next = journal.events();
          journal.append(LongStream.range(next, next + size).mapToObj(Tick::new).toList());
          System.out.println(journal.events());
        }
      }
    }
  }

  @Test
  void whatAKilledProcessCalledAcknowledgedIsInTheFile(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = Journal.file(folder, DAY, "killed");
    long before = 0;
    for (int kill = 1; kill <= 3; kill++) {
      long acknowledged = acknowledgedByAKilledChild(file, 40 * kill);
      assertThat(acknowledged).isGreaterThan(before);

      List<MarketEvent> events = Events.read(file);
      assertThat(events).hasSizeGreaterThanOrEqualTo(Math.toIntExact(acknowledged));
      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i)).isEqualTo(new Tick(i));
      }
      before = events.size();
    }
  }

  private static long acknowledgedByAKilledChild(Path file, int groups)
      throws IOException, InterruptedException {
    Process child = Child.start(Writer.class, file);
    long acknowledged = 0;
    try (BufferedReader lines = child.inputReader()) {
      for (int i = 0; i < groups; i++) {
        acknowledged = Long.parseLong(lines.readLine());
      }
      assertThat(child.toHandle().destroyForcibly()).isTrue();
      // The last line may be cut, which makes it a smaller number and so a weaker claim.
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged = Math.max(acknowledged, line.isEmpty() ? 0 : Long.parseLong(line));
      }
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor()).isEqualTo(128 + 9);
    return acknowledged;
  }
}
