package io.spyglass.server;

import io.spyglass.model.Underlying;
import io.spyglass.session.PlaybackState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Cuts what a board shows of one underlying into the messages of `/ws/stream`, each encoded once
/// for whoever wants it.
///
/// | message | holds |
/// |---|---|
/// | `snapshot` | everything: the series, head, view, all contracts and rows, the minutes so far |
/// | `frame` | the head, and what changed: the view, contracts that became known, rows |
/// | `heartbeat` | how old the feed's last fact is |
///
/// `seq` counts frames. A snapshot and a heartbeat carry the number of the last frame cut, so
/// whoever holds it goes on with the next, and whoever does not has missed one. Owned by one
/// thread.
public final class FrameCutter {
  private final FlowBoard board;
  private final Underlying underlying;
  private final Sheet changes = new Sheet();
  private final Sheet whole = new Sheet();
  private final JsonBytes json = new JsonBytes();
  private @Nullable PlaybackState replay;
  private long sequence;

  /// A cutter that has cut nothing yet; an underlying of a board has one at most.
  ///
  /// @throws IllegalArgumentException for an underlying that the board does not show
  public FrameCutter(FlowBoard board, Underlying underlying) {
    if (!board.underlyings().contains(underlying)) {
      throw new IllegalArgumentException(underlying + " is not on the board");
    }
    this.board = board;
    this.underlying = underlying;
  }

  /// Takes what changed since the last cut; says whether there is a frame.
  ///
  /// @param now the replay's clock, null for none
  public boolean cut(@Nullable PlaybackState now) {
    board.cut(underlying, changes);
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
            state.seeking(),
            state.speed(),
            state.loop(),
            state.ended(),
            state.failure());
  }

  /// Whether the last cut found another series, or one from its beginning: its frame then says too
  /// little, and a snapshot belongs in its place.
  public boolean isAnother() {
    return changes.isAnother;
  }

  /// What the last cut found.
  public String frame() {
    begin("frame");
    FlowJson.head(json, changes);
    if (changes.isViewMoved) {
      FlowJson.view(json, changes);
    }
    if (!changes.listed.isEmpty()) {
      FlowJson.listed(json, changes);
    }
    FlowJson.rows(json, changes);
    ReplayJson.write(json.name("replay"), replay);
    return json.endObject().toString();
  }

  /// Everything, as it is now.
  public String snapshot() {
    board.copy(underlying, whole, false);
    begin("snapshot");
    json.name("underlying").text(underlying.symbol());
    json.name("root").text(whole.root);
    json.name("expiry").text(whole.expiry == null ? null : whole.expiry.toString());
    json.name("mode").text(board.mode().word());
    json.name("greeks_approx").truth(FlowJson.isApproximate(underlying));
    FlowJson.head(json, whole);
    FlowJson.view(json, whole);
    FlowJson.listed(json, whole);
    FlowJson.rows(json, whole);
    json.name("history").beginObject();
    FlowJson.minutes(json, board.history(underlying, false));
    json.endObject();
    ReplayJson.write(json.name("replay"), replay);
    return json.endObject().toString();
  }

  /// That nothing changed.
  ///
  /// @param ageNanos how long ago the last fact came, by this machine's clock; negative for never
  public String heartbeat(long ageNanos) {
    begin("heartbeat");
    json.name("as_of").instant(changes.asOfNanos);
    json.name("age_ms");
    if (ageNanos < 0) {
      json.unknown();
    } else {
      json.integer(ageNanos / 1_000_000);
    }
    json.name("recording").truth(changes.recording);
    ReplayJson.write(json.name("replay"), replay);
    return json.endObject().toString();
  }

  private void begin(String type) {
    json.clear().beginObject().name("type").text(type).name("seq").integer(sequence);
  }
}
