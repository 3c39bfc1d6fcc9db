package io.spyglass.server;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.Print;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Hole;
import io.spyglass.model.News;
import io.spyglass.model.Tick;
import io.spyglass.model.Underlying;
import io.spyglass.session.Output;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state that viewers see: a copy of the shown expiry's rows, kept from a session's facts.
///
/// Thread-safe. The facts come on the session's thread, one session after another; each costs a
/// copy of the contract's numbers under the board's monitor, or next to nothing where the expiry is
/// not shown. Whoever looks copies under the same monitor and encodes outside it, so a look sees
/// the state between two facts and holds the session up for that copy only.
public final class FlowBoard implements Output {
  private final Mode mode;
  private final List<Shown> shown;
  private long asOfNanos;
  private long facts;
  private @Nullable Boolean recording;

  /// An empty board.
  ///
  /// @param underlyings what is shown, the first one where nobody asks for another; at least one
  public FlowBoard(List<Underlying> underlyings, Mode mode) {
    if (underlyings.isEmpty()) {
      throw new IllegalArgumentException("a board without an underlying shows nothing");
    }
    this.mode = mode;
    this.shown = underlyings.stream().distinct().map(Shown::new).toList();
  }

  @Override
  public void row(ContractFlow row) {
    Shown of = shown(row.series().group());
    if (of != null) {
      change(of, row);
    }
  }

  private synchronized void change(Shown of, ContractFlow row) {
    of.change(row);
    facts++;
    asOfNanos = Math.max(asOfNanos, Math.max(row.quoteNanos(), row.greeksNanos()));
  }

  @Override
  public void print(Print print) {
    Shown of = shown(print.contract().series().group());
    if (of != null) {
      print(of, print);
    }
  }

  private synchronized void print(Shown of, Print print) {
    if (print.onTape()) {
      of.print(print);
    }
    facts++;
    asOfNanos = Math.max(asOfNanos, print.epochNanos());
  }

  private @Nullable Shown shown(ExpiryFlow expiry) {
    for (Shown each : shown) {
      if (each.shows(expiry)) {
        return each;
      }
    }
    return null;
  }

  @Override
  public synchronized void spot(UnderlyingFlow flow) {
    facts++;
    find(flow.underlying()).ifPresent(each -> each.spot(flow));
  }

  @Override
  public synchronized void view(UnderlyingFlow flow) {
    facts++;
    find(flow.underlying()).ifPresent(each -> each.view(flow));
  }

  @Override
  public synchronized void tick(Tick tick) {
    facts++;
    asOfNanos = Math.max(asOfNanos, tick.epochNanos());
    shown.forEach(each -> each.tick(tick.epochNanos()));
  }

  @Override
  public synchronized void news(News news) {
    facts++;
  }

  @Override
  public synchronized void hole(Hole hole) {
    facts++;
  }

  /// Forgets everything, for a session that begins before the first event: after a seek back, at
  /// the beginning of a loop, for another day. Called where that session's facts will come from,
  /// before the first of them.
  public synchronized void reset() {
    asOfNanos = 0;
    shown.forEach(Shown::reset);
  }

  /// Says whether what arrives is being recorded; nothing is said of it before the first call.
  public synchronized void recording(boolean isRecording) {
    recording = isRecording;
  }

  /// What is shown.
  public List<Underlying> underlyings() {
    return shown.stream().map(each -> each.underlying).toList();
  }

  /// The kind of market that is shown.
  public Mode mode() {
    return mode;
  }

  /// The state as the document that `/api/flow` answers: JSON in UTF-8.
  ///
  /// @throws IllegalArgumentException for an underlying that is not shown
  public byte[] document(Underlying underlying) {
    Sheet sheet = new Sheet();
    copy(underlying, sheet, true);
    return FlowJson.document(this, underlying, sheet);
  }

  /// How many facts came so far.
  synchronized long facts() {
    return facts;
  }

  /// Fills the sheet with what is different since the last time.
  synchronized void cut(Underlying underlying, Sheet sheet) {
    head(sheet);
    of(underlying).cut(sheet);
  }

  /// Fills the sheet with everything, by the rows' numbers or by strike.
  synchronized void copy(Underlying underlying, Sheet sheet, boolean byStrike) {
    head(sheet);
    of(underlying).copy(sheet, byStrike);
  }

  private void head(Sheet sheet) {
    sheet.asOfNanos = asOfNanos;
    sheet.recording = recording;
  }

  /// A copy of the minutes so far, of each contract too where that is asked for.
  synchronized History history(Underlying underlying, boolean isByContract) {
    return of(underlying).history(asOfNanos, isByContract);
  }

  private Shown of(Underlying underlying) {
    return find(underlying)
        .orElseThrow(() ->
            new IllegalArgumentException(underlying + " is not shown; shown are " + underlyings()));
  }

  private Optional<Shown> find(Underlying underlying) {
    return shown.stream().filter(each -> each.underlying.equals(underlying)).findFirst();
  }
}
