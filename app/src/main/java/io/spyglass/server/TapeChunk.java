package io.spyglass.server;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.Print;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Some consecutive prints of a [Tape], by columns.
///
/// Prices are whole ten-thousandths of a dollar: exact where a price has four decimals, and up to
/// $214,748; size, volatility and delta are floats, so sizes are exact up to 16,777,216 contracts.
final class TapeChunk implements TapePage {
  /// What the places beyond a tape's ends lie in.
  static final TapeChunk EMPTY = new TapeChunk();

  /// Stands for a price that is not known.
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int SHIFT = 10;
  private static final int SIZE = 1 << SHIFT;

  /// How long a chunk is outside the heap.
  static final long BYTES = 47L * SIZE;

  private static final double UNITS_PER_DOLLAR = 10_000;

  static final int BY_TICK_RULE = 4;
  static final int BAR = 8;
  static final int SIDE = 3;

  final long[] epochNanos = new long[SIZE];
  final int[] price = new int[SIZE];
  final int[] bid = new int[SIZE];
  final int[] ask = new int[SIZE];
  final int[] spot = new int[SIZE];
  final float[] size = new float[SIZE];
  final float[] volatility = new float[SIZE];
  final float[] delta = new float[SIZE];
  final short[] exchange = new short[SIZE];
  final byte[] flags = new byte[SIZE];
  final int[] row = new int[SIZE];
  final int[] conditions = new int[SIZE];

  /// The number of the chunk that holds the print behind `count` others.
  static int number(long count) {
    return (int) (count >>> SHIFT);
  }

  /// The place of that print in its chunk.
  static int place(long count) {
    return (int) count & (SIZE - 1);
  }

  /// @param rowNumber of its contract, and `conditionsNumber` of its conditions, in the tape's
  ///   index
  void set(int place, Print print, int rowNumber, int conditionsNumber) {
    ContractFlow contract = print.contract();
    epochNanos[place] = print.epochNanos();
    price[place] = units(print.price());
    bid[place] = units(contract.bid());
    ask[place] = units(contract.ask());
    spot[place] = units(contract.series().underlying().spot());
    size[place] = (float) print.size();
    volatility[place] = (float) contract.volatility();
    delta[place] = (float) print.delta();
    exchange[place] = (short) print.exchange();
    flags[place] =
        (byte)
            (print.side().sign() + 1
                | (print.byTickRule() ? BY_TICK_RULE : 0)
                | (print.isBar() ? BAR : 0));
    row[place] = rowNumber;
    conditions[place] = conditionsNumber;
  }

  /// Copies everything to the beginning of a segment.
  void write(MemorySegment to) {
    long at = 0;
    for (MemorySegment column : columns()) {
      MemorySegment.copy(column, 0, to, at, column.byteSize());
      at += column.byteSize();
    }
  }

  /// Takes everything from what was written there.
  void read(MemorySegment from, long offset) {
    long at = offset;
    for (MemorySegment column : columns()) {
      MemorySegment.copy(from, at, column, 0, column.byteSize());
      at += column.byteSize();
    }
  }

  private List<MemorySegment> columns() {
    return List.of(
        MemorySegment.ofArray(epochNanos),
        MemorySegment.ofArray(price),
        MemorySegment.ofArray(bid),
        MemorySegment.ofArray(ask),
        MemorySegment.ofArray(spot),
        MemorySegment.ofArray(size),
        MemorySegment.ofArray(volatility),
        MemorySegment.ofArray(delta),
        MemorySegment.ofArray(exchange),
        MemorySegment.ofArray(flags),
        MemorySegment.ofArray(row),
        MemorySegment.ofArray(conditions));
  }

  private static int units(double dollars) {
    double units = Math.rint(dollars * UNITS_PER_DOLLAR);
    return Math.abs(units) <= Integer.MAX_VALUE ? (int) units : UNKNOWN;
  }

  static double dollars(int units) {
    return units == UNKNOWN ? Double.NaN : units / UNITS_PER_DOLLAR;
  }
}
