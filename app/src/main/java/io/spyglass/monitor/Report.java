package io.spyglass.monitor;

import io.spyglass.journal.Recording;
import io.spyglass.monitor.Retention.Doomed;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.Counts;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Feeds;
import io.spyglass.session.RecordingState;
import io.spyglass.vendor.polygon.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the live side tells of itself: the day that runs, or why none does. Its setters are the
/// monitor's; what it tells is for any thread.
final class Report implements Feeds {
  private static final String OPTIONS = "options";
  private static final String CLOSED = "the market is closed";
  private static final String UNWATCHED = "the live market is not watched until it is shown";

  private final Path folder;
  private final MarketClock clock;
  private final Caches caches;
  private final ClockWatch clockWatch;
  private volatile String idle = UNWATCHED;
  private volatile @Nullable LiveDay running;
  private volatile @Nullable Plan plan;
  private volatile @Nullable String trouble;
  private volatile List<String> deletions = List.of();

  /// @param folder whose disk the recording takes
  Report(Path folder, MarketClock clock, ClockWatch clockWatch, Caches caches) {
    this.folder = folder;
    this.clockWatch = clockWatch;
    this.clock = clock;
    this.caches = caches;
  }

  /// Says that the market is watched from now on.
  void watching() {
    idle = CLOSED;
  }

  /// Says which day runs, null for none.
  void running(@Nullable LiveDay day) {
    running = day;
    plan = day == null ? plan : day.plan();
  }

  /// Says why no day runs though the market is open, null where one does or it is not.
  void trouble(@Nullable String why) {
    trouble = why;
  }

  /// Says what is going to be deleted.
  void deletions(List<Doomed> doomed) {
    deletions = doomed.stream().map(Doomed::toString).toList();
  }

  @Override
  public List<FeedState> feeds() {
    LiveDay day = running;
    String why = trouble;
    if (day != null) {
      return day.feeds();
    }
    String refusal = clockWatch.refusal();
    if (refusal != null) {
      return List.of(missing(State.REFUSED, refusal));
    }
    return List.of(why == null ? off() : missing(State.WAITING, why));
  }

  private FeedState off() {
    return new FeedState(OPTIONS, State.OFF, idle, false, -1, -1, 0, 0, 0, 0, 0, Counts.NONE);
  }

  private static FeedState missing(State state, String why) {
    return new FeedState(OPTIONS, state, why, true, -1, -1, 0, 0, 0, 0, 0, Counts.NONE);
  }

  @Override
  public @Nullable RecordingState recording() {
    LiveDay day = running;
    Recording recording = day == null ? null : day.recording();
    return recording == null
        ? null
        : new RecordingState(
            recording.on(),
            recording.sinceNanos(),
            recording.reason(),
            recording.recordedEvents(),
            recording.lostEvents(),
            recording.bytes(),
            freeBytes());
  }

  /// What the disk has left, -1 where it does not say.
  private long freeBytes() {
    long free = folder.toFile().getUsableSpace();
    return free > 0 || folder.toFile().exists() ? free : -1;
  }

  @Override
  public long clockNanos() {
    return clock.epochNanos();
  }

  @Override
  public long skewNanos() {
    return clock.skewNanos();
  }

  @Override
  public long delayNanos() {
    return clock.delayNanos();
  }

  @Override
  public long ageNanos() {
    LiveDay day = running;
    return day == null ? -1 : day.ageNanos();
  }

  @Override
  public long behindNanos() {
    LiveDay day = running;
    return day == null ? -1 : day.capture().behindNanos();
  }

  @Override
  public int waiting() {
    LiveDay day = running;
    return day == null ? 0 : day.capture().waiting();
  }

  @Override
  public String plan() {
    Plan known = plan;
    return known == null ? "" : known.words();
  }

  @Override
  public List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    LiveDay day = running;
    if (day != null) {
      add(troubles, trouble);
      add(troubles, Entitlement.trouble(day.plan()));
      add(troubles, failure(day));
    }
    return troubles;
  }

  private static @Nullable String failure(LiveDay day) {
    Throwable failure = day.capture().failure();
    if (failure == null) {
      return null;
    }
    Recording recording = day.recording();
    boolean isRecorded = recording != null && recording.on();
    String rest = isRecorded ? "what comes is only recorded" : "nothing more is shown";
    return "the session failed, " + rest + ": " + failure + "; start it again";
  }

  /// A clock that is not the vendor's: the vendor's is followed, so that all the rest is right.
  @Override
  public List<String> notes() {
    String note = clock.note();
    return note == null ? List.of() : List.of(note);
  }

  private static void add(List<String> troubles, @Nullable String trouble) {
    if (trouble != null) {
      troubles.add(trouble);
    }
  }

  @Override
  public List<String> deletions() {
    return deletions;
  }

  @Override
  public @Nullable String cacheTrouble() {
    return caches.trouble();
  }
}
