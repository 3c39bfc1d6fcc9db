package io.spyglass.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// `/openapi.json`: what the server answers, as an OpenAPI 3.1 document.
///
/// The document is a file of the project, served as it is. Immutable.
final class Reference {
  private final byte[] document = Resources.read("/openapi.json");

  void register(RoutesConfig routes) {
    routes.get("/openapi.json", this::document);
  }

  private void document(Context context) {
    context.contentType("application/json").result(document);
  }
}
