package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `openapi.json`, and a JSON Schema validator that holds documents against it.
final class Contract {
  private static final String NAME = "https://spyglass.test/openapi.json";
  static final String TEXT = read();
  static final JsonNode DOCUMENT = JsonMapper.shared().readTree(TEXT);

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemas(Map.of(NAME, TEXT))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private Contract() {}

  private static String read() {
    try (InputStream in = SpyglassServer.class.getResourceAsStream("/openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode schemas() {
    return DOCUMENT.path("components").path("schemas");
  }

  static JsonNode schema(String name) {
    return schemas().path(name);
  }

  /// What is wrong with a document by one of the schemas.
  static List<String> errors(String schema, JsonNode document) {
    Schema of = SCHEMAS.getSchema(SchemaLocation.of(NAME + "#/components/schemas/" + schema));
    return of.validate(document).stream().map(Object::toString).toList();
  }

  static void assertFits(String schema, JsonNode document) {
    assertThat(errors(schema, document)).as("%s by %s", document, schema).isEmpty();
  }
}
