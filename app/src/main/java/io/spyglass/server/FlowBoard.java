package io.spyglass.server;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.Print;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Hole;
import io.spyglass.model.News;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Tick;
import io.spyglass.model.Underlying;
import io.spyglass.session.Output;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The state that viewers see: a copy of the rows of every expiry, kept from a session's facts.
///
/// Thread-safe. The facts come on the session's thread, one session after another; each costs a
/// copy of the contract's numbers under the board's monitor. Whoever looks copies under the same
/// monitor and encodes outside it, so a look sees the state between two facts and holds the session
/// up for that copy only.
public final class FlowBoard implements Output {
  private final Mode mode;
  private final TradingCalendar calendar;
  private final LocalDate date;
  private final List<Watched> watched;
  private final IdentityHashMap<ExpiryFlow, Shown> shown = new IdentityHashMap<>();
  private long changes;
  private long asOfNanos;
  private long facts;
  private AtomicLong runs = new AtomicLong();
  private long generation = runs.getAndIncrement();
  private long recordingChangedAt;
  private @Nullable Boolean recording;
  private final Holes holes = new Holes();
  private long holesChangedAt;

  /// An empty board that keeps all prints in memory.
  ///
  /// @param underlyings what is shown, the first one where nobody asks for another; at least one
  /// @param calendar what the day's hours follow from
  /// @param date the trading day
  public FlowBoard(
      List<Underlying> underlyings, Mode mode, TradingCalendar calendar, LocalDate date) {
    this(underlyings, mode, calendar, date, null);
  }

  /// An empty board that keeps the newest two million prints of each expiry in memory.
  ///
  /// @param scratch the folder that takes those before them, in files that no other process sees;
  ///   null keeps them in memory too
  public FlowBoard(
      List<Underlying> underlyings,
      Mode mode,
      TradingCalendar calendar,
      LocalDate date,
      @Nullable Path scratch) {
    if (underlyings.isEmpty()) {
      throw new IllegalArgumentException("a board without an underlying shows nothing");
    }
    this.mode = mode;
    this.calendar = calendar;
    this.date = date;
    this.watched =
        underlyings.stream()
            .distinct()
            .map(each -> new Watched(each, calendar.hours(each, date), scratch))
            .toList();
  }

  @Override
  public synchronized void row(ContractFlow row) {
    Shown of = shown(row.series().group());
    if (of != null) {
      facts++;
      of.change(row, ++changes);
      asOfNanos = Math.max(asOfNanos, Math.max(row.quoteNanos(), row.greeksNanos()));
    }
  }

  @Override
  public synchronized void print(Print print) {
    Shown of = shown(print.contract().series().group());
    if (of != null) {
      facts++;
      changes++;
      if (print.onTape()) {
        of.print(print, changes);
      }
      asOfNanos = Math.max(asOfNanos, print.epochNanos());
    }
  }

  private @Nullable Shown shown(ExpiryFlow expiry) {
    Shown known = shown.get(expiry);
    if (known != null) {
      return known;
    }
    Watched of = find(expiry.underlying().underlying());
    if (of == null) {
      return null;
    }
    Shown first = of.known(expiry.date());
    shown.put(expiry, first);
    return first;
  }

  @Override
  public synchronized void spot(UnderlyingFlow flow) {
    facts++;
    Watched of = find(flow.underlying());
    if (of != null) {
      of.spot(flow, ++changes);
    }
  }

  @Override
  public synchronized void view(ExpiryFlow expiry) {
    facts++;
    Shown of = shown(expiry);
    if (of != null) {
      of.view(expiry, ++changes);
    }
  }

  @Override
  public synchronized void tick(Tick tick) {
    facts++;
    changes++;
    asOfNanos = Math.max(asOfNanos, tick.epochNanos());
    watched.forEach(each -> each.tick(tick.epochNanos(), changes));
  }

  @Override
  public synchronized void news(News news) {
    facts++;
  }

  @Override
  public synchronized void hole(Hole hole) {
    facts++;
    holes.add(hole);
    holesChangedAt = ++changes;
  }

