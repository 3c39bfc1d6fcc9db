package io.spyglass.vendor.polygon;

import io.spyglass.model.OptionContract;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Which contracts' quotes are asked for, where one connection may carry no more than so many:
/// those nearest to the spot. It moves once the spot has come as far as a strike from where it was
/// centred, and not before. Owned by one thread.
public final class QuoteWindow {
  /// What the vendor lets one connection carry.
  public static final int VENDORS_MOST = 1000;

  private final int most;
  private double centre = Double.NaN;
  private double reach;
  private List<OptionContract> candidates = List.of();
  private List<OptionContract> inside = List.of();

  /// A window over no contracts.
  public QuoteWindow(int most) {
    if (most < 1 || most > VENDORS_MOST) {
      throw new IllegalArgumentException(
          "a window of " + most + " is outside 1 to " + VENDORS_MOST);
    }
    this.most = most;
  }

  /// Looks over other contracts, in order of their importance at equal distance from the spot.
  public void offer(Collection<OptionContract> contracts) {
    candidates = List.copyOf(contracts);
    double spot = centre;
    centre = Double.NaN;
    if (!Double.isNaN(spot)) {
      boolean _ = follow(spot);
    }
  }

  /// Follows the spot; whether the window has moved.
  public boolean follow(double spot) {
    if (!(spot > 0) || Math.abs(spot - centre) < reach) {
      return false;
    }
    centre = spot;
    reach = distanceOfStrikes(spot);
    List<OptionContract> before = inside;
    inside =
        candidates.stream()
            .sorted(Comparator.comparingDouble(each -> Math.abs(each.strike() - spot)))
            .limit(most)
            .toList();
    return !inside.equals(before);
  }

  /// The contracts inside, the nearest first.
  public List<OptionContract> inside() {
    return inside;
  }

  /// How far the strikes around the spot lie apart.
  private double distanceOfStrikes(double spot) {
    TreeSet<Double> strikes = new TreeSet<>();
    candidates.forEach(each -> strikes.add(each.strike()));
    Double below = strikes.floor(spot);
    Double above = strikes.higher(spot);
    return below == null || above == null ? 0 : above - below;
  }
}
