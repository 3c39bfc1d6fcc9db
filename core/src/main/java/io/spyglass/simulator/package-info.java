/// A seeded market of S&P 500 options: index path, volatility surface, quotes, trades, news.
///
/// The entry type is [io.spyglass.simulator.SimulatedMarket]: a seed and a calendar give a
/// [io.spyglass.simulator.SimulatedDay] for each trading day since 2020-01-02, and a day gives a
/// [io.spyglass.simulator.SimulatedFeed] of the events that a [io.spyglass.simulator.Selection]
/// asks for. Everything is a function of seed and date, to the bit and on every machine: each
/// stream of random numbers is keyed by what it decides (a contract's minute, an expiry's minute, a
/// day), so asking for less never changes what exists. The feed knows the true side of each print.
///
/// The model, in import order: `DailyPath` (level and volatility from day to day), `DayPath`
/// (within the day, by the second), `TermStructure` and `Smile` (the volatility surface),
/// `Listings` (what is listed), `SeriesMinute` (quotes and trades of one expiry in one minute),
/// `Block` (a minute of everything, in order).
///
/// Units: nanoseconds since the epoch, dollars or index points, volatilities per square root of a
/// year. Market, day and selection are immutable; a feed belongs to one thread.
@NullMarked
package io.spyglass.simulator;

import org.jspecify.annotations.NullMarked;
