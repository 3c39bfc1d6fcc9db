package io.spyglass.ingest;

import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.calendar.TradingHours;
import io.spyglass.lake.Cached;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.model.Bar;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.net.Refusal;
import io.spyglass.net.VendorOutage;
import io.spyglass.vendor.polygon.BarLength;
import io.spyglass.vendor.polygon.BarRow;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.Events;
import io.spyglass.vendor.polygon.Pages;
import io.spyglass.vendor.polygon.QuoteRow;
import io.spyglass.vendor.polygon.TradeRow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Fetches a past day's option trades, and quotes where the plan has them, into the trade cache,
/// and the underlying's bars beside them, so that the day can be replayed.
///
/// Only what is missing is asked for: a contract whose files are complete is left alone, and what
/// was stored while the day was going on is fetched again. Contracts are fetched side by side and
/// each is stored by itself, so that an end at any instant loses only what was on its way, and the
/// next run goes on from there. One that fails leaves the others alone. Costs three requests a
/// contract and one more for every 50,000 rows; memory is bounded by the lake's engine.
///
/// Thread-safe. It may run beside a server that captures into the same lake.
public final class TradeBackfill {
  /// How many contracts are fetched at once.
  static final int AT_ONCE = 8;

  /// How long behind its end a day is still going on for the vendor's history, which is up to a
  /// quarter of an hour late.
  static final Duration SETTLED = Duration.ofMinutes(30);

  private static final int FORBIDDEN = 403;
  private static final int SUCCESS = 200;

  private final Client client;
  private final Events events;
  private final Lake lake;
  private final TradingCalendar calendar;

  /// Hears how far it is, on the calling thread.
  public interface Progress {
    /// So many of all contracts are done.
    void contracts(int done, int all);
  }

  /// A backfill from a vendor into a lake.
  public TradeBackfill(Client client, Lake lake, TradingCalendar calendar) {
    this.client = client;
    this.events = client.events();
    this.lake = lake;
    this.calendar = calendar;
  }

  /// Fetches what the cache lacks of a trading day.
  ///
  /// @param nowNanos what time it is
  /// @throws Refusal where the key, or the plan trades, is refused; what was stored stays
  /// @throws io.spyglass.session.Outage where the lake cannot be written, or the vendor not be
  ///   asked which contracts there are
  public TradeReport fetch(
      LocalDate date,
      Underlying underlying,
      ContractChoice choice,
      long nowNanos,
      Progress progress)
      throws InterruptedException {
    List<OptionContract> wanted =
        new ContractSearch(client, calendar, underlying, date).find(choice);
    TradingHours hours = calendar.hours(underlying, date);
    Span session =
        new Span(
            hours.phases().getFirst().span().fromNanos(),
            hours.phases().getLast().span().toNanos());
    Run run = new Run(date, session, session.toNanos() + SETTLED.toNanos() <= nowNanos);
    run.all(wanted, progress);
    return run.report(wanted.size(), run.underlying(underlying));
  }

  /// One run over the contracts of a day.
  private final class Run {
    private final LocalDate date;
    private final Span session;
    private final boolean isOver;
    private final Cached cached;
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger untraded = new AtomicInteger();
    private final AtomicLong trades = new AtomicLong();
    private final AtomicLong quotes = new AtomicLong();
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failed = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean hasNoQuotes;

    Run(LocalDate date, Span session, boolean isOver) {
      this.date = date;
      this.session = session;
      this.isOver = isOver;
      this.cached = lake.cached(date);
    }

    TradeReport report(int contracts, long bars) {
      return new TradeReport(
          date,
          contracts,
          fetched.get(),
          complete.get(),
          untraded.get(),
          trades.get(),
          quotes.get(),
          bars,
          isOver,
          refused,
          failed);
    }

    void all(List<OptionContract> contracts, Progress progress) throws InterruptedException {
      progress.contracts(0, contracts.size());
      try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
        List<Future<?>> waiting = new ArrayList<>();
        contracts.forEach(contract -> waiting.add(pool.submit(() -> contract(contract))));
        try {
          for (int done = 0; done < waiting.size(); done++) {
            waiting.get(done).get();
            progress.contracts(done + 1, waiting.size());
          }
        } catch (ExecutionException e) {
          throw rethrown(e);
        } finally {
          pool.shutdownNow();
        }
      }
    }

    private RuntimeException rethrown(ExecutionException e) throws InterruptedException {
      return switch (e.getCause()) {
        case RuntimeException exception -> exception;
        case InterruptedException interrupted -> throw interrupted;
        case null, default -> new IllegalStateException("a contract failed", e);
      };
    }

