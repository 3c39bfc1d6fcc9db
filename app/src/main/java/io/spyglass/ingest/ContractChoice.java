package io.spyglass.ingest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which contracts of a day are wanted. Immutable.
///
/// @param expiry of which date, null for the first that trades on the day
/// @param strikesEachSide listed strikes below the day's low and above its high, 0 or more
/// @param all every contract of the expiry, whatever its strike
public record ContractChoice(@Nullable LocalDate expiry, int strikesEachSide, boolean all) {
  public ContractChoice {
    if (strikesEachSide < 0) {
      throw new IllegalArgumentException("strikes each side is " + strikesEachSide + ", below 0");
    }
  }

  /// The first expiry of the day, and so many strikes beyond its range.
  public static ContractChoice nearest(int strikesEachSide) {
    return new ContractChoice(null, strikesEachSide, false);
  }
}
