/// The market as data: instruments and their symbols, and the events that happen to them.
///
/// Entry types are [io.spyglass.model.OptionContract] and [io.spyglass.model.MarketEvent]. Every
/// type is an immutable value and safe to share between threads.
///
/// Units: times are nanoseconds since the epoch, UTC; prices are dollars an option's share, index
/// points or dollars a share; option sizes are contracts, stock sizes are shares. A missing double
/// is `NaN`, a missing whole number [io.spyglass.model.MarketEvent#ABSENT].
@NullMarked
package io.spyglass.model;

import org.jspecify.annotations.NullMarked;
