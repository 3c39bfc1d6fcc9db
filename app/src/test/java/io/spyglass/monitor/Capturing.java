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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A process that watches live markets without a server, each into a folder of its own, and says of
/// each print that it was handled: `MARKET print KEY .`, the markets counted from 0. It ends when
/// its input does.
final class Capturing implements AutoCloseable, Audience {
  private static final RetryProfile PROFILE =
      new RetryProfile(40, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));

  private final int number;
  private final Client client;
  private final Lake lake;
  private final Monitor monitor;

  private Capturing(int number, VendorSettings.Polygon settings, Path folder) {
    this.number = number;
    TradingCalendar calendar = TradingCalendar.standard();
    FlowRules rules = FlowRules.standard(LiveMarket.SPX).viewing(2, 1);
    client = Client.open(settings, PROFILE, new RateLimiter(60_000), new Rejects());
    lake = new Lake(folder.resolve("lake"), LakeOptions.defaults());
    monitor =
        new Monitor(
            new Vendor(settings, LiveMarket.QUICK, MonitorSettings.standard(), client),
            new Watchlist(calendar, Map.of(LiveMarket.SPX, rules)),
            new Monitor.Folders(folder, lake, Duration.ofHours(1), new RetentionSettings(30, 100)),
            new MarketClock(Clock.SYSTEM),
            this);
    monitor.start();
  }

  /// Watches until the input ends.
  ///
  /// @param arguments of each market the REST address, the sockets' address, the data folder
  public static void main(String[] arguments) throws IOException {
    List<Capturing> markets = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 3) {
      VendorSettings.Polygon settings =
          new VendorSettings.Polygon(
              Optional.of(new Secret("any-key")),
              URI.create(arguments[i]),
              URI.create(arguments[i + 1]),
              60_000);
      markets.add(new Capturing(markets.size(), settings, Path.of(arguments[i + 2])));
    }
    while (System.in.read() >= 0) {}
    markets.forEach(Capturing::close);
  }

  /// A print as it is said that it was handled.
  static String key(Print print) {
    String ticker = print.contract().contract().ticker();
    return key(ticker, print.epochNanos(), print.price(), print.size());
  }

  /// The same of a print that was recorded.
  static String key(Trade trade) {
    String ticker = trade.instrument().ticker();
    return key(ticker, trade.epochNanos(), trade.price(), trade.size());
  }

  private static String key(String ticker, long epochNanos, double price, double size) {
    return ticker + " " + epochNanos + " " + price + " " + size;
  }

  @Override
  public Output open(Day day, boolean isDelayed) {
    System.out.println(number + " open .");
    return new Output() {
      @Override
      public void print(Print print) {
        System.out.println(number + " print " + key(print) + " .");
      }
    };
  }

  @Override
  public void recording(boolean isRecording) {}

  @Override
  public void closed(Day day) {}

  @Override
  public void close() {
    monitor.close();
    lake.close();
    client.close();
  }
}
