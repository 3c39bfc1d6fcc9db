package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SETTINGS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.path;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the calendar departs from the exchange's rules.
///
/// @param overridesFile absolute; empty where nothing departs
public record CalendarSettings(Optional<Path> overridesFile) {
  static final Setting<Path> CALENDAR_OVERRIDES =
      key(
          SETTINGS,
          "calendar.overrides_file",
          path(),
          "",
          "A file of trading days that differ from the built-in rules.");

  static final List<Setting<?>> ALL = List.of(CALENDAR_OVERRIDES);

  static CalendarSettings of(Values values) {
    return new CalendarSettings(values.find(CALENDAR_OVERRIDES).map(values::resolve));
  }
}
