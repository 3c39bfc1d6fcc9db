package io.spyglass.server;

import io.spyglass.model.Underlying;
import io.spyglass.session.PlaybackState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Cuts what a board shows of one expiry into the messages of `/ws/stream`, each encoded once for
/// whoever wants it.
///
/// | message | holds |
/// |---|---|
/// | `snapshot` | everything: the subject, head, view, all contracts and rows, the minutes so far |
/// | `frame` | the head, and what changed: the view, contracts that became known, rows, minutes |
/// | `heartbeat` | that nothing changed |
///
/// Each says how fresh the market behind the board is.
///
/// `seq` counts frames. A snapshot and a heartbeat carry the number of the last frame cut, so
/// whoever holds it goes on with the next, and whoever does not has missed one. Owned by one
/// thread.
public final class FrameCutter {
  private final FlowBoard board;
  private final Look look;
  private final Sheet changes = new Sheet();
  private final Sheet whole = new Sheet();
  private final JsonBytes json = new JsonBytes();
  private @Nullable PlaybackState replay;
  private long sequence;

  /// A cutter of the day's first expiry that has cut nothing yet.
  ///
  /// @throws IllegalArgumentException for an underlying that the board does not show
  public FrameCutter(FlowBoard board, Underlying underlying) {
    this(board, new Look(underlying, null));
  }

  FrameCutter(FlowBoard board, Look look) {
    if (!board.underlyings().contains(look.underlying())) {
      throw new IllegalArgumentException(look.underlying() + " is not on the board");
    }
    this.board = board;
    this.look = look;
  }

  /// What it cuts of its board.
  Look look() {
    return look;
  }

  /// A cutter of another board that goes on with the numbers of this one.
  FrameCutter next(FlowBoard other) {
    FrameCutter next = new FrameCutter(other, look);
    next.sequence = sequence;
    return next;
  }

  /// Takes what changed since the last cut; says whether there is a frame.
  ///
  /// @param now the replay's clock, null for none
  public boolean cut(@Nullable PlaybackState now) {
    board.cut(look, changes);
    boolean isChanged = changes.isChanged || !Objects.equals(clock(replay), clock(now));
    replay = now;
    if (isChanged) {
      sequence++;
    }
    return isChanged;
  }

  /// The state without its position, which alone is no news.
  private static @Nullable PlaybackState clock(@Nullable PlaybackState state) {
    return state == null
        ? null
        : new PlaybackState(
            state.fromNanos(),
            state.toNanos(),
            0,
            state.playing(),
            state.targetNanos(),
            state.speed(),
            state.loop(),
            state.ended(),
            state.failure());
  }

  /// Cuts nothing and takes the replay's clock alone: on its way to an instant the board holds what
  /// nobody asked to see.
  public void hold(PlaybackState now) {
    replay = now;
  }

  /// When the oldest change of the last cut came, by the machine's stopwatch; 0 for unknown.
  long waitingSince() {
    return changes.waitingSince;
  }

  /// Whether the last cut found another series, or one from its beginning: its frame then says too
  /// little, and a snapshot belongs in its place.
  public boolean isAnother() {
    return changes.isAnother;
  }

  /// What the last cut found.
  public String frame(Pulse pulse) {
    begin("frame");
    FlowJson.head(json, changes);
    pulse.write(json, changes.holes, changes.openHoles);
    if (changes.isViewMoved) {
      FlowJson.view(json, changes);
    }
    if (!changes.listed.isEmpty()) {
      FlowJson.listed(json, changes);
    }
    FlowJson.rows(json, changes);
    if (changes.minuteCount > 0) {
      HistoryJson.changed(json, changes);
    }
    if (changes.areExpiriesChanged) {
      FlowJson.expiries(json, changes);
    }
    ReplayJson.write(json.name("replay"), replay, pulse.hasLive());
    return json.endObject().toString();
  }

  /// Everything, as it is now.
  public String snapshot(Pulse pulse) {
    board.copy(look, whole, false);
    begin("snapshot");
    FlowJson.subject(json, board, whole, look.underlying());
    FlowJson.head(json, whole);
    pulse.write(json, whole.holes, whole.openHoles);
    FlowJson.view(json, whole);
    FlowJson.listed(json, whole);
    FlowJson.rows(json, whole);
    json.name("history").beginObject();
    HistoryJson.whole(json, whole);
    json.endObject();
    ReplayJson.write(json.name("replay"), replay, pulse.hasLive());
    return json.endObject().toString();
  }

  /// That nothing changed.
  public String heartbeat(Pulse pulse) {
    begin("heartbeat");
    json.name("as_of").instant(changes.asOfNanos);
    pulse.write(json, changes.holes, changes.openHoles);
    json.name("recording").truth(changes.recording);
    ReplayJson.write(json.name("replay"), replay, pulse.hasLive());
    return json.endObject().toString();
  }

  private void begin(String type) {
    json.clear().beginObject().name("type").text(type).name("seq").integer(sequence);
  }
}
