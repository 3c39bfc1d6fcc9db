package io.spyglass.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Where the ledger lives. It prints without the password.
public sealed interface DatabaseUrl {
  /// What a message says that it expected.
  String EXPECTED = "postgresql://user:password@host:5432/database or sqlite:PATH";

  /// An embedded database in one file.
  ///
  /// @param path absolute once settings are loaded
  record Sqlite(Path path) implements DatabaseUrl {
    @Override
    public String toString() {
      return "sqlite:" + path;
    }
  }

  /// A PostgreSQL server.
  ///
  /// @param parameters the query of the URL as it stands, empty where there is none
  record Postgres(
      String host,
      int port,
      String database,
      Optional<String> user,
      Optional<Secret> password,
      String parameters)
      implements DatabaseUrl {
    @Override
    public String toString() {
      String login =
          user.map(name -> name + password.map(_ -> ":****").orElse("") + "@").orElse("");
      return "postgresql://" + login + host + ":" + port + "/" + database;
    }
  }

  /// Reads `postgresql://`, `postgresql+asyncpg://` and `sqlite:PATH`. As SQLAlchemy has it,
  /// `sqlite:///PATH` is relative and `sqlite:////PATH` absolute.
  ///
  /// @throws IllegalArgumentException if the text is none of them
  static DatabaseUrl parse(String text) {
    if (text.startsWith("sqlite:")) {
      return sqlite(text.substring("sqlite:".length()));
    }
    URI url = URI.create(text);
    boolean known =
        Set.of("postgresql", "postgresql+asyncpg").contains(String.valueOf(url.getScheme()));
    String database = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
    if (!known || url.getHost() == null || database.isEmpty() || database.contains("/")) {
      throw new IllegalArgumentException(EXPECTED);
    }
    String login = url.getRawUserInfo() == null ? "" : url.getRawUserInfo();
    int colon = login.indexOf(':');
    String user = colon < 0 ? login : login.substring(0, colon);
    String password = colon < 0 ? "" : decoded(login.substring(colon + 1));
    return new Postgres(
        url.getHost(),
        url.getPort() < 0 ? 5432 : url.getPort(),
        database,
        user.isEmpty() ? Optional.empty() : Optional.of(decoded(user)),
        password.isBlank() ? Optional.empty() : Optional.of(new Secret(password)),
        url.getRawQuery() == null ? "" : url.getRawQuery());
  }

  private static Sqlite sqlite(String path) {
    String plain = path.startsWith("///") ? path.substring(3) : path;
    if (plain.isBlank()) {
      throw new IllegalArgumentException(EXPECTED);
    }
    try {
      return new Sqlite(Path.of(plain));
    } catch (InvalidPathException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
