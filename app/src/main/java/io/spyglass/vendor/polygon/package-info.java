/// Polygon.io, now Massive: what its bytes mean, its REST answers and its sockets.
///
/// Entry types: [Decoder] (frames of a socket into market events).
///
/// | message | becomes | fields read |
/// |---|---|---|
/// | `T` | trade | `sym`, `p`, `s` or `ds`, `t` ms, `q`, `x`, `c`, `pt` |
/// | `Q` | quote | `sym`, `bp`, `bs`, `ap`, `as`, `t` ms, `q` |
/// | `A`, `AM` | bar of a second or a minute | `sym`, `s` ms, `o`, `h`, `l`, `c`, `v` or `dv`, `vw` |
/// | `V` | index value | `T`, `val`, `t` ms |
/// | `status` | a word about the connection | `status`, `message` |
///
/// Source: the vendor's WebSocket reference and its own clients, July 2026.
@NullMarked
package io.spyglass.vendor.polygon;

import org.jspecify.annotations.NullMarked;
