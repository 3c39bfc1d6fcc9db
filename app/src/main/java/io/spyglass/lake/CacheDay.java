package io.spyglass.lake;

import java.time.LocalDate;

/// What the trade cache holds of one day, as its folders tell without opening a file.
///
/// @param date the day
/// @param contracts instruments with cached trades or quotes
/// @param tradeFiles files of trades, one an instrument
/// @param quoteFiles files of quotes, one an instrument
/// @param bytes what all the files take on disk
public record CacheDay(LocalDate date, int contracts, int tradeFiles, int quoteFiles, long bytes) {}
