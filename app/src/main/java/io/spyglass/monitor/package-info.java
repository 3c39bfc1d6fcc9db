/// Runs a session by the clock: what is shown live, and the playback of a day.
///
/// Entry type [io.spyglass.monitor.Replay]. Times are nanoseconds since the epoch, UTC; speeds are
/// seconds of the day a second of the clock. A run owns one thread, on which its session handles
/// events and tells its output; the controls may be used from any thread.
@NullMarked
package io.spyglass.monitor;

import org.jspecify.annotations.NullMarked;
