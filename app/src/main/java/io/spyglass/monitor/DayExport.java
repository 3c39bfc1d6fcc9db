package io.spyglass.monitor;

import io.spyglass.calendar.Span;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.StoredFile;
import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.session.Feed;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what the journal of a captured day has into the lake: trades and quotes of options into
/// their caches, values of indices and bars of options by the minute, open interest.
///
/// It reads the journal by itself, so that it may run while the journal is written. The trades are
/// complete where the journal reaches from the tape's opening to its end and every hole of prints
/// in it was filled; what else there is never is. What the lake has as complete stays as it is.
///
/// Owned by one thread.
final class DayExport {
  private static final Logger LOG = LoggerFactory.getLogger(DayExport.class);
  private static final int MINUTE_SECONDS = 60;

  private final Lake lake;

  DayExport(Lake lake) {
    this.lake = lake;
  }

  /// Writes the day as far as its journal has come.
  ///
  /// A day that was captured from a simulator on this machine is left out where the lake has
  /// complete trades or quotes of that date already: they may be the real ones.
  ///
  /// @return what happened to each file
  /// @throws io.spyglass.session.Outage where the journal or the lake is out of reach
  /// @throws io.spyglass.session.CorruptFile where one of their files is damaged
  List<StoredFile> write(CapturedDay captured) {
    if (isSimulated(captured) && !lake.cached(captured.date()).isEmpty()) {
      LOG.warn(
          "What was captured from {} is not cached: the lake has {} already",
          captured.rules().source(),
          captured.date());
      return List.of();
    }
    try (Feed feed = captured.day().feed();
        DayWriter writer = lake.write(captured.date())) {
      Contents contents = new Contents(captured.day().span(), writer);
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        contents.take(event);
      }
      List<StoredFile> stored = writer.commit(contents.completeness());
      LOG.info("Cached {} files of {}", stored.size(), captured.date());
      return stored;
    }
  }

  private static boolean isSimulated(CapturedDay captured) {
    String host = String.valueOf(URI.create(captured.rules().source()).getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /// What a journal holds, on its way into the lake.
  private static final class Contents {
    private final Span tape;
    private final DayWriter writer;
    private final MinuteBars minutes = new MinuteBars();
    private final HoleBook holes = new HoleBook();
    private long firstTickNanos = Long.MAX_VALUE;
    private long lastTickNanos = Long.MIN_VALUE;

    Contents(Span tape, DayWriter writer) {
      this.tape = tape;
      this.writer = writer;
    }

    void take(MarketEvent event) {
      switch (event) {
        case Trade trade when trade.instrument() instanceof OptionContract -> writer.trade(trade);
        case Quote quote when quote.instrument() instanceof OptionContract -> writer.quote(quote);
        case Bar bar
            when bar.instrument() instanceof OptionContract && bar.seconds() <= MINUTE_SECONDS ->
            minutes.add(bar);
        case IndexValue value -> minutes.add(value);
        case OpenInterest interest -> writer.openInterest(interest);
        case Hole hole when hole.lacksPrints() -> holes.hole(hole);
        case Tick tick -> {
          firstTickNanos = Math.min(firstTickNanos, tick.epochNanos());
          lastTickNanos = Math.max(lastTickNanos, tick.epochNanos());
        }
        default -> {}
      }
    }

    Completeness completeness() {
      minutes.each(writer::bar);
      boolean isWhole =
          firstTickNanos <= tape.fromNanos()
              && lastTickNanos >= tape.toNanos()
              && holes.unfilled(lastTickNanos).isEmpty();
      return isWhole ? Completeness.PRINTS : Completeness.PARTIAL;
    }
  }
}
