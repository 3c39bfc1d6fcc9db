package io.spyglass.vendor.polygon.simulator;

/// How numbers and objects are written.
///
/// @param exponents numbers as `1.012e+06`
/// @param twins sizes and volumes with a string beside them
/// @param strangers fields that nobody knows
record Spelling(boolean exponents, boolean twins, boolean strangers) {
  static final Spelling PLAIN = new Spelling(false, false, false);

  static Spelling of(Faults faults) {
    return new Spelling(
        faults.has(Knob.EXPONENTS),
        faults.has(Knob.FRACTIONAL_SIZES),
        faults.has(Knob.UNKNOWN_FIELDS));
  }
}
