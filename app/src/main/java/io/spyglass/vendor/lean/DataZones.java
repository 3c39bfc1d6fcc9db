package io.spyglass.vendor.lean;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The time zones in which LEAN writes the times of each symbol's data.
///
/// A `Data` folder tells them in `market-hours/market-hours-database.json`; without it, indices are
/// in Chicago time and everything else in New York's. Immutable.
public final class DataZones {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  /// The zones without a database.
  public static final DataZones USUAL = new DataZones(Map.of());

  private final Map<String, ZoneId> indices;

  private DataZones(Map<String, ZoneId> indices) {
    this.indices = indices;
  }

  /// The zones that a market-hours database tells.
  ///
  /// @throws IllegalArgumentException where it is no such database
  public static DataZones parse(byte[] json) {
    try {
      JsonNode entries = JsonMapper.shared().readTree(json).path("entries");
      Map<String, ZoneId> indices = new HashMap<>();
      for (Map.Entry<String, JsonNode> entry : entries.properties()) {
        JsonNode zone = entry.getValue().path("dataTimeZone");
        if (entry.getKey().startsWith("Index-usa-") && zone.isString()) {
          indices.put(
              entry.getKey().substring("Index-usa-".length()), ZoneId.of(zone.stringValue()));
        }
      }
      return new DataZones(Map.copyOf(indices));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("no market-hours database: " + e.getMessage(), e);
    }
  }

  /// The zone of a symbol's times.
  public ZoneId zone(SecurityType type, String symbol) {
    if (type != SecurityType.INDEX) {
      return NEW_YORK;
    }
    @Nullable ZoneId own = indices.get(symbol.toUpperCase(Locale.ROOT));
    return own != null ? own : indices.getOrDefault("[*]", CHICAGO);
  }
}
