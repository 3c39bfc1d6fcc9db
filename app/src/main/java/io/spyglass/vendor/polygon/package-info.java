/// Polygon.io, now Massive: what its bytes mean, its REST answers and its sockets.
///
/// Entry types: [Stream] (a socket: each print once, holes told of and filled), [Decoder] (its
/// frames into market events), [Client] (REST into rows; [Events] makes market events of rows),
/// [ConditionTable] (which prints count), [QuoteWindow] (whose quotes to ask for).
///
/// Rows name the vendor's fields in full and keep its units: bars and REST's calendars in
/// milliseconds, trades and quotes in nanoseconds. What a body leaves out is `NaN`, -1, null or
/// empty.
///
/// | message | becomes | fields read |
/// |---|---|---|
/// | `T` | trade | `sym`, `p`, `s` or `ds`, `t` ms, `q`, `x`, `c`, `pt` |
/// | `Q` | quote | `sym`, `bp`, `bs`, `ap`, `as`, `t` ms, `q` |
/// | `A`, `AM` | bar of a second or a minute | `sym`, `s` ms, `o`, `h`, `l`, `c`, `v` or `dv`, `vw` |
/// | `V` | index value | `T`, `val`, `t` ms |
/// | `status` | a word about the connection | `status`, `message` |
///
/// Source: the vendor's REST and WebSocket references and its own clients, July 2026.
@NullMarked
package io.spyglass.vendor.polygon;

import org.jspecify.annotations.NullMarked;
