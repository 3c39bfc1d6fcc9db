/// Manners on the network: what is said about requests holds no secret.
///
/// The entry type is [Redaction]. Everything here is immutable and safe to share between threads.
@NullMarked
package io.spyglass.net;

import org.jspecify.annotations.NullMarked;
