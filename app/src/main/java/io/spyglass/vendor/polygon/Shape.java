package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// How a record is spelled as a JSON object, read off its components.
///
/// | component | missing, `null` or of another kind |
/// |---|---|
/// | `double` | `NaN` |
/// | `long`, `int` | [MarketEvent#ABSENT] |
/// | `String`, `Boolean`, a record | null |
/// | `List`, `Map` by `String` | empty; elements that are missing are left out |
///
/// A name that no component has is stepped over and noted. Immutable and thread-safe.
final class Shape<R extends Record> {
  private static final ClassValue<Shape<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
          return new Shape<>(type.asSubclass(Record.class));
        }
      };

  private final Class<R> type;
  private final Constructor<R> constructor;
  private final Map<String, Part> parts = new HashMap<>();
  private final @Nullable Object[] blank;

  /// Reads the value that the parser stands on and stays at its end.
  interface Reading<T> {
    @Nullable T read(JsonParser parser, Notes notes, String field);
  }

  private record Part(int place, String label, Reading<?> reading) {}

  private Shape(Class<R> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    this.blank = new @Nullable Object[components.length];
    for (int place = 0; place < components.length; place++) {
      RecordComponent component = components[place];
      blank[place] = missing(component.getType());
      String label = type.getSimpleName() + "." + component.getName();
      Part part = new Part(place, label, reading(component.getGenericType()));
      names(component).forEach(name -> parts.put(name, part));
    }
    this.constructor = constructor(type, components);
  }

  private static <R> Constructor<R> constructor(Class<R> type, RecordComponent[] components) {
    try {
      Constructor<R> found =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  /// The shape of `type`.
  @SuppressWarnings("unchecked") // What is kept under a class is its own shape.
  static <R extends Record> Shape<R> of(Class<R> type) {
    return (Shape<R>) KNOWN.get(type);
  }

  /// The names that a component has in a body.
  static List<String> names(RecordComponent component) {
    Wire wire = component.getAnnotation(Wire.class);
    return wire == null
        ? List.of(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        : List.of(wire.value());
  }

  private static @Nullable Object missing(Class<?> type) {
    if (type == double.class) {
      return Double.NaN;
    }
    if (type == long.class) {
      return (long) MarketEvent.ABSENT;
    }
    if (type == int.class) {
      return MarketEvent.ABSENT;
    }
    if (type == List.class) {
      return List.of();
    }
    return type == Map.class ? Map.of() : null;
  }

  private static Reading<?> reading(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Reading<?> element = reading(arguments[arguments.length - 1]);
      return generic.getRawType() == List.class
          ? (parser, notes, field) -> list(parser, element, notes, field)
          : (parser, notes, field) -> map(parser, element, notes, field);
    }
    if (type == double.class) {
      return (parser, notes, field) -> Scalars.real(parser, () -> notes.wrongKind(field));
    }
    if (type == long.class) {
      return (parser, notes, field) -> Scalars.whole(parser, () -> notes.wrongKind(field));
    }
    if (type == int.class) {
      return (parser, notes, field) -> Scalars.small(parser, () -> notes.wrongKind(field));
    }
    if (type == Integer.class) {
      return (parser, notes, field) -> code(parser, notes, field);
    }
    if (type == Boolean.class) {
      return (parser, notes, field) -> Scalars.truth(parser, () -> notes.wrongKind(field));
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      Shape<?> shape = of(record.asSubclass(Record.class));
      return shape::read;
    }
    return (parser, notes, field) -> Scalars.text(parser, () -> notes.wrongKind(field));
  }

  private static @Nullable Integer code(JsonParser parser, Notes notes, String field) {
    int code = Scalars.small(parser, () -> notes.wrongKind(field));
    return code == MarketEvent.ABSENT ? null : code;
  }

  /// Reads an array, or one element that stands in an array's place.
  static <T> List<T> list(JsonParser parser, Reading<T> element, Notes notes, String field) {
    List<T> list = new ArrayList<>();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return list;
    }
    boolean array = parser.currentToken() == JsonToken.START_ARRAY;
    while (!array || parser.nextToken() != JsonToken.END_ARRAY) {
      boolean present = parser.currentToken() != JsonToken.VALUE_NULL;
      T value = element.read(parser, notes, field);
      if (present && value != null) {
        list.add(value);
      }
      if (!array) {
        break;
      }
    }
    return Collections.unmodifiableList(list);
  }

  private static <T> Map<String, T> map(
      JsonParser parser, Reading<T> element, Notes notes, String field) {
    Map<String, T> map = new LinkedHashMap<>();
    if (!isObject(parser, notes, field)) {
      return map;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      T value = element.read(parser, notes, field);
      if (value != null) {
        map.put(name, value);
      }
    }
    return Collections.unmodifiableMap(map);
  }

  private static boolean isObject(JsonParser parser, Notes notes, String field) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      parser.skipChildren();
      notes.wrongKind(field);
    }
    return false;
  }

  /// Reads an object; null where none stands.
  @Nullable R read(JsonParser parser, Notes notes, String field) {
    if (!isObject(parser, notes, field)) {
      return null;
    }
    Draft draft = new Draft(notes);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      draft.set(name, parser);
    }
    return draft.finish();
  }

  /// A record of which some components are known.
  final class Draft {
    private final @Nullable Object[] values = blank.clone();
    private final Notes notes;

    Draft(Notes notes) {
      this.notes = notes;
    }

    /// Reads the value that the parser stands on.
    void set(String name, JsonParser parser) {
      Part part = parts.get(name);
      if (part == null) {
        notes.unknown(type.getSimpleName() + "." + name);
        parser.skipChildren();
      } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
        values[part.place] = part.reading.read(parser, notes, part.label);
      }
    }

    R finish() {
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot make a " + type, e);
      }
    }
  }
}
