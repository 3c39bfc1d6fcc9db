package io.spyglass.vendor.polygon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Makes records of the bodies of REST answers.
///
/// What is odd inside a body is noted and as if it were missing; only a body that is no JSON, or
/// has another outermost kind of value, or holds more than any page of the vendor's, is refused.
/// The memory taken grows with the body's length, up to what that many rows and values take.
/// Thread-safe.
final class Body {
  /// The vendor's longest pages have 50,000 rows.
  static final int MOST_ROWS = 100_000;

  /// Values, names, and the brackets around them: 50,000 stock quotes have 2 million.
  static final int MOST_TOKENS = 4_000_000;

  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxTokenCount(MOST_TOKENS)
                  .build())
          .build();

  private final Notes notes;

  Body(Notes notes) {
    this.notes = notes;
  }

  private interface Reading<T> {
    T read(JsonParser parser) throws BadBody;
  }

  /// The object that the whole body is.
  <R extends Record> R one(Class<R> type, byte[] body) throws BadBody {
    return whole(
        body,
        parser -> {
          R record = Shape.of(type).read(parser, notes, type.getSimpleName());
          if (record == null) {
            throw new BadBody("no JSON object");
          }
          return record;
        });
  }

  /// The objects of a body that is an array.
  <R extends Record> List<R> array(Class<R> type, byte[] body) throws BadBody {
    return whole(
        body,
        parser -> {
          if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BadBody("no JSON array");
          }
          return rows(type, parser);
        });
  }

  /// The objects, or the one object, under the name `results`.
  <R extends Record> Page<R> page(Class<R> type, byte[] body) throws BadBody {
    return page(type, "results", body);
  }

  /// The objects, or the one object, under some name.
  <R extends Record> Page<R> page(Class<R> type, String results, byte[] body) throws BadBody {
    return whole(body, parser -> page(type, results, parser));
  }

  private <R extends Record> Page<R> page(Class<R> type, String results, JsonParser parser)
      throws BadBody {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new BadBody("no JSON object");
    }
    Shape<Envelope>.Draft envelope = Shape.of(Envelope.class).new Draft(notes);
    List<R> rows = List.of();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(results)) {
        rows = rows(type, parser);
      } else {
        envelope.set(name, parser);
      }
    }
    return new Page<>(envelope.finish(), rows);
  }

  private <R extends Record> List<R> rows(Class<R> type, JsonParser parser) {
    Shape<R> shape = Shape.of(type);
    AtomicInteger count = new AtomicInteger();
    return Shape.list(
        parser,
        (row, odd, field) -> {
          if (count.incrementAndGet() > MOST_ROWS) {
            throw new StreamConstraintsException("more than " + MOST_ROWS + " rows");
          }
          return shape.read(row, odd, field);
        },
        notes,
        type.getSimpleName());
  }

  /// Any body.
  Document document(byte[] body) throws BadBody {
    return whole(body, parser -> new Document(any(parser)));
  }

  private @Nullable Object any(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          map.put(name, any(parser));
        }
        yield Collections.unmodifiableMap(map);
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(any(parser));
        }
        yield Collections.unmodifiableList(list);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getString();
      default -> null;
    };
  }

  private @Nullable BigDecimal number(JsonParser parser) {
    BigDecimal exact = Scalars.decimal(parser.getString());
    if (exact == null) {
      notes.wrongKind("Document");
    }
    return exact;
  }

  private static <T> T whole(byte[] body, Reading<T> reading) throws BadBody {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() == null) {
        throw new BadBody("an empty body");
      }
      T read = reading.read(parser);
      if (parser.nextToken() != null) {
        throw new BadBody("more behind the end of the JSON");
      }
      return read;
    } catch (StreamConstraintsException e) {
      throw new BadBody("too much JSON: " + e.getOriginalMessage());
    } catch (JacksonException e) {
      throw new BadBody("no JSON from byte " + e.getLocation().getByteOffset() + " on");
    }
  }
}
