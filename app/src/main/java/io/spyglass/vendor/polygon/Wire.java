package io.spyglass.vendor.polygon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The names that the vendor gives a component of a record; without it, the component's own name in
/// lower case with underscores.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Wire {
  /// Any of them may stand in a body.
  String[] value();
}
