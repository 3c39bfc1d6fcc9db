package io.spyglass.vendor.polygon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A best bid and offer. A side that is not there has price, size and exchange 0.
///
/// @param ticker where the endpoint gives it
/// @param bidSize contracts or shares
/// @param askSize contracts or shares
/// @param sipTimestamp nanoseconds
/// @param participantTimestamp nanoseconds
/// @param trfTimestamp nanoseconds
public record QuoteRow(
    @Nullable String ticker,
    double bidPrice,
    double bidSize,
    int bidExchange,
    double askPrice,
    double askSize,
    int askExchange,
    List<Integer> conditions,
    List<Integer> indicators,
    long sipTimestamp,
    long participantTimestamp,
    long sequenceNumber,
    int tape,
    long trfTimestamp) {}
