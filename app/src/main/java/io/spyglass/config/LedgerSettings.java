package io.spyglass.config;

import static io.spyglass.config.Setting.variable;
import static io.spyglass.config.Types.path;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the ledger lives.
///
/// @param database a SQLite path in it is absolute
public record LedgerSettings(DatabaseUrl database) {
  static final Setting<DatabaseUrl> DATABASE_URL =
      variable(
          "DATABASE_URL",
          Types.databaseUrl(),
          "sqlite:data/spyglass.db",
          "The ledger's database, SQLite or PostgreSQL.");
  static final Setting<Path> SPX_DB_PATH =
      variable("SPX_DB_PATH", path(), "", "A SQLite file, used when DATABASE_URL is unset.");

  static final List<Setting<?>> ALL = List.of(DATABASE_URL, SPX_DB_PATH);

  static LedgerSettings of(Values values) {
    Optional<Path> plainPath = values.find(SPX_DB_PATH);
    DatabaseUrl database =
        plainPath.isPresent() && !values.isGiven(DATABASE_URL)
            ? new DatabaseUrl.Sqlite(plainPath.get())
            : values.get(DATABASE_URL);
    return new LedgerSettings(
        database instanceof DatabaseUrl.Sqlite(Path path)
            ? new DatabaseUrl.Sqlite(values.resolve(path))
            : database);
  }
}
