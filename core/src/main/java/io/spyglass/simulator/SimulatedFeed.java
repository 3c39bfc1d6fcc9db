package io.spyglass.simulator;

import io.spyglass.flow.TradeSide;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.session.Feed;
import io.spyglass.simulator.Selection.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The selected events of a simulated day in [MarketEvent#ORDER], made a minute at a time as they
/// are read. It has no ticks. Owned by one thread.
public final class SimulatedFeed implements Feed {
  private final SimulatedDay day;
  private final Selection selection;
  private final List<WantedSeries> wanted;
  private final List<News> news;
  private final Block block;
  private final SpotMinute spotMinute;
  private final SeriesMinute seriesMinute;
  private long nextMinuteNanos;

  /// @param contracts the indices of the contracts that are wanted
  /// @param dayTrades the trades of the series in a full day
  private record WantedSeries(Series series, BitSet contracts, double dayTrades) {}

  SimulatedFeed(SimulatedDay day, Selection selection) {
    this.day = day;
    this.selection = selection;
    this.wanted = wanted(day, selection);
    this.news = selection.wants(Kind.NEWS) ? NewsWire.of(day) : List.of();
    this.block = new Block(selection.fromNanos(), selection.toNanos());
    this.spotMinute = new SpotMinute(day, selection);
    this.seriesMinute = new SeriesMinute(day, selection, day.series().getFirst());
    this.nextMinuteNanos = firstMinute(day, selection.fromNanos());
  }

  private static long firstMinute(SimulatedDay day, long fromNanos) {
    if (fromNanos <= day.startNanos()) {
      return day.startNanos();
    }
    long into = Math.min(fromNanos, day.endNanos()) - day.startNanos();
    return day.startNanos() + into / DayHours.MINUTE * DayHours.MINUTE;
  }

  private static List<WantedSeries> wanted(SimulatedDay day, Selection selection) {
    List<WantedSeries> wanted = new ArrayList<>();
    for (Underlying underlying : SimulatedMarket.UNDERLYINGS) {
      double[] trades = day.activity().tradesBySeries(day.series(), underlying);
      for (int s = 0; s < trades.length; s++) {
        Series series = day.series().get(s);
        if (series.underlying().equals(underlying)
            && selection.underlyings().contains(underlying)) {
          addWanted(wanted, series, trades[s], selection);
        }
      }
    }
    return wanted;
  }

  private static void addWanted(
      List<WantedSeries> wanted, Series series, double trades, Selection selection) {
    BitSet contracts = new BitSet();
    for (int i = 0; i < series.size(); i++) {
      contracts.set(i, selection.wants(series.contract(i)));
    }
    if (!contracts.isEmpty()) {
      wanted.add(new WantedSeries(series, contracts, trades));
    }
  }

  @Override
  public @Nullable MarketEvent next() {
    while (!block.hasNext()) {
      if (nextMinuteNanos >= Math.min(day.endNanos(), selection.toNanos())) {
        return null;
      }
      fill(nextMinuteNanos);
      nextMinuteNanos += DayHours.MINUTE;
    }
    return block.next();
  }

  /// Who truly crossed the spread in the event that [#next] gave last, which is what a classifier
  /// of trade sides tries to find out; unclassified for a notice of cancellation and for what is no
  /// trade.
  public TradeSide trueSide() {
    return block.lastSide();
  }

  private void fill(long minuteNanos) {
    block.restart(minuteNanos);
    if (minuteNanos == day.startNanos()) {
      publish();
    }
    for (News article : news) {
      if (article.epochNanos() >= minuteNanos
          && article.epochNanos() < minuteNanos + DayHours.MINUTE) {
        block.add(article);
      }
    }
    spotMinute.fill(minuteNanos, block);
    if (selection.wantsAny(Kind.QUOTE, Kind.TRADE)) {
      for (WantedSeries w : wanted) {
        seriesMinute.fill(w.series(), w.contracts(), w.dayTrades(), minuteNanos, block);
      }
    }
    block.sort();
  }

  private void publish() {
    if (selection.wants(Kind.LISTING)) {
      for (WantedSeries w : wanted) {
        w.contracts().stream().forEach(i -> addListing(w.series().contract(i)));
      }
    }
    if (selection.wants(Kind.OPEN_INTEREST)) {
      for (WantedSeries w : wanted) {
        List<OpenInterest> open = day.openInterest(w.series());
        w.contracts().stream().forEach(i -> block.add(open.get(i)));
      }
    }
  }

  private void addListing(OptionContract contract) {
    block.add(new Listing(contract, day.startNanos(), day.startNanos()));
  }
}
