package io.spyglass.journal;

import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.session.Outage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes groups to the journal and keeps count of what could not be written.
///
/// While the journal fails, groups pass unrecorded and one group a second is tried again. The first
/// that succeeds holds a [Hole] over the time that was lost. So does the first group of a journal
/// that an earlier run began. Owned by the sequencer's thread; [#status] is thread-safe.
final class Recorder {
  private static final Logger LOGGER = LoggerFactory.getLogger(Recorder.class);
  private static final long RETRY_NANOS = 1_000_000_000L;
  private static final String RESTART = "nothing was recorded before this start";

  private final Journal journal;
  private volatile Recording status;
  private @Nullable Loss loss;
  private long wholeNanos;
  private long triedNanos;
  private boolean started;

  /// Events that are missing in the journal, up to now.
  private record Loss(long fromNanos, long toNanos, String reason) {}

  Recorder(Journal journal) {
    this.journal = journal;
    this.status = new Recording(true, 0, "", journal.events(), 0);
    this.wholeNanos = journal.latestNanos();
  }

  /// Records a group that is in order and was closed at `nowNanos`.
  ///
  /// @return what the session is to see: the group, with a hole where one was recorded
  List<MarketEvent> record(List<MarketEvent> group, long nowNanos) {
    if (!status.on() && Math.abs(nowNanos - triedNanos) < RETRY_NANOS) {
      lose(group, nowNanos, status.reason());
      return group;
    }
    if (!started) {
      started = true;
      noteRestart(nowNanos);
    }
    triedNanos = nowNanos;
    List<MarketEvent> whole = withHole(group, nowNanos);
    try {
      journal.append(whole);
    } catch (Outage e) {
      if (status.on()) {
        LOGGER.error("NOT RECORDING: {}", e.getMessage());
      }
      lose(group, nowNanos, String.valueOf(e.getMessage()));
      return group;
    }
    recorded(nowNanos);
    return whole;
  }

  private void noteRestart(long nowNanos) {
    if (journal.events() > 0 && nowNanos > wholeNanos) {
      loss = new Loss(wholeNanos, nowNanos, RESTART);
    }
  }

  private List<MarketEvent> withHole(List<MarketEvent> group, long nowNanos) {
    Loss open = loss;
    if (open == null) {
      return group;
    }
    List<MarketEvent> whole = new ArrayList<>(group);
    whole.add(new Hole(nowNanos, nowNanos, open.fromNanos, open.toNanos, open.reason, false));
    whole.sort(MarketEvent.ORDER);
    return whole;
  }

  private void lose(List<MarketEvent> group, long nowNanos, String reason) {
    Loss open = loss;
    if (open != null) {
      loss = new Loss(open.fromNanos, nowNanos, status.on() ? reason : open.reason);
    } else {
      boolean nothingYet = wholeNanos == MarketEvent.ABSENT;
      long fromNanos = nothingYet ? group.getFirst().epochNanos() : wholeNanos;
      loss = new Loss(Math.min(fromNanos, nowNanos), nowNanos, reason);
    }
    status =
        new Recording(
            false,
            status.on() ? nowNanos : status.sinceNanos(),
            reason,
            journal.events(),
            status.lostEvents() + group.size());
  }

  private void recorded(long nowNanos) {
    if (!status.on()) {
      LOGGER.info("recording again in {}", journal.file());
    }
    long sinceNanos = status.on() ? status.sinceNanos() : nowNanos;
    status = new Recording(true, sinceNanos, "", journal.events(), status.lostEvents());
    wholeNanos = nowNanos;
    loss = null;
  }

  Recording status() {
    return status;
  }

  /// Lets go of the journal. A hole that is still open is recorded if it can be by now.
  void close() {
    try (journal) {
      Loss open = loss;
      if (!status.on() && open != null) {
        journal.append(withHole(List.of(), open.toNanos));
        recorded(open.toNanos);
      }
    } catch (Outage e) {
      LOGGER.error("stopped while NOT RECORDING, {}: {}", status, e.getMessage());
    }
  }
}
