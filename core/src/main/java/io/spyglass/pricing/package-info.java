/// What options are worth: prices, implied volatilities, Greeks and the forward that quotes imply.
///
/// The entry type is [io.spyglass.pricing.European], which joins terms
/// ([io.spyglass.pricing.EuropeanOption]) and market inputs ([io.spyglass.pricing.Market]) to the
/// formulas of [io.spyglass.pricing.kernel]; [io.spyglass.pricing.Parity] reads the forward out of
/// calls and puts.
///
/// Units: prices per share, in the unit of level and strike, discounted to the moment of valuation;
/// volatility and rates per 1.00 and year, rates with continuous compounding; a year is 365 ×
/// 86,400 seconds, counted to the expiry instant and never rounded or clamped. Only
/// [io.spyglass.pricing.Greeks] is in quoted units. Every type is an immutable value or stateless,
/// and safe to share between threads.
@NullMarked
package io.spyglass.pricing;

import org.jspecify.annotations.NullMarked;
