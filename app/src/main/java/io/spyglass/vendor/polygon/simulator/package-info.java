/// Polygon, now Massive, as a server on this machine: a simulated market over the vendor's REST and
/// WebSocket, so that clients meet what the vendor would tell them, faults included.
///
/// Entry type: [PolygonSimulator]. It shares nothing with the client but the core, so that each
/// proves the other.
///
/// | path | answers |
/// |---|---|
/// | `/v1`, `/v2`, `/v3`, `/options/v3`, `/options/v1` | as the vendor's REST |
/// | `/options`, `/stocks`, `/indices` | as the vendor's sockets |
/// | `/_sim/…` | clock, faults, the true tape, counts: the simulator's own |
///
/// Times: nanoseconds within, milliseconds on sockets and in bars, nanoseconds in REST's trades and
/// quotes. A market thread plays day after day by the [SimulatedClock] into a `Book` and into the
/// outboxes of the sockets; requests read the book under its lock, and the days' ticks from the
/// market anew.
///
/// Source: the vendor's OpenAPI and WebSocket descriptions and clients of July 2026.
@NullMarked
package io.spyglass.vendor.polygon.simulator;

import org.jspecify.annotations.NullMarked;
