/// The durable journal of market events, and the sequencer that fills it.
///
/// Entry types: [Sequencer] (many threads in, one recorded feed out), [Journal] (writes),
/// [JournalFeed] (reads), [DayRules] (how its day is watched), [DataFolder] (one server a folder).
/// One file is one trading day's recording, `journal/{date}/{name}.journal`; what the session saw,
/// in that order, ticks included. Times are nanoseconds since the epoch, UTC. Nothing here is for
/// several threads but [Sequencer], [Clock] and [DataFolder].
///
/// ## Wire format 1, little-endian
///
/// | header, 128 bytes | bytes | |
/// |---|---|---|
/// | magic | 8 | ASCII `SPYGLASS` |
/// | version, header length | 2 + 2 | 1, 128 |
/// | day | 4 | days since 1970-01-01 |
/// | text | 108 | ASCII, what the file is, then zeros |
/// | checksum | 4 | CRC-32C of the 124 bytes before |
///
/// | block: one write, one fsync | bytes | |
/// |---|---|---|
/// | position | 8 | its own offset in the file |
/// | length | 4 | bytes of payload |
/// | count | 4 | events in it |
/// | checksum | 4 | CRC-32C of the 16 bytes before and the payload |
/// | payload | length | records: a kind byte, then the fields |
///
/// | kind | fields (i int32, l int64, d float64 bits, b byte, s text, S count as i and texts) |
/// |---|---|
/// | 1 instrument | s ticker; numbered from 0 in order of appearance, before its first use |
/// | 2 conditions | i count, i each; numbered likewise |
/// | 3 listing | i instrument, l time, l received |
/// | 4 open interest | i instrument, l time, l received, l contracts, l effective day |
/// | 5 quote | i instrument, l time, l received, l sequence, d bid, d ask, l bid size, l ask size |
/// | 6 index value | i instrument, l time, l received, d value |
/// | 7 bar | i instrument, l start, l received, i seconds, d open, high, low, close, volume, vwap |
/// | 8 trade | i instrument, l time, l received, l participant, l sequence, d price, d size, i exchange, i conditions, i correction |
/// | 9 news | l time, l received, d sentiment, s id, s title, s description, S keywords, S tickers |
/// | 10 hole | l time, l received, l from, l to, b filled, s reason |
/// | 11 tick | l time |
/// | 12 underlying value | l time, l received, d value, b implied, s underlying |
/// | 13 vendor's Greeks | i instrument, l time, l received, d volatility, delta, gamma, theta, vega |
///
/// A text is i length in bytes and UTF-8; one that is no valid Unicode is i complement of its
/// length and UTF-16 units. A missing number is stored as it is in memory (`NaN`, -1).
///
/// ## Torn tail or corruption
///
/// A block is begun only when the fsync of the one before has returned, so a crash can spoil none
/// but the last, and what it spoils was never acknowledged. So where a block is not whole (cut, or
/// its checksum fails) and no whole block lies anywhere behind it, it is a torn tail: readers leave
/// it out, the next writer cuts it off, both say so. Where a whole block follows, it is damage that
/// no crash explains, and a [io.spyglass.session.CorruptFile] names file and offset. An
/// acknowledged last block that is damaged later cannot be told from a torn one.
@NullMarked
package io.spyglass.journal;

import org.jspecify.annotations.NullMarked;
