package io.spyglass.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the live side tells of itself. Safe to ask from any thread, at any time.
///
/// Times are nanoseconds since the epoch, UTC; ages and durations are nanoseconds. -1 stands for
/// unknown.
public interface Feeds {
  /// No live market: no feeds, nothing to record, no clock.
  Feeds NONE = new NoFeeds();

  /// The sources in a fixed order, `options`, `indices`, `chain-SPX`; empty without a live market.
  List<FeedState> feeds();

  /// How the recording is doing; null where there is nothing to record.
  @Nullable RecordingState recording();

  /// What time it is at the market, without the plan's delay.
  long clockNanos();

  /// The vendor's clock less this machine's; 0 for unknown.
  long skewNanos();

  /// How late the plan delivers; 0 for at once.
  long delayNanos();

  /// How old what is shown is: since the last quote or print was handled where there are quotes,
  /// else since the line was last heard if that is less; never below how long the session has been
  /// at a stand.
  long ageNanos();

  /// From the event the session handles to the market's clock, less the plan's delay.
  long behindNanos();

  /// How many events wait for the session.
  int waiting();

  /// What the vendor's plan gives, in plain words; empty for unknown.
  String plan();

  /// What is wrong that nothing else here says, in plain words; empty while all is well.
  List<String> troubles();

  /// What is worth knowing and takes nothing from what is shown, in plain words.
  List<String> notes();

  /// What will be deleted next to bound the use of the disk, and why.
  List<String> deletions();

  /// Why the last attempt to write the day's caches failed, null where it did not.
  @Nullable String cacheTrouble();
}
