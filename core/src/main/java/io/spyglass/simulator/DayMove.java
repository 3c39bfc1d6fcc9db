package io.spyglass.simulator;

import java.time.LocalDate;

/// What a trading day does to the level of the index and to volatility, in outline. The rest of the
/// day is drawn to fit between its ends.
///
/// @param date the trading day
/// @param key the parent of every stream of random numbers of this day
/// @param previousClose the index at the close before
/// @param open the index at the open
/// @param close the index at the close
/// @param diffusion the part of the logarithmic return from open to close that comes without jumps
/// @param deviation the expected standard deviation of a whole day's logarithmic return
/// @param atOpen the state of volatility at the open
/// @param atClose the state of volatility at the close
/// @param jumps sudden moves within the day
record DayMove(
    LocalDate date,
    long key,
    double previousClose,
    double open,
    double close,
    double diffusion,
    double deviation,
    VolatilityState atOpen,
    VolatilityState atClose,
    Jumps jumps) {}
