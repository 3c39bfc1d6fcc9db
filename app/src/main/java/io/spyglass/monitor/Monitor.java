package io.spyglass.monitor;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.Span;
import io.spyglass.config.RetentionSettings;
import io.spyglass.flow.FlowRules;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.Recording;
import io.spyglass.lake.Lake;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Market.Terms;
import io.spyglass.net.Refusal;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Feeds;
import io.spyglass.session.Outage;
import io.spyglass.session.Output;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the live market, day after day: captures each trading day, shows it, writes it into the
/// caches, and waits for the next.
///
/// A day is watched from five minutes before its first session until five minutes behind its last,
/// and as much longer as the plan is late. Between days nothing ticks, and the last one stays
/// shown. A day that was begun by an earlier run goes on in the same journal, by the rules that lie
/// beside it; settings that have changed since count from the next day. What came from another
/// vendor, from another run of the same date, or is damaged is moved out of the way, and the day
/// begins anew.
///
/// Days only follow one another, but for a clock that goes back by more than two hours: that is
/// another market. Threads: one of its own; its methods are for any.
public final class Monitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long BACK_NANOS = Duration.ofHours(2).toNanos();
  private static final long RETRY_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long RETRY_REFUSED_NANOS = Duration.ofMinutes(1).toNanos();

  private final Market market;
  private final Watchlist watchlist;
  private final MarketClock clock;
  private final Audience audience;
  private final Shifts shifts;
  private final Archive archive;
  private final Caches caches;
  private final ClockWatch clockWatch;
  private final Entitlement entitlement;
  private final Retention retention;
  private final Report report;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private long latestNanos = Long.MIN_VALUE;
  private long retryNanos = Long.MIN_VALUE;
  private @Nullable LiveDay running;
  private @Nullable LocalDate shown;
  private boolean isShownToItsEnd;
  private @Nullable Boolean recordingTold;
  private volatile boolean isClosed;

  /// Where what is captured goes.
  ///
  /// @param data the folder of the journals
  /// @param lake the caches
  /// @param cacheInterval between two writings of a day that goes on
  /// @param retention what bounds the use of the disk
  public record Folders(
      Path data, Lake lake, Duration cacheInterval, RetentionSettings retention) {}

  /// A monitor that does nothing until it is started.
  ///
  /// @param clock of the market, which hears the vendor through this monitor
  public Monitor(
      Vendor vendor, Watchlist watchlist, Folders folders, MarketClock clock, Audience audience) {
    this(new VendorMarket(vendor, watchlist), watchlist, folders, clock, audience);
  }

  Monitor(
      Market market, Watchlist watchlist, Folders folders, MarketClock clock, Audience audience) {
    this.market = market;
    this.watchlist = watchlist;
    this.clock = clock;
    this.audience = audience;
    this.shifts = new Shifts(watchlist.calendar(), watchlist.underlyings());
    this.archive = new Archive(folders.data(), watchlist.calendar());
    this.caches = new Caches(new DayExport(folders.lake()), clock, folders.cacheInterval());
    this.clockWatch = new ClockWatch(market, clock);
    this.entitlement = new Entitlement(market, watchlist.calendar(), clock);
    this.retention = new Retention(folders.data(), folders.lake(), folders.retention());
    this.report = new Report(folders.data(), clock, clockWatch, caches);
    this.thread = Thread.ofPlatform().name("monitor").daemon().unstarted(this::run);
  }

  /// Begins to watch. Called once.
  public void start() {
    report.watching();
    thread.start();
  }

  /// What the live side tells of itself.
  public Feeds feeds() {
    return report;
  }

  private void run() {
    try {
      clockWatch.start();
      recallDelay();
      owePastDays();
      announceDeletions();
      while (!isClosed) {
        long now = clock.epochNanos();
        stepSafely(now);
        await(now + SECOND_NANOS);
      }
    } catch (InterruptedException _) {
      LOG.debug("The monitor is interrupted");
    } catch (RuntimeException | Error e) {
      LOG.error("The live market is watched no more, by a fault of the software", e);
      report.trouble("it failed, start it again: " + e);
    } finally {
      boolean _ = Thread.interrupted();
      leave();
      clockWatch.close();
      caches.close();
    }
  }

  /// A day that an earlier run began ends as late as it came until then.
  private void recallDelay() {
    try {
      archive
          .find(shifts.date(clock.epochNanos()))
          .ifPresent(begun -> clock.delay(begun.rules().delayNanos()));
    } catch (Outage e) {
      LOG.warn("How late the day comes is unknown until it goes on: {}", e.getMessage());
    }
  }

  /// What earlier runs did not write into the caches this one owes.
  private void owePastDays() {
    try {
      archive.uncached(shifts.date(clock.epochNanos())).forEach(caches::owe);
    } catch (Outage e) {
      LOG.warn("Which days are not in the caches is unknown: {}", e.getMessage());
    }
  }

  /// A run that ended before the day did owes that it lacks its end, and the caches.
  private void settle(CapturedDay over) {
    try {
      over.seal(clock.epochNanos());
    } catch (Outage | CorruptFile e) {
      LOG.warn("Whether {} was recorded to its end is unknown: {}", over.date(), e.getMessage());
    }
    if (!CapturedDay.isCached(over.file())) {
      caches.owe(over);
    }
  }

  /// Waits for an instant that is a second ahead at most; a clock that is set ends the wait.
  private void await(long until) throws InterruptedException {
    lock.lock();
    try {
      while (!isClosed
          && clock.epochNanos() < until
          && until - clock.epochNanos() <= SECOND_NANOS) {
        clock.await(changed, until);
      }
    } finally {
      lock.unlock();
    }
  }

  private void stepSafely(long now) throws InterruptedException {
    try {
      step(now);
    } catch (Outage e) {
      fail(e, RETRY_NANOS);
    } catch (Refusal e) {
      fail(e, RETRY_REFUSED_NANOS);
    } catch (RuntimeException | Error e) {
      LOG.error("The live market cannot be watched, by a fault of the software", e);
      fail(e, RETRY_REFUSED_NANOS);
    }
  }

  private void fail(Throwable why, long retryNanosFromNow) {
    boolean isTold = why instanceof Outage || why instanceof Refusal;
    String words = isTold ? String.valueOf(why.getMessage()) : "it failed: " + why;
    LOG.warn("The live market cannot be watched: {}", words);
    report.trouble(words);
    retryNanos = clock.epochNanos() + retryNanosFromNow;
  }

  private void step(long now) throws InterruptedException {
    LiveDay current = running;
    if (current != null && isOver(current, now)) {
      end(current);
      current = null;
    }
    latestNanos = current == null ? now : Math.max(latestNanos, now);
    LocalDate date = shifts.date(now);
    if (current != null) {
      tellRecording(current);
      report.trouble(null);
      improve(current);
    } else if (watched(date).contains(now)) {
      enter(date, now);
    } else if ((!date.equals(shown) || !isShownToItsEnd) && isTimeToTry(now)) {
      show(date);
    }
    caches.look(running == null ? null : running.captured());
  }

  private boolean isOver(LiveDay current, long now) {
    return now >= watched(current.day().date()).toNanos() || now < latestNanos - BACK_NANOS;
  }

  /// When a day is watched, by a plan that is as late as the last one known.
  private Span watched(LocalDate date) {
    return shifts.span(date, clock.delayNanos());
  }

  private void tellRecording(LiveDay current) {
    Recording recording = current.recording();
    if (recording != null && !Boolean.valueOf(recording.on()).equals(recordingTold)) {
      recordingTold = recording.on();
      audience.recording(recording.on());
    }
  }

  /// Whether what failed may be tried again by now.
  private boolean isTimeToTry(long now) {
    return now >= retryNanos || retryNanos - now > RETRY_REFUSED_NANOS;
  }

  /// Begins or goes on with the day that the market is at, where it is time to try.
  private void enter(LocalDate date, long now) throws InterruptedException {
    if (!isTimeToTry(now)) {
      return;
    }
    try {
      clockWatch.require();
      enter(date, entitlement.terms(date));
    } finally {
      if (running == null && !date.equals(shown)) {
        show(date);
      }
    }
  }

  private void enter(LocalDate date, Terms terms) throws InterruptedException {
    clock.delay(terms.plan().delay().toNanos());
    run(opened(date, terms));
  }

  /// Goes on with a day by a plan that gives more than it was begun with. Where the two do not fit
  /// together, as bars and prints do not, the day begins anew: then all of it is fetched.
  private void improve(LiveDay current) throws InterruptedException {
    LocalDate date = current.day().date();
    Terms better = entitlement.better(date, current.plan());
    if (better == null) {
      return;
    }
    LOG.info("The key gives more than {} was begun with: {}", date, better.plan().words());
    leave();
    if (!better.plan().continues(current.plan())) {
      archive.setAside(date, "it was begun by a lesser plan: " + current.plan().words());
    }
    enter(date, better);
  }

  private void run(LiveDay day) {
    running = day;
    shown = day.day().date();
    recordingTold = null;
    report.trouble(null);
    report.running(day);
    tellRecording(day);
    LOG.info("Watching {}: {}", shown, day.plan().words());
  }

  /// The day, live: gone on with where it was begun, else begun.
  private LiveDay opened(LocalDate date, Terms terms) throws InterruptedException {
    Optional<CapturedDay> known = archive.find(date, market.address());
    LiveDay resumed = known.isPresent() ? resumed(known.get(), terms) : null;
    if (resumed != null) {
      return resumed;
    }
    LiveDay begun = open(archive.begin(rules(date, terms)), terms);
    try {
      begun.start();
    } catch (CorruptFile e) {
      begun.close();
      archive.setAside(date, String.valueOf(e.getMessage()));
      throw new Outage("the day begins anew: " + e.getMessage(), e);
    }
    return begun;
  }

  /// Goes on with a day; null where that cannot be: then it is out of the way.
  private @Nullable LiveDay resumed(CapturedDay known, Terms terms) {
    LocalDate date = known.date();
    if (!known.rules().rules().equals(counting(terms))) {
      LOG.info("The day {} goes on as it was begun: settings count from the next day", date);
    }
    LiveDay day = null;
    String why = "it reaches beyond now";
    try {
      day = open(known, terms);
      if (!day.isAhead()) {
        day.start();
        return day;
      }
    } catch (CorruptFile e) {
      why = String.valueOf(e.getMessage());
    }
    if (day != null) {
      day.close();
    }
    archive.setAside(date, why);
    return null;
  }

  private LiveDay open(CapturedDay captured, Terms terms) {
    return LiveDay.open(captured, new LiveDay.Stand(market, terms.plan(), clock, audience));
  }

  private Map<Underlying, FlowRules> counting(Terms terms) {
    return watchlist.counting(terms.prints());
  }

  private DayRules rules(LocalDate date, Terms terms) throws InterruptedException {
    LocalDate before = watchlist.calendar().previous(date);
    List<DayRules.Watched> watched = new ArrayList<>();
    for (Map.Entry<Underlying, FlowRules> each : counting(terms).entrySet()) {
      double close = market.close(each.getKey(), before);
      watched.add(new DayRules.Watched(each.getKey(), each.getValue(), close));
    }
    long delay = terms.plan().delay().toNanos();
    return new DayRules(date, market.address(), delay, terms.conditions(), watched);
  }

  /// Shows a day that does not run: what was captured of it, if anything was.
  ///
  /// @throws Outage where that cannot be read now; then it is not shown
  private void show(LocalDate date) {
    boolean isOver = clock.epochNanos() >= watched(date).toNanos();
    Optional<CapturedDay> captured = archive.find(date);
    if (isOver) {
      captured.ifPresent(this::settle);
    }
    Day day = captured.map(CapturedDay::day).orElseGet(() -> watchlist.empty(date));
    boolean isDelayed = captured.isPresent() && captured.get().rules().delayNanos() > 0;
    Output board = audience.open(day, isDelayed);
    try {
      captured.ifPresent(known -> Capture.begin(known, clock.session(), board).close());
    } catch (CorruptFile e) {
      LOG.warn("Of {} nothing more is shown: {}", date, e.getMessage());
    }
    audience.closed(day);
    shown = date;
    isShownToItsEnd = isOver;
    report.trouble(null);
  }

  private void end(LiveDay over) {
    LOG.info("The watch of {} is over", over.day().date());
    leave();
    isShownToItsEnd = true;
    caches.owe(over.captured());
    delete();
    announceDeletions();
    audience.closed(over.day());
  }

  /// Deletes what was announced long enough ago.
  private void delete() {
    try {
      long now = certainNanos();
      var _ = retention.carryOut(NewYork.date(now), instant(now));
    } catch (Outage e) {
      LOG.warn("What is old stays for now: {}", e.getMessage());
    }
  }

  private void announceDeletions() {
    try {
      long now = certainNanos();
      report.deletions(retention.announce(NewYork.date(now), instant(now)));
    } catch (Outage e) {
      LOG.warn("What is old stays for now: {}", e.getMessage());
    }
  }

  private static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(0, epochNanos);
  }

  /// The earlier of the market's time and this machine's: no clock that is wrong makes days old.
  private long certainNanos() {
    return Math.min(clock.epochNanos(), clock.wallNanos());
  }

  private void leave() {
    LiveDay last = running;
    running = null;
    report.running(null);
    if (last != null) {
      last.close();
    }
  }

  /// Stops to watch: the day ends for this run, and all that was taken of it is in its journal.
  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
