package io.spyglass.simulator;

import java.util.ArrayList;
import java.util.List;

/// Sudden moves of a day: most days have none.
///
/// @param jumps as drawn, in no order
record Jumps(List<Jump> jumps) {
  private static final double PER_DAY = 0.15;

  /// One sudden move.
  ///
  /// @param fraction when, as a fraction of the regular hours
  /// @param size how far, as a logarithmic return
  record Jump(double fraction, double size) {}

  Jumps {
    jumps = List.copyOf(jumps);
  }

  /// The jumps of a day whose return has the standard deviation `deviation`.
  static Jumps draw(Draws draws, double deviation) {
    int count = draws.nextPoisson(PER_DAY);
    List<Jump> jumps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double fraction = 0.02 + 0.96 * draws.nextUniform();
      jumps.add(new Jump(fraction, deviation * (-0.1 + 0.9 * draws.nextNormal())));
    }
    return new Jumps(jumps);
  }

  double total() {
    double sum = 0;
    for (Jump jump : jumps) {
      sum += jump.size();
    }
    return sum;
  }
}
