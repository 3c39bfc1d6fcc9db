package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Stock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A kind of instrument that has a socket of its own.
enum Cluster {
  OPTIONS,
  STOCKS,
  INDICES;

  static Cluster of(Instrument instrument) {
    return switch (instrument) {
      case OptionContract _ -> OPTIONS;
      case Stock _ -> STOCKS;
      case Index _ -> INDICES;
    };
  }

  /// The channel of a name, null where this socket has none such.
  @Nullable Channel channel(String name) {
    for (Channel each : Channel.values()) {
      if (each.name().equals(name) && carries(each)) {
        return each;
      }
    }
    return null;
  }

  private boolean carries(Channel channel) {
    return switch (channel) {
      case A, AM -> true;
      case T, Q, FMV -> this != INDICES;
      case V -> this == INDICES;
      case LULD, NOI -> this == STOCKS;
    };
  }

  /// Whether all instruments can be had at once: not the quotes of options.
  boolean takesAll(Channel channel) {
    return channel != Channel.FMV && !(this == OPTIONS && channel == Channel.Q);
  }

  /// The path of the socket, and the vendor's word for the kind.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