  /// Forgets everything, for a session that begins before the first event: after a seek back, at
  /// the beginning of a loop. Called where that session's facts will come from, before the first of
  /// them.
  public synchronized void reset() {
    asOfNanos = 0;
    changes++;
    generation = runs.getAndIncrement();
    holes.clear();
    holesChangedAt = changes;
    shown.clear();
    watched.forEach(each -> each.reset(changes));
  }

  /// Numbers this run and those to come by a count that other boards share.
  synchronized void number(AtomicLong shared) {
    runs = shared;
    generation = runs.getAndIncrement();
  }

  /// Says whether what arrives is being recorded; nothing is said of it before the first call.
  public synchronized void recording(boolean isRecording) {
    recording = isRecording;
    recordingChangedAt = ++changes;
  }

  /// Says where an underlying closed on the trading day before; it is unknown before the first
  /// call.
  ///
  /// @throws IllegalArgumentException for an underlying that is not shown
  public synchronized void previousClose(Underlying underlying, double value) {
    of(underlying).previousClose(value, ++changes);
  }

  /// What is shown.
  public List<Underlying> underlyings() {
    return watched.stream().map(each -> each.underlying).toList();
  }

  /// The kind of market that is shown.
  public Mode mode() {
    return mode;
  }

  /// The state of the day's first expiry as the document that `/api/flow` answers: JSON in UTF-8.
  ///
  /// @throws IllegalArgumentException for an underlying that is not shown
  public byte[] document(Underlying underlying) {
    return document(new Look(underlying, null));
  }

  byte[] document(Look look) {
    Sheet sheet = new Sheet();
    copy(look, sheet, true);
    return FlowJson.document(this, look.underlying(), sheet);
  }

  TradingCalendar calendar() {
    return calendar;
  }

  /// The trading day.
  LocalDate date() {
    return date;
  }

  /// The expiries of an underlying's options that can be asked for, the nearest first.
  synchronized List<LocalDate> expiries(Underlying underlying) {
    return of(underlying).expiries();
  }

  /// How many facts came so far.
  synchronized long facts() {
    return facts;
  }

  /// Fills the sheet with what is different since it was filled last.
  synchronized void cut(Look look, Sheet sheet) {
    head(sheet);
    long seen = sheet.seen;
    of(look.underlying()).shown(look.expiry()).cut(sheet, changes);
    sheet.isChanged |= Math.max(recordingChangedAt, holesChangedAt) > seen;
  }

  /// Fills the sheet with everything, by the rows' numbers or by strike.
  synchronized void copy(Look look, Sheet sheet, boolean byStrike) {
    head(sheet);
    of(look.underlying()).shown(look.expiry()).copy(sheet, byStrike);
  }

  private void head(Sheet sheet) {
    sheet.asOfNanos = asOfNanos;
    sheet.recording = recording;
    sheet.generation = generation;
    sheet.holes = holes.told();
    sheet.openHoles = holes.open();
  }

  /// The holes in the feed of the day, in the order in which they were found.
  synchronized List<Hole> holes() {
    return holes.all();
  }

  /// Fills the sheet with everything; gives the minutes of each contract that traded.
  synchronized List<NetPremiums> history(Look look, Sheet sheet) {
    copy(look, sheet, true);
    return of(look.underlying()).shown(look.expiry()).histories();
  }

  /// A copy of what traded in an expiry by strike and time.
  synchronized Heatmap heatmap(Look look, Heatmap.Request request) {
    return of(look.underlying()).shown(look.expiry()).heatmap(request, asOfNanos, generation);
  }

  /// A copy of one contract's day, null where the contract is not known.
  synchronized @Nullable ContractDay contract(OptionContract contract) {
    Watched of = find(contract.underlying());
    return of == null
        ? null
        : of.shown(contract.expiry()).contract(contract, asOfNanos, generation);
  }

  /// The prints on the tape so far, to be read in peace.
  synchronized TapeStrip tape(Look look) {
    return of(look.underlying()).shown(look.expiry()).tape(asOfNanos, generation);
  }

  private Watched of(Underlying underlying) {
    Watched of = find(underlying);
    if (of == null) {
      throw new IllegalArgumentException(underlying + " is not shown; shown are " + underlyings());
    }
    return of;
  }

  private @Nullable Watched find(Underlying underlying) {
    for (Watched each : watched) {
      if (each.underlying.equals(underlying)) {
        return each;
      }
    }
    return null;
  }
}
