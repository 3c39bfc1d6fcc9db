package io.spyglass.config;

import static io.spyglass.config.Setting.variable;
import static io.spyglass.config.Types.integer;
import static io.spyglass.config.Types.listOf;
import static io.spyglass.config.Types.secret;
import static io.spyglass.config.Types.text;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Where the server listens, and who may call it.
///
/// @param port 0 for any free one
/// @param adminApiKey what routes that change something ask for; empty where they answer on
///   loopback only
/// @param corsOrigins origins whose pages may call, or `*`
/// @param displayZone for display only
public record ServerSettings(
    String host,
    int port,
    Optional<Secret> adminApiKey,
    List<String> corsOrigins,
    ZoneId displayZone) {
  static final Setting<String> HOST =
      variable("HOST", text(), "127.0.0.1", "Address that the server listens on.");
  static final Setting<Integer> PORT =
      variable("PORT", integer(0, 65_535), "8000", "Port of the server; 0 takes a free one.");
  static final Setting<Secret> ADMIN_API_KEY =
      variable(
          "ADMIN_API_KEY",
          secret(),
          "",
          "When set, routes that change something need it in the header X-API-Key, the replay's"
              + " controls on loopback apart; when unset, they answer on loopback only.");
  static final Setting<List<String>> CORS_ORIGINS =
      variable(
          "CORS_ORIGINS",
          listOf(Types.origin()),
          "http://localhost:5173",
          "Origins whose pages may call the server and open its WebSocket.");
  static final Setting<ZoneId> TZ =
      variable(
          "TZ",
          Types.zone(),
          "America/New_York",
          "Zone in which times are displayed; schedules and trade dates are always New York.");

  static final List<Setting<?>> ALL = List.of(HOST, PORT, ADMIN_API_KEY, CORS_ORIGINS, TZ);

  static ServerSettings of(Values values) {
    return new ServerSettings(
        values.get(HOST),
        values.get(PORT),
        values.find(ADMIN_API_KEY),
        values.get(CORS_ORIGINS),
        values.get(TZ));
  }
}
