/// Runs a session by the clock, the capture of a live day and the playback of any, and looks at how
/// the platform and the machine under it are doing.
///
/// Entry types [io.spyglass.monitor.Monitor] (live), [io.spyglass.monitor.Replay] and, before
/// anything runs, [io.spyglass.monitor.Doctor]. Times are nanoseconds since the epoch, UTC; speeds
/// are seconds of the day a second of the clock. A run owns one thread, on which its session
/// handles events and tells its output; the controls may be used from any thread. What the doctor
/// finds is immutable.
@NullMarked
package io.spyglass.monitor;

import org.jspecify.annotations.NullMarked;
