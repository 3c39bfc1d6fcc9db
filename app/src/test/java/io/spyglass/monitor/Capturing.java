package io.spyglass.monitor;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.MonitorSettings;
import io.spyglass.config.RetentionSettings;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.Print;
import io.spyglass.journal.Clock;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Trade;
import io.spyglass.net.RateLimiter;
import io.spyglass.session.Output;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Client;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A process that watches the live market without a server, and says of each print that it was
/// handled: `print KEY .`. It ends when its input does.
final class Capturing {
  private static final RetryProfile PROFILE =
      new RetryProfile(40, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));

  private Capturing() {}

  /// Watches until the input ends.
  ///
  /// @param arguments the REST address, the sockets' address, the data folder
  public static void main(String[] arguments) throws IOException {
    VendorSettings.Polygon settings =
        new VendorSettings.Polygon(
            Optional.of(new Secret("any-key")),
            URI.create(arguments[0]),
            URI.create(arguments[1]),
            60_000);
    Path folder = Path.of(arguments[2]);
    TradingCalendar calendar = TradingCalendar.standard();
    FlowRules rules = FlowRules.standard(LiveMarket.SPX).viewing(2, 1);
    try (Client client = Client.open(settings, PROFILE, new RateLimiter(60_000), new Rejects());
        Lake lake = new Lake(folder.resolve("lake"), LakeOptions.defaults());
        Monitor monitor =
            new Monitor(
                new Vendor(settings, LiveMarket.QUICK, MonitorSettings.standard(), client),
                new Watchlist(calendar, Map.of(LiveMarket.SPX, rules)),
                new Monitor.Folders(
                    folder, lake, Duration.ofHours(1), new RetentionSettings(30, 100)),
                new MarketClock(Clock.SYSTEM),
                new Telling())) {
      monitor.start();
      while (System.in.read() >= 0) {}
    }
  }

  private static String key(Print print) {
    String ticker = print.contract().contract().ticker();
    return key(ticker, print.epochNanos(), print.price(), print.size());
  }

  /// A print as it is said that it was handled.
  static String key(Trade trade) {
    String ticker = trade.instrument().ticker();
    return key(ticker, trade.epochNanos(), trade.price(), trade.size());
  }

  private static String key(String ticker, long epochNanos, double price, double size) {
    return ticker + " " + epochNanos + " " + price + " " + size;
  }

  /// Says what was handled.
  private static final class Telling implements Audience {
    @Override
    public Output open(Day day, boolean isDelayed) {
      System.out.println("open .");
      return new Output() {
        @Override
        public void print(Print print) {
          System.out.println("print " + key(print) + " .");
        }
      };
    }

    @Override
    public void recording(boolean isRecording) {}

    @Override
    public void closed(Day day) {}
  }
}
