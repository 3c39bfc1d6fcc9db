/// The lake: recorded days as Parquet files that any tool can read, through DuckDB in memory.
///
/// The entry type is [io.spyglass.lake.Lake]; [io.spyglass.lake.DayWriter] stores a day and
/// [io.spyglass.lake.LakeFeed] replays one. Files by path under the lake's folder, `raw` in
/// milliseconds and `historical` in nanoseconds since the epoch, UTC:
///
/// | path | rows | key |
/// |---|---|---|
/// | `raw/options/{date}`, `raw/{ticker}/{date}` | bars | ticker, timestamp |
/// | `raw/spx/{date}`, `raw/vix/{date}` (any index) | index bars | ticker, timestamp |
/// | `raw/quotes/{date}` | best bid and offer at each minute's end | ticker, timestamp |
/// | `raw/open_interest/{date}` | open contracts and the day they were counted | ticker |
/// | `raw/news/{date}` | articles | article_id |
/// | `historical/trades/{date}/{ticker}` | one contract's trades | time, sequence, exchange |
/// | `historical/quotes/{date}/{ticker}` | one contract's quotes | time, sequence |
///
/// The columns are in `Schema`. A file appears whole or not at all, its rows are sorted by time and
/// then key, and the same rows make the same bytes. Only `Lake` is shared between threads;
/// processes take turns to write, by a lock on `.write.lock`.
@NullMarked
package io.spyglass.lake;

import org.jspecify.annotations.NullMarked;
