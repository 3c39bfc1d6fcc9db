/// The flow over HTTP and WebSocket, and the page that shows it.
///
/// The entry type is [io.spyglass.server.SpyglassServer]; what it serves stands on an
/// [io.spyglass.server.FlowBoard], which a session tells its facts to as to any other output. Which
/// board is seen, an [io.spyglass.server.Stage] says; what else can be, a
/// [io.spyglass.server.Programme].
///
/// | route | answer |
/// |---|---|
/// | `GET /` | the page |
/// | `GET /openapi.json` | what all of them answer; `/docs` and `/redoc` show it |
/// | `GET /health` | `{"status":"ok"}`; `/health/live`, `/health/ready`, `/metrics` beside it |
/// | `GET /api/flow?underlying=&expiry=` | the state as one document; `/api/flow/history` by the minute |
/// | `GET /api/heatmap?underlying=&expiry=&measure=&step=&since=` | what traded by strike and time |
/// | `GET /api/contracts/{ticker}/history` | one contract's day by the minute |
/// | `GET /api/tape?underlying=&expiry=&filter=` | the newest prints; `/api/tape.csv` all of them |
/// | `GET /api/feeds` | how the live side is doing, shown or not |
/// | `GET /api/holes` | the holes in the feed of the day; `/api/days` what can be replayed |
/// | `GET`, `POST /api/replay` | the replay's clock and its controls |
/// | `WS /ws/stream?underlying=&expiry=` | a snapshot, then frames and heartbeats |
///
/// A snapshot is a frame that holds everything: `listed` names contracts by a number, `rows` has
/// one array a column with a place for each number in `rows.id`. Values are absolute, so applying a
/// frame twice does no harm. Units are those of [io.spyglass.flow.ContractFlow]; unknown is null;
/// times are ISO-8601 UTC. Threads: one session thread writes the board, one frame thread cuts and
/// sends, requests run on virtual threads; the board's monitor is all they share, beside a tape of
/// prints that is only ever appended to and read without it.
@NullMarked
package io.spyglass.server;

import org.jspecify.annotations.NullMarked;
