/// When the US markets trade: days, hours, and the instants at which options stop and expire.
///
/// The entry type is [io.spyglass.calendar.TradingCalendar]: holidays follow from rules, special
/// closures, late opens and unusual closes from a table ([io.spyglass.calendar.Overrides]). It
/// holds from 2000 on. [io.spyglass.calendar.NewYork] is the one place that knows the zone.
///
/// Units: instants are nanoseconds since the epoch, UTC; a stretch of time is a
/// [io.spyglass.calendar.Span], its end excluded; dates and times of day are New York's. Every type
/// is immutable and safe to share between threads; nothing here reads a clock.
///
/// Sources: NYSE holiday and early-closing rules; Cboe Exchange rule 5.1 (trading days and hours)
/// and the product specifications of SPX and SPXW.
@NullMarked
package io.spyglass.calendar;

import org.jspecify.annotations.NullMarked;
