package io.spyglass.model;

/// The right an option gives: to buy (call) or to sell (put).
public enum Right {
  CALL('C'),
  PUT('P');

  private final char letter;

  Right(char letter) {
    this.letter = letter;
  }

  /// The letter of every symbol spelling, `C` or `P`.
  public char letter() {
    return letter;
  }

  /// The right that `letter` names.
  ///
  /// @throws IllegalArgumentException for any letter but `C` and `P`
  public static Right of(char letter) {
    return switch (letter) {
      case 'C' -> CALL;
      case 'P' -> PUT;
      default ->
          throw new IllegalArgumentException(
              "option right '" + letter + "' is neither C (call) nor P (put)");
    };
  }
}
