package io.spyglass.cli;

import java.time.DateTimeException;
import java.time.LocalTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A time of New York's day on the command line.
final class TimeConverter implements ITypeConverter<LocalTime> {
  @Override
  public LocalTime convert(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time of day: expected HH:MM in New York, as in 13:30");
    }
  }
}
