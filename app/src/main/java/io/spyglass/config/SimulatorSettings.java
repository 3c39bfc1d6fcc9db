package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SETTINGS;
import static io.spyglass.config.Setting.key;

import java.util.List;

/// The simulated market.
///
/// @param seed the same seed gives the same market on every machine
public record SimulatorSettings(long seed) {
  static final Setting<Long> SIMULATOR_SEED =
      key(SETTINGS, "simulator.seed", Types.whole(), "1", "The simulated market's seed.");

  static final List<Setting<?>> ALL = List.of(SIMULATOR_SEED);

  static SimulatorSettings of(Values values) {
    return new SimulatorSettings(values.get(SIMULATOR_SEED));
  }
}
