package io.spyglass.lake;

import static io.spyglass.lake.LakeFixture.DATE;
import static io.spyglass.lake.LakeFixture.lake;
import static io.spyglass.lake.LakeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Several writers of one day: processes, and lakes of one process.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WriteLockTest {
  private static final int ROUNDS = 12;

  @TempDir private Path root;

  @Test
  void twoProcessesThatWriteOneDayLoseNoRow() throws IOException {
    try (LakeWriterProcess one = LakeWriterProcess.committing(root, 3000);
        LakeWriterProcess other = LakeWriterProcess.committing(root, 4000)) {
      for (int round = 0; round < ROUNDS; round++) {
        one.begin();
        other.begin();
        one.awaitDone();
        other.awaitDone();
      }
    }

    assertThat(bars()).isEqualTo(2 * ROUNDS);
    assertThat(query("SELECT count(*) FROM '" + root + "/historical/trades/*/*.parquet'"))
        .containsExactly(Integer.toString(2 * ROUNDS));
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void twoLakesOfOneProcessOnOneFolderLoseNoRow() {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int strike : List.of(3000, 4000)) {
      writers.add(
          CompletableFuture.runAsync(() -> {
            try (Lake lake = lake(root.resolve("."))) {
              for (int round = 0; round < ROUNDS; round++) {
                LakeWriterProcess.commit(lake, LakeWriterProcess.contract(strike + round));
              }
            }
          }));
    }
    writers.forEach(CompletableFuture::join);

    assertThat(bars()).isEqualTo(2 * ROUNDS);
  }

  @Test
  void aWriterWaitsForAnotherProcessAndSaysSo() throws Exception {
    Warnings warnings = new Warnings();
    Logger logger = (Logger) LoggerFactory.getLogger(WriteLock.class);
    warnings.start();
    logger.addAppender(warnings);
    try (LakeWriterProcess holder = LakeWriterProcess.holding(root);
        Lake lake = lake(root)) {
      holder.begin();
      holder.awaitDone();
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> LakeWriterProcess.commit(lake, LakeWriterProcess.contract(3000)));

      assertThat(warnings.messages.take())
          .isEqualTo("Another process writes into " + root + ": waiting until it is done");
      assertThat(root.resolve("raw")).doesNotExist();

      holder.begin();
      writing.join();
      assertThat(bars()).isEqualTo(1);
    } finally {
      logger.detachAppender(warnings);
    }
  }

  private long bars() {
    String file = root.resolve("raw/options").resolve(DATE + ".parquet").toString();
    return Long.parseLong(query("SELECT count(*) FROM '" + file + "'").getFirst());
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }

  private static final class Warnings extends AppenderBase<ILoggingEvent> {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      messages.add(event.getFormattedMessage());
    }
  }
}
