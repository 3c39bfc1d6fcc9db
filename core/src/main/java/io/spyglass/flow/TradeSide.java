package io.spyglass.flow;

/// Who crossed the spread: the buyer, the seller, or nobody that can be told.
public enum TradeSide {
  BOUGHT(1),
  SOLD(-1),
  UNCLASSIFIED(0);

  private final int sign;

  TradeSide(int sign) {
    this.sign = sign;
  }

  /// +1 bought, -1 sold, 0 unclassified.
  public int sign() {
    return sign;
  }

  /// The side of a movement: up bought, down sold, none unclassified.
  static TradeSide ofSign(double movement) {
    if (movement > 0) {
      return BOUGHT;
    }
    return movement < 0 ? SOLD : UNCLASSIFIED;
  }
}
