package io.spyglass.vendor.polygon;

import io.spyglass.model.Instrument;
import java.util.Set;
import java.util.regex.Pattern;

/// What can be subscribed to: a kind and a ticker, such as `T.O:SPXW251219C06000000`, or everything
/// of a kind, `T.*`.
final class Channels {
  static final String ALL = ".*";

  private static final Pattern CHANNEL = Pattern.compile("[A-Z]{1,4}\\.[^\\s\",]+");

  private Channels() {}

  /// Refuses what is no channel, or names no ticker, or more quotes of options than one connection
  /// carries.
  static void require(Set<String> channels) {
    channels.forEach(Channels::require);
    long quotes = channels.stream().filter(each -> each.startsWith("Q.O:")).count();
    if (quotes > QuoteWindow.VENDORS_MOST) {
      throw new IllegalArgumentException(
          quotes
              + " options' quotes are wanted; one connection carries "
              + QuoteWindow.VENDORS_MOST);
    }
  }

  private static void require(String channel) {
    if (!CHANNEL.matcher(channel).matches()) {
      throw new IllegalArgumentException("'" + channel + "' is no channel, such as T.SPY");
    }
    if (!channel.endsWith(ALL)) {
      Instrument _ = instrument(channel);
    }
  }

  /// What a channel carries: `T`, `Q`, `A`, `AM` or `V`.
  static String kind(String channel) {
    return channel.substring(0, channel.indexOf('.'));
  }

  /// What a channel is about.
  ///
  /// @throws IllegalArgumentException for what is no ticker
  static Instrument instrument(String channel) {
    return Instrument.parse(channel.substring(channel.indexOf('.') + 1));
  }
}
