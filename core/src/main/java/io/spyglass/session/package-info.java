/// The one loop that live, replay, paper and backtest wire differently, and its ports.
///
/// Entry type is [io.spyglass.session.Session]: it takes a [io.spyglass.session.Feed] and tells an
/// [io.spyglass.session.Output]. [io.spyglass.session.Playback] controls a replay,
/// [io.spyglass.session.Feeds] is what the live side tells of itself. Times are nanoseconds since
/// the epoch, UTC. A session belongs to one thread; the two ports that are asked from outside are
/// safe from any.
@NullMarked
package io.spyglass.session;

import org.jspecify.annotations.NullMarked;
