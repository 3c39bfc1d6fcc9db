/// Manners on the network: requests that keep to a vendor's limit, are tried again within reason,
/// and show no secret in what is said about them.
///
/// Entry types: [Http] asks and gives an [Answer], within what a [RateLimiter] lets go; a [Refusal]
/// is a vendor's no; [Redaction] takes secrets out of texts. Everything here is thread-safe.
@NullMarked
package io.spyglass.net;

import org.jspecify.annotations.NullMarked;
