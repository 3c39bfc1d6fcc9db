/// Brings what vendors deliver into the lake.
///
/// Entry types [io.spyglass.ingest.LeanImport], of another tool's files, and
/// [io.spyglass.ingest.TradeBackfill], of a past day's trades from a vendor. Both go on where a
/// part is bad, count it with its first example in their reports, and may be repeated without harm.
@NullMarked
package io.spyglass.ingest;

import org.jspecify.annotations.NullMarked;
