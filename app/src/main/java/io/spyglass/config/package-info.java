/// What the platform is told before it starts: settings from flags, the process environment,
/// `.env`, four YAML files and built-in defaults, in that order of precedence.
///
/// The entry type is [Settings]: it is loaded once, and hands out small immutable records such as
/// [FlowSettings]. [Catalogue] declares every setting once; parsing, validation, `config show`,
/// `.env.example`, the example files and the generated reference are all made from it.
///
/// Units stand in the names or in the types (`Duration`, `Path`). Every type here is immutable and
/// safe to share between threads. A secret is a [Secret], which never prints itself.
@NullMarked
package io.spyglass.config;

import org.jspecify.annotations.NullMarked;
