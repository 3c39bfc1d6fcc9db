package io.spyglass.monitor;

import io.spyglass.model.Hole;
import io.spyglass.session.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The holes of a day that were told of and not filled, in the order in which they were found.
///
/// A hole is told of up to three times: when it opens, from and to the same instant; when its end
/// is known; and when it is filled. What tells of the same one has the same start and reason. Owned
/// by one thread.
final class HoleBook implements Output {
  private final List<Hole> unfilled = new ArrayList<>();

  @Override
  public void hole(Hole hole) {
    Hole known = known(hole);
    if (hole.filled()) {
      unfilled.remove(known);
    } else if (known == null) {
      unfilled.add(hole);
    } else {
      unfilled.set(unfilled.indexOf(known), hole);
    }
  }

  /// What was told before of the same hole: with the same end, or else with none.
  private @Nullable Hole known(Hole hole) {
    Hole open = null;
    for (Hole each : unfilled) {
      boolean isSame = each.fromNanos() == hole.fromNanos() && each.reason().equals(hole.reason());
      if (isSame && each.toNanos() == hole.toNanos()) {
        return each;
      }
      open = isSame && isOpen(each) ? each : open;
    }
    return open;
  }

  private static boolean isOpen(Hole hole) {
    return hole.toNanos() == hole.fromNanos();
  }

  /// The holes that are not filled. One without an end reaches up to `untilNanos`.
  List<Hole> unfilled(long untilNanos) {
    return unfilled.stream().map(hole -> isOpen(hole) ? ending(hole, untilNanos) : hole).toList();
  }

  private static Hole ending(Hole hole, long untilNanos) {
    return new Hole(
        hole.epochNanos(),
        hole.receivedNanos(),
        hole.fromNanos(),
        Math.max(hole.fromNanos(), untilNanos),
        hole.reason(),
        false);
  }
}
