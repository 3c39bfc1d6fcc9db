package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.journal.Clock;
import io.spyglass.journal.Journal;
import io.spyglass.journal.JournalFeed;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Underlying;
import io.spyglass.session.FactLog;
import io.spyglass.session.Feed;
import io.spyglass.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From the vendor's sockets to the journal and back: the session says the same of both.
@Timeout(300)
class SocketPathTest {
  private static final Underlying SPX = new Underlying("SPX");
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();

  @TempDir private Path folder;

  @Test
  void whatCameThroughTheSocketsIsReplayedFactForFact() throws Exception {
    Path file = Journal.file(folder, Desk.DATE, "SPX");
    List<String> live = new ArrayList<>();
    FlowState state;
    Map<String, Double> truth;
    try (Desk desk = new Desk("09:30", "{\"duplicates\":0.01,\"exponents\":true}");
        Sequencer sequencer = Sequencer.recorded(Journal.open(file, Desk.DATE), Clock.SYSTEM)) {
      desk.also = sequencer::offer;
      Thread market = Thread.ofPlatform().start(() -> play(desk, sequencer));
      state = run(sequencer, live);
      market.join();
      truth = volumes(desk.truth());
    }
    assertThat(live).hasSizeGreaterThan(10_000).anyMatch(fact -> fact.startsWith("print"));
    assertThat(volumes(state)).isEqualTo(truth);
    List<String> replayed = new ArrayList<>();
    try (JournalFeed journal = JournalFeed.open(file)) {
      FlowState _ = run(journal, replayed);
    }
    assertThat(replayed).isEqualTo(live);
  }

  private static void play(Desk desk, Sequencer sequencer) {
    try (Stream index = desk.another(Cluster.INDICES, "V.I:SPX")) {
      desk.streaming("T", "Q");
      desk.await(_ -> index.status().state() == StreamStatus.State.STREAMING);
      desk.playTo("09:45");
      desk.awaitPrints(desk.truth());
      desk.await(_ -> desk.of(IndexValue.class).size() > 800);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sequencer.finish();
    }
  }

  private static FlowState run(Feed feed, List<String> facts) {
    FactLog log = new FactLog(facts::add);
    FlowState state = new FlowState(Desk.DATE, CALENDAR, Map.of(SPX, FlowRules.standard(SPX)), log);
    new Session(state, log).run(feed);
    return state;
  }

  private static Map<String, Double> volumes(FlowState state) {
    Map<String, Double> volumes = new TreeMap<>();
    for (UnderlyingFlow flow : state.underlyings()) {
      for (ExpiryFlow expiry : flow.expiries()) {
        for (ContractFlow contract : expiry.contracts()) {
          if (contract.volume() > 0) {
            volumes.put(contract.contract().ticker(), contract.volume());
          }
        }
      }
    }
    return volumes;
  }

  /// The volumes of prints spelled as [Desk#prints] does, those counted nowhere left out.
  private static Map<String, Double> volumes(Iterable<String> prints) {
    Map<String, Double> volumes = new TreeMap<>();
    for (String print : prints) {
      String[] words = print.split(" ", 6);
      if (!words[5].matches(".*20[1-7].*")) {
        volumes.merge(words[0], Double.parseDouble(words[3]), Double::sum);
      }
    }
    return volumes;
  }
}
