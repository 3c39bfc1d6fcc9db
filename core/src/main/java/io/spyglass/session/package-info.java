/// The one loop that live, replay, paper and backtest wire differently, and its ports.
@NullMarked
package io.spyglass.session;

import org.jspecify.annotations.NullMarked;
