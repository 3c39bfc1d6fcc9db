/// Static formulas on doubles: European options on a lognormal forward.
///
/// Entry types are [io.spyglass.pricing.kernel.Black] (price and Greeks) and
/// [io.spyglass.pricing.kernel.BlackVolatility] (its inverse). They know no domain type, allocate
/// nothing, keep no state and are safe to call from any thread.
///
/// Units: years of 365 days, volatility per 1.00 and root year, rates per 1.00 and year with
/// continuous compounding, prices in the unit of forward and strike, not discounted unless the name
/// says so. `sign` is +1 for a call and -1 for a put.
///
/// NaN in, NaN out; "no solution" is NaN and [io.spyglass.pricing.kernel.VolatilityStatus] says
/// why. Only `+ - * / sqrt fma`, comparisons, exponent bits and own polynomials are used, so a
/// result has the same bits on every machine, and in any other arrangement of the same operations.
@NullMarked
package io.spyglass.pricing.kernel;

import org.jspecify.annotations.NullMarked;
