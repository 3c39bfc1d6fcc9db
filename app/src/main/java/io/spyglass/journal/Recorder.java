package io.spyglass.journal;

import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes groups to the journal and keeps count of what could not be written.
///
/// While the journal fails, or cannot even be opened, groups pass unrecorded and one group a second
/// is tried again. The first that succeeds holds a [Hole] over the time that was lost. The first
/// group in a journal that an earlier run began holds one over the time between. Owned by the
/// sequencer's thread; [#status] is thread-safe.
final class Recorder {
  private static final Logger LOGGER = LoggerFactory.getLogger(Recorder.class);
  private static final long RETRY_NANOS = 1_000_000_000L;

  private final Supplier<Journal> opener;
  private @Nullable Journal journal;
  private volatile Recording status;

  /// From the last print, quote or bar of an earlier run, until a group with its hole was written.
  private @Nullable Loss restart;

  private @Nullable Loss loss;
  private boolean isBegun;
  private long startNanos;
  private long wholeNanos = MarketEvent.ABSENT;
  private long triedNanos;

  /// Events that are missing in the journal, up to now.
  private record Loss(long fromNanos, long toNanos, String reason) {
    Hole foundAt(long nowNanos) {
      return new Hole(nowNanos, nowNanos, fromNanos, toNanos, reason, false);
    }
  }

  /// Opens the journal, now or, where that is an [Outage], as soon as it can be.
  ///
  /// @throws CorruptFile where it is damaged
  Recorder(Supplier<Journal> opener) {
    this.opener = opener;
    this.status = new Recording(true, 0, "", 0, 0, 0);
    try {
      open();
    } catch (Outage e) {
      report(e);
      status = new Recording(false, 0, String.valueOf(e.getMessage()), 0, 0, 0);
    }
  }

  private Journal open() {
    Journal open = journal;
    if (open == null) {
      open = opener.get();
      journal = open;
      status = counted(status.on(), status.sinceNanos(), status.reason(), status.lostEvents());
    }
    return open;
  }

  /// Records a group that is in order and was closed at `nowNanos`.
  ///
  /// @return what the session is to see: the group, with a hole where one was recorded
  List<MarketEvent> record(List<MarketEvent> group, long nowNanos) {
    if (!isBegun) {
      isBegun = true;
      startNanos = nowNanos;
    }
    if (!status.on() && Math.abs(nowNanos - triedNanos) < RETRY_NANOS) {
      lose(group, nowNanos, status.reason());
      return group;
    }
    triedNanos = nowNanos;
    try {
      Journal open = open();
      noteRestart(open);
      List<MarketEvent> whole = withHoles(group, nowNanos);
      open.append(whole);
      recorded(nowNanos);
      return whole;
    } catch (Outage | CorruptFile e) {
      if (status.on()) {
        report(e);
      }
      lose(group, nowNanos, String.valueOf(e.getMessage()));
      return group;
    }
  }

  private static void report(RuntimeException e) {
    LOGGER.error("NOT RECORDING: {}", e.getMessage());
  }

  private void noteRestart(Journal open) {
    boolean isFirst = wholeNanos == MarketEvent.ABSENT;
    long from = open.wholeNanos();
    if (isFirst && open.events() > 0 && from != MarketEvent.ABSENT) {
      restart = new Loss(from, Math.max(from, startNanos), Sequencer.RESTART);
    }
  }

  private List<MarketEvent> withHoles(List<MarketEvent> group, long nowNanos) {
    if (restart == null && loss == null) {
      return group;
    }
    List<MarketEvent> whole = new ArrayList<>(group);
    if (restart != null) {
      whole.add(restart.foundAt(nowNanos));
    }
    if (loss != null) {
      whole.add(loss.foundAt(nowNanos));
    }
    whole.sort(MarketEvent.ORDER);
    return whole;
  }

  /// The clock may be behind the vendor's: what is lost ends with the latest of it, if that is
  /// later.
  private void lose(List<MarketEvent> group, long nowNanos, String reason) {
    Loss open = loss;
    if (open == null) {
      long fromNanos = wholeNanos == MarketEvent.ABSENT ? startNanos : wholeNanos;
      open = new Loss(Math.min(fromNanos, nowNanos), nowNanos, reason);
    }
    long toNanos = Math.max(open.toNanos, Math.max(nowNanos, latest(group)));
    loss = new Loss(Math.min(open.fromNanos, earliest(group)), toNanos, open.reason);
    long sinceNanos = status.on() ? nowNanos : status.sinceNanos();
    status = counted(false, sinceNanos, reason, status.lostEvents() + group.size());
  }

  /// The first time of what the market did in a group: prints that were fetched to fill an earlier
  /// hole are lost with it.
  private static long earliest(List<MarketEvent> group) {
    for (MarketEvent event : group) {
      if (event instanceof Trade || event instanceof Quote || event instanceof Bar) {
        return event.epochNanos();
      }
    }
    return Long.MAX_VALUE;
  }

  private static long latest(List<MarketEvent> group) {
    return group.isEmpty() ? Long.MIN_VALUE : group.getLast().epochNanos();
  }

  private void recorded(long nowNanos) {
    if (!status.on()) {
      LOGGER.info("recording again");
    }
    long sinceNanos = status.on() ? status.sinceNanos() : nowNanos;
    status = counted(true, sinceNanos, "", status.lostEvents());
    wholeNanos = nowNanos;
    restart = null;
    loss = null;
  }

  private Recording counted(boolean on, long sinceNanos, String reason, long lost) {
    Journal open = journal;
    return open == null
        ? new Recording(on, sinceNanos, reason, 0, lost, 0)
        : new Recording(on, sinceNanos, reason, open.events(), lost, open.bytes());
  }

  /// Says that nothing more is recorded, by a fault of the software.
  void fail(Throwable fault) {
    LOGGER.error("NOT RECORDING, by a fault of the software", fault);
    status = counted(false, triedNanos, "it failed, start it again: " + fault, status.lostEvents());
  }

  Recording status() {
    return status;
  }

  /// Lets go of the journal. A hole that is still open is recorded if it can be by now.
  void close() {
    try {
      Loss open = loss;
      if (open != null) {
        Journal to = open();
        noteRestart(to);
        to.append(withHoles(List.of(), open.toNanos));
        recorded(open.toNanos);
      }
    } catch (Outage | CorruptFile e) {
      LOGGER.error("stopped while NOT RECORDING, {}: {}", status, e.getMessage());
    } finally {
      if (journal != null) {
        journal.close();
      }
    }
  }
}
