package io.spyglass.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Why a file could not be read, in words.
final class FileErrors {
  private FileErrors() {}

  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "no permission";
      case CharacterCodingException _ -> "it is not UTF-8 text";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
