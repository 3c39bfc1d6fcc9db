/// The command line: parses arguments, wires the parts of the platform together and maps what
/// happened to an exit code.
///
/// The entry type is [Spyglass], the root command and the platform's one `main`. Commands hold no
/// loop, no SQL and no HTTP: those live on the floors below. Data goes to standard output; logs and
/// progress go to standard error.
@NullMarked
package io.spyglass.cli;

import org.jspecify.annotations.NullMarked;
