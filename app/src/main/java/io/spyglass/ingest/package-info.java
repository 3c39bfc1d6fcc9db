/// Brings what vendors deliver into the lake.
///
/// The entry type is [io.spyglass.ingest.LeanImport]. An import goes on where a file or a line is
/// bad, counts it with its first example in a [io.spyglass.ingest.LeanReport], and may be repeated
/// without harm. Each import is owned by one thread.
@NullMarked
package io.spyglass.ingest;

import org.jspecify.annotations.NullMarked;
