package io.spyglass.vendor.polygon;

import io.spyglass.model.Instrument;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Instruments by the bytes of their tickers: one object for one ticker, found without making a
/// text of it.
///
/// Algorithm: open addressing with linear probing, at most half full, on a hash of eight bytes at a
/// time. A look-up costs about as much as reading the ticker. Memory is bounded: behind
/// [#MOST_KEPT] tickers more are parsed each time and not kept. Owned by one thread.
final class Symbols {
  /// More than all option series of the S&P 500 and its fund.
  static final int MOST_KEPT = 1 << 17;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private byte[][] tickers = new byte[1 << 10][];
  private Instrument[] instruments = new Instrument[1 << 10];
  private int size;

  /// The instrument that `bytes[from, to)` names, or null where they name none.
  @Nullable Instrument find(byte[] bytes, int from, int to) {
    int mask = tickers.length - 1;
    int slot = hash(bytes, from, to) & mask;
    for (byte[] known = tickers[slot]; known != null; known = tickers[slot]) {
      if (Arrays.equals(known, 0, known.length, bytes, from, to)) {
        return instruments[slot];
      }
      slot = (slot + 1) & mask;
    }
    return parse(Arrays.copyOfRange(bytes, from, to));
  }

  private @Nullable Instrument parse(byte[] ticker) {
    try {
      Instrument instrument = Instrument.parse(new String(ticker, StandardCharsets.ISO_8859_1));
      keep(ticker, instrument);
      return instrument;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private void keep(byte[] ticker, Instrument instrument) {
    if (size == MOST_KEPT) {
      return;
    }
    if (2 * (size + 1) > tickers.length) {
      grow();
    }
    put(ticker, instrument);
    size++;
  }

  private void put(byte[] ticker, Instrument instrument) {
    int mask = tickers.length - 1;
    int slot = hash(ticker, 0, ticker.length) & mask;
    while (tickers[slot] != null) {
      slot = (slot + 1) & mask;
    }
    tickers[slot] = ticker;
    instruments[slot] = instrument;
  }

  private void grow() {
    byte[][] oldTickers = tickers;
    Instrument[] oldInstruments = instruments;
    tickers = new byte[2 * oldTickers.length][];
    instruments = new Instrument[2 * oldTickers.length];
    for (int slot = 0; slot < oldTickers.length; slot++) {
      if (oldTickers[slot] != null) {
        put(oldTickers[slot], oldInstruments[slot]);
      }
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash ^ (long) LONG.get(bytes, at));
    }
    for (; at < to; at++) {
      hash = hash * 31 + bytes[at];
    }
    return (int) (mixed(hash) >>> Integer.SIZE);
  }

  private static long mixed(long bits) {
    long product = bits * MULTIPLIER;
    return product ^ (product >>> 29);
  }
}
