/// JMH benchmarks of core and app, and programs that try the whole: [Load], [Soak], [MissingDay].
///
/// Each benchmark measures one thing on fixed data, and [Checksum] says how its answers are folded
/// into one number, so that a faster answer is known to be the same answer. `bench/README.md` holds
/// the numbers with the machine and the runs they come from.
@NullMarked
package io.spyglass.bench;

import org.jspecify.annotations.NullMarked;
