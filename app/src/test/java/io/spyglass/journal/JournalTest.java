package io.spyglass.journal;

import static io.spyglass.journal.Events.DAY;
import static io.spyglass.journal.Events.START;
import static io.spyglass.journal.Events.drain;
import static io.spyglass.journal.Events.ofEveryKind;
import static io.spyglass.journal.Events.quote;
import static io.spyglass.journal.Events.read;
import static io.spyglass.journal.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.spyglass.flow.FlowRules;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("the log that it reads is everybody's")
class JournalTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = Journal.file(folder, DAY, "live");
  }

  @Test
  void everyKindOfEventComesBackAsItWas() {
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(ofEveryKind());
      assertThat(journal.events()).isEqualTo(ofEveryKind().size());
      assertThat(journal.wholeNanos()).isEqualTo(START + 60 * Events.SECOND);
    }

    assertThat(read(file)).isEqualTo(ofEveryKind());
  }

  @Test
  void withoutAPrintItIsWholeNoFurtherThanItsFirstEvent() {
    try (Journal journal = Journal.open(file, DAY)) {
      assertThat(journal.wholeNanos()).isEqualTo(MarketEvent.ABSENT);
      journal.append(List.of(new Tick(START), new Tick(START + Events.SECOND)));
      journal.append(List.of(new Tick(START + 2 * Events.SECOND)));
      assertThat(journal.wholeNanos()).isEqualTo(START);
    }
    try (Journal journal = Journal.open(file, DAY)) {
      assertThat(journal.wholeNanos()).isEqualTo(START);
    }
  }

  @Test
  void aJournalGoesOnWhereItWasClosed() {
    List<MarketEvent> expected = new ArrayList<>();
    for (int run = 0; run < 4; run++) {
      List<MarketEvent> events = Events.random(run % 3, 50);
      try (Journal journal = Journal.open(file, DAY)) {
        assertThat(journal.events()).isEqualTo(expected.size());
        journal.append(events.subList(0, 20));
        journal.append(List.of());
        journal.append(events.subList(20, 50));
      }
      expected.addAll(events);
    }

    assertThat(read(file)).isEqualTo(expected);
  }

  @Test
  void oneInstrumentIsOneInstanceAndSoAreItsConditions() {
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(List.of(quote(6000, 1), trade(6000, 2, 227, 240)));
      journal.append(List.of(quote(6000, 3), trade(6000, 4, 227, 240)));
    }

    List<MarketEvent> events = read(file);
    Instrument instrument = ((Quote) events.get(0)).instrument();
    assertThat(((Trade) events.get(1)).instrument()).isSameAs(instrument);
    assertThat(((Quote) events.get(2)).instrument()).isSameAs(instrument);
    assertThat(((Trade) events.get(3)).conditions()).isSameAs(((Trade) events.get(1)).conditions());
  }

  @Test
  void everyNaNStaysTheOneItIs() {
    double quietWithPayload = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(List.of(new Quote(Events.SPY, 1, 2, 3, quietWithPayload, -0.0, 4, 5)));
    }

    Quote quote = (Quote) read(file).getFirst();
    assertThat(Double.doubleToRawLongBits(quote.bid())).isEqualTo(0x7ff8_0000_dead_beefL);
    assertThat(Double.doubleToRawLongBits(quote.ask())).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void halfASurrogatePairIsKeptToo() {
    News news =
        new News("\ud83d", 1, 2, "📈", "x\udc00y", Double.NaN, List.of("\udfff"), List.of());
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(List.of(news));
    }

    assertThat(read(file)).containsExactly(news);
  }

  @Test
  void aBlockMayBeLargerThanTheReadersBuffer() {
    News article = new News("1", 1, 2, "t", "€".repeat(1 << 20), 0, List.of(), List.of());
    List<MarketEvent> many = Events.random(7, 60_000);
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(List.of(new Tick(0)));
      journal.append(List.of(article, article));
      journal.append(many);
    }

    List<MarketEvent> expected = new ArrayList<>(List.of(new Tick(0), article, article));
    expected.addAll(many);
    assertThat(read(file)).isEqualTo(expected);
  }

  @Test
  void aJournalThatIsBeingWrittenIsReadAsFarAsItReached() {
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(List.of(new Tick(1)));
      try (JournalFeed feed = JournalFeed.open(file)) {
        journal.append(List.of(new Tick(2)));
        assertThat(drain(feed)).containsExactly(new Tick(1));
      }
      assertThat(read(file)).containsExactly(new Tick(1), new Tick(2));
    }
  }

  @Test
  void aJournalAndItsRulesAreSetAsideUnderTheNextFreeNumber() throws IOException {
    DayRules rules =
        new DayRules(
            DAY,
            "https://vendor",
            0,
            "standard",
            List.of(
                new DayRules.Watched(
                    new Underlying("SPX"), FlowRules.standard(new Underlying("SPX")), 6000)));
    for (int number = 1; number <= 2; number++) {
      rules.write(file);
      try (Journal journal = Journal.open(file, DAY)) {
        journal.append(List.of(new Tick(number)));
      }
      Path aside = Journal.setAside(file);

      assertThat(aside).isEqualTo(file.resolveSibling("live." + number + ".journal"));
      assertThat(read(aside)).containsExactly(new Tick(number));
      assertThat(DayRules.read(aside, DAY)).contains(rules);
      assertThat(file).doesNotExist();
      assertThat(DayRules.read(file, DAY)).isEmpty();
    }
  }

  @Test
  void rulesThatACrashLeftWithoutTheirJournalAreSetAsideToo() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file.resolveSibling("live.json"), "{}");
    Files.writeString(file.resolveSibling("live.1.journal"), "");

    assertThat(Journal.setAside(file)).isEqualTo(file.resolveSibling("live.2.journal"));

    assertThat(file.resolveSibling("live.2.json")).hasContent("{}");
    assertThat(file.resolveSibling("live.json")).doesNotExist();
  }

  @Test
  void whatAWriterIsWritingIsNoTornTailToWarnOf() throws IOException {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(JournalFeed.class);
    said.start();
    logger.addAppender(said);
    try (Journal journal = Journal.open(file, DAY)) {
      journal.append(List.of(new Tick(1)));
    }
    Files.write(file, new byte[100], StandardOpenOption.APPEND);

    try (JournalFeed feed = JournalFeed.openGrowing(file)) {
      assertThat(drain(feed)).containsExactly(new Tick(1));
      assertThat(said.list).isEmpty();
    }
    assertThat(read(file)).containsExactly(new Tick(1));
    assertThat(said.list).hasSize(1);
    logger.detachAppender(said);
  }

  @Test
  void theHeaderSaysInPlainWordsWhatTheFileIs() throws IOException {
    Journal.open(file, DAY).close();

    assertThat(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII))
        .startsWith("SPYGLASS")
        .contains("market journal of 2025-12-19")
        .contains("io.spyglass.journal");
  }

  @Test
  void aForeignFileIsNamedAndLeftAsItIs() throws IOException {
    Files.createDirectories(file.getParent());
    for (String text : List.of("hello", "PAR1".repeat(100))) {
      Files.writeString(file, text);

      assertThatThrownBy(() -> read(file))
          .isInstanceOf(CorruptFile.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("is no Spyglass journal");
      assertThatThrownBy(() -> Journal.open(file, DAY)).isInstanceOf(CorruptFile.class);
      assertThat(file).hasContent(text);
    }
  }

  @Test
  void aNewerFormatIsNotGuessedAt() throws IOException {
    Journal.open(file, DAY).close();
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 2;
    Files.write(file, bytes);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContaining("journal format 2")
        .hasMessageContaining("reads format 1");
  }

  @Test
  void aJournalOfAnotherDayIsRefused() {
    Journal.open(file, DAY).close();

    assertThatThrownBy(() -> Journal.open(file, DAY.plusDays(3)))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContaining("2025-12-22")
        .hasMessageContaining("2025-12-19");
  }

  @Test
  void aMissingJournalIsAnOutageThatNamesIt() {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("there is no journal " + file);
  }

  @Test
  void aNameThatLeavesTheFolderIsRefused() {
    for (String name : Arrays.asList("../live", "", ".hidden", "a/b")) {
      assertThatThrownBy(() -> Journal.file(folder, DAY, name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + name + "'");
    }
  }

  @Test
  void theSameEventsGiveTheSameBytes() throws IOException {
    Path other = Journal.file(folder, DAY, "other");
    for (Path path : List.of(file, other)) {
      try (Journal journal = Journal.open(path, DAY)) {
        journal.append(Events.random(3, 500));
      }
    }

    assertThat(file).hasSameBinaryContentAs(other);
  }
}