    /// @throws Refusal where the plan has no trades at all
    private Void contract(OptionContract contract) throws InterruptedException {
      boolean hasTrades = cached.hasAllTrades(contract);
      boolean hasQuotes = cached.hasAllQuotes(contract) || hasNoQuotes;
      if (hasTrades && hasQuotes) {
        complete.incrementAndGet();
        return null;
      }
      try (DayWriter writer = lake.write(date)) {
        long newTrades = hasTrades ? 0 : trades(contract, writer);
        long newQuotes = hasQuotes ? 0 : quotes(contract, writer);
        writer.commit(isOver ? Completeness.SESSION : Completeness.PARTIAL);
        trades.addAndGet(newTrades);
        quotes.addAndGet(newQuotes);
        boolean isNews = newTrades + newQuotes > 0;
        (isNews ? fetched : hasTrades ? complete : untraded).incrementAndGet();
      } catch (VendorOutage e) {
        failed.add(contract + ": " + e.getMessage());
      }
      return null;
    }

    private long trades(OptionContract contract, DayWriter writer) throws InterruptedException {
      Pages<TradeRow> pages =
          client.trades(contract.ticker(), session.fromNanos(), session.toNanos());
      long count = 0;
      while (pages.next()) {
        for (TradeRow row : pages.rows()) {
          Trade trade = events.trade(contract, row, MarketEvent.ABSENT);
          if (trade != null) {
            writer.trade(trade);
            count++;
          }
        }
      }
      requireWhole(pages.complete(), "trades", contract);
      return count;
    }

    private long quotes(OptionContract contract, DayWriter writer) throws InterruptedException {
      Pages<QuoteRow> pages =
          client.quotes(contract.ticker(), session.fromNanos(), session.toNanos());
      long count = 0;
      try {
        while (pages.next()) {
          for (QuoteRow row : pages.rows()) {
            Quote quote = events.quote(contract, row, MarketEvent.ABSENT);
            if (quote != null) {
              writer.quote(quote);
              count++;
            }
          }
        }
      } catch (Refusal refusal) {
        refusedQuotes(refusal);
        return count;
      }
      requireWhole(pages.complete(), "quotes", contract);
      return count;
    }

    private void refusedQuotes(Refusal refusal) {
      if (refusal.status() != FORBIDDEN && refusal.status() != SUCCESS) {
        throw refusal;
      }
      synchronized (refused) {
        if (!hasNoQuotes) {
          hasNoQuotes = true;
          refused.add(String.valueOf(refusal.getMessage()));
        }
      }
    }

    private void requireWhole(boolean isWhole, String what, OptionContract contract) {
      if (!isWhole) {
        throw new VendorOutage(
            "the list of " + what + " of " + contract + " breaks off; try again later", null);
      }
    }

    /// Fetches the underlying's bars of the day and its last ones of the day before, where
    /// something of the day was stored or the lake has none of it; how many were stored. A plan
    /// without them has none.
    long underlying(Underlying underlying) throws InterruptedException {
      Span regular = calendar.day(date).regular();
      if (fetched.get() == 0 && lake.close(date, underlying, regular).isPresent()) {
        return 0;
      }
      Instrument instrument = underlying.instrument();
      LocalDate before = calendar.previous(date);
      Span lastHours = calendar.day(before).regular();
      long close = lastHours.toNanos();
      Span last = new Span(Math.max(lastHours.fromNanos(), close - 600_000_000_000L), close);
      return bars(instrument, date, session, isOver) + bars(instrument, before, last, false);
    }

    private long bars(Instrument instrument, LocalDate day, Span span, boolean isWhole)
        throws InterruptedException {
      if (!Lake.hasPlaceFor(instrument)) {
        return 0;
      }
      for (BarLength length : List.of(BarLength.SECOND, BarLength.MINUTE)) {
        try {
          return bars(instrument, day, span, length, isWhole);
        } catch (Refusal refusal) {
          noteBars(refusal, length);
        }
      }
      return 0;
    }

    private void noteBars(Refusal refusal, BarLength length) {
      String words = String.valueOf(refusal.getMessage());
      if (length.equals(BarLength.MINUTE) && !refused.contains(words)) {
        refused.add(words);
      }
    }

    private long bars(
        Instrument instrument, LocalDate day, Span span, BarLength length, boolean isWhole)
        throws InterruptedException {
      long toMillis = span.toNanos() / 1_000_000 - 1;
      List<BarRow> rows =
          client.bars(instrument.ticker(), length, span.fromNanos() / 1_000_000, toMillis).all();
      try (DayWriter writer = lake.write(day)) {
        long count = 0;
        for (BarRow row : rows) {
          Bar bar = events.bar(instrument, row, length, MarketEvent.ABSENT);
          if (bar != null) {
            writer.bar(bar);
            count++;
          }
        }
        writer.commit(isWhole ? Completeness.UNDERLYINGS : Completeness.PARTIAL);
        return count;
      }
    }
  }
}
