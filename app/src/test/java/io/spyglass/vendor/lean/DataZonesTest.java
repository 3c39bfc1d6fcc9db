package io.spyglass.vendor.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DataZonesTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void withoutADatabaseIndicesAreInChicagoAndAllElseInNewYork() {
    assertThat(DataZones.USUAL.zone(SecurityType.INDEX, "SPX")).isEqualTo(CHICAGO);
    assertThat(DataZones.USUAL.zone(SecurityType.INDEX_OPTION, "SPXW")).isEqualTo(NEW_YORK);
    assertThat(DataZones.USUAL.zone(SecurityType.EQUITY, "SPY")).isEqualTo(NEW_YORK);
  }

  @Test
  void aDatabaseTellsTheZoneOfEachIndex() {
    DataZones zones =
        DataZones.parse(
            """
            {"entries": {
              "Index-usa-[*]": {"dataTimeZone": "America/Chicago"},
              "Index-usa-RUT": {"dataTimeZone": "America/New_York"}}}
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(zones.zone(SecurityType.INDEX, "RUT")).isEqualTo(NEW_YORK);
    assertThat(zones.zone(SecurityType.INDEX, "SPX")).isEqualTo(CHICAGO);
  }

  @Test
  void leansOwnDatabaseIsRead() throws IOException {
    DataZones zones =
        DataZones.parse(
            Files.readAllBytes(
                SharedData.at("data/lean/Data/market-hours/market-hours-database.json")));

    assertThat(zones.zone(SecurityType.INDEX, "SPX")).isEqualTo(CHICAGO);
    assertThat(zones.zone(SecurityType.INDEX, "XSP")).isEqualTo(NEW_YORK);
  }

  @Test
  void aDamagedDatabaseIsRefused() {
    assertThatThrownBy(() -> DataZones.parse("{\"entries".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
