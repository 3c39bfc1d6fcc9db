package io.spyglass.server;

import io.spyglass.calendar.NewYork;
import io.spyglass.flow.PrintFilter;
import io.spyglass.flow.TradeSide;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// A place on the part of a [Tape] that there was at an instant, and the print at it. `NaN` is
/// unknown.
///
/// It begins beyond the newest print, and is asked for a print only where one is. Owned by one
/// thread.
final class TapeCursor implements PrintFilter.Subject {
  private static final TradeSide[] SIDES = {
    TradeSide.SOLD, TradeSide.UNCLASSIFIED, TradeSide.BOUGHT
  };

  private static final int NO_PAGE = -1;

  private final TapePage[] pages;
  private final Row[] rows;
  private final Conditions[] conditions;
  private final long last;
  private long number;
  private int page = NO_PAGE;
  private TapeChunk chunk = TapeChunk.EMPTY;
  private @Nullable TapeChunk scratch;
  private int place;

  /// @param rows and `conditions`: what the numbers in the chunks mean
  TapeCursor(TapePage[] pages, Row[] rows, Conditions[] conditions, long last) {
    this.pages = pages;
    this.rows = rows;
    this.conditions = conditions;
    this.last = last;
    this.number = last + 1;
  }

  /// The number of the newest print, 0 for none.
  long last() {
    return last;
  }

  /// Goes to a print's place, or to 0 or one beyond the last, where there is none.
  void go(long to) {
    boolean isOnTape = to >= 1 && to <= last;
    number = to;
    place = isOnTape ? TapeChunk.place(to - 1) : 0;
    turnTo(isOnTape ? TapeChunk.number(to - 1) : NO_PAGE);
  }

  private void turnTo(int next) {
    if (next != page) {
      page = next;
      chunk = next == NO_PAGE ? TapeChunk.EMPTY : open(pages[next]);
    }
  }

  private TapeChunk open(TapePage next) {
    return switch (next) {
      case TapeChunk inMemory -> inMemory;
      case TapePage.OnDisk(MemorySegment region, long offset) -> {
        TapeChunk copy = scratch == null ? new TapeChunk() : scratch;
        scratch = copy;
        copy.read(region, offset);
        yield copy;
      }
    };
  }

  /// Goes back to the next print that passes; gives false, and goes anywhere, where there is none
  /// behind number `after`.
  boolean older(PrintFilter filter, long after) {
    while (number - 1 > after) {
      number--;
      if (--place < 0) {
        go(number);
      }
      if (filter.matches(this)) {
        return true;
      }
    }
    return false;
  }

  /// Goes on to the next print that passes; gives false, and goes anywhere, where there is none.
  boolean newer(PrintFilter filter) {
    while (number < last) {
      go(number + 1);
      if (filter.matches(this)) {
        return true;
      }
    }
    return false;
  }

  /// The print's number.
  long number() {
    return number;
  }

  long epochNanos() {
    return chunk.epochNanos[place];
  }

  Row row() {
    return rows[chunk.row[place]];
  }

  OptionContract contract() {
    return row().contract;
  }

  @Override
  public TradeSide side() {
    return SIDES[chunk.flags[place] & TapeChunk.SIDE];
  }

  boolean isByTickRule() {
    return (chunk.flags[place] & TapeChunk.BY_TICK_RULE) != 0;
  }

  boolean isBar() {
    return (chunk.flags[place] & TapeChunk.BAR) != 0;
  }

  @Override
  public boolean isCall() {
    return contract().right() == Right.CALL;
  }

  @Override
  public double strike() {
    return contract().strike();
  }

  @Override
  public double delta() {
    return chunk.delta[place];
  }

  double volatility() {
    return chunk.volatility[place];
  }

  @Override
  public int daysToExpiry() {
    return (int) (contract().expiry().toEpochDay() - NewYork.epochDay(epochNanos()));
  }

  @Override
  public double price() {
    return TapeChunk.dollars(chunk.price[place]);
  }

  @Override
  public double size() {
    return chunk.size[place];
  }

  @Override
  public double premium() {
    return price() * size() * 100;
  }

  double bid() {
    return TapeChunk.dollars(chunk.bid[place]);
  }

  double ask() {
    return TapeChunk.dollars(chunk.ask[place]);
  }

  double spot() {
    return TapeChunk.dollars(chunk.spot[place]);
  }

  int exchange() {
    return chunk.exchange[place];
  }

  @Override
  public Conditions conditions() {
    return conditions[chunk.conditions[place]];
  }
}
