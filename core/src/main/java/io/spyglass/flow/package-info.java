/// The live state of option flow: top of book, the side of each print, strikes in view, totals.
///
/// Entry type [io.spyglass.flow.FlowState]; below it stand an [io.spyglass.flow.UnderlyingFlow] an
/// underlying, a [io.spyglass.flow.SeriesFlow] a root and expiry, and a
/// [io.spyglass.flow.ContractFlow] a contract. What happens is told to a
/// [io.spyglass.flow.FlowListener] at once.
///
/// Units: nanoseconds since the epoch, contracts, dollars of premium (price × size × 100), Greeks
/// as [io.spyglass.pricing.Greeks] quotes them. Owned by the session's thread; nothing here is safe
/// to read from another while events are handled. Cost: one hash look-up an event, O(contracts in
/// view) a tick.
@NullMarked
package io.spyglass.flow;

import org.jspecify.annotations.NullMarked;
