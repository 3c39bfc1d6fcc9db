package io.spyglass.cli;

import io.spyglass.model.Underlying;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An underlying on the command line, in any case; an option root stands for its underlying.
final class UnderlyingConverter implements ITypeConverter<Underlying> {
  @Override
  public Underlying convert(String text) {
    try {
      return Underlying.ofRoot(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
