package io.spyglass.vendor.polygon;

import java.util.List;

/// One body: its results, none where it has no such field, and what is around them.
record Page<T>(Envelope envelope, List<T> results) {}
