package io.spyglass.server;

/// A copy of one contract's net premium, dollars bought less sold by the minute.
@SuppressWarnings("ArrayRecordComponent")
record NetPremiums(String ticker, double strike, double[] netPremium) {}
