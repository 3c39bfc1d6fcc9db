/// QuantConnect LEAN's data folder: zips of headerless CSV, one a symbol (or chain) and day.
///
/// [io.spyglass.vendor.lean.EntryName] tells what an entry of a zip holds and
/// [io.spyglass.vendor.lean.Decoder] makes market events of its lines; both are pure. Files lie
/// under `Data/{security type}/{market}/{resolution}/{symbol}`:
///
/// | entry | columns |
/// |---|---|
/// | `20210104_spxw_minute_quote_european_call_37000000_20210106.csv` | time, bid open, high, low, close, size, ask open, high, low, close, size |
/// | `20210104_spxw_minute_trade_european_call_37000000_20210106.csv` | time, open, high, low, close, volume |
/// | `20210104_spxw_minute_openinterest_european_call_37000000_20210106.csv` | time, open interest |
/// | `20210104_spx_minute_trade.csv`, `20131008_spy_second_quote.csv` | as above |
///
/// Time is milliseconds since midnight at the bar's start, in the data's own zone: New York for
/// equities and options, mostly Chicago for indices ([io.spyglass.vendor.lean.DataZones]). Prices
/// and strikes of equities and options are in ten-thousandths of a dollar, those of indices plain.
/// Source: LEAN's `Data/*/readme.md`. Everything here is immutable or a pure function.
@NullMarked
package io.spyglass.vendor.lean;

import org.jspecify.annotations.NullMarked;
