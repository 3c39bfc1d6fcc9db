package io.spyglass.monitor;

import io.spyglass.calendar.NewYork;
import io.spyglass.config.LakeSettings;
import io.spyglass.config.Problem;
import io.spyglass.config.RetentionSettings;
import io.spyglass.config.Secret;
import io.spyglass.config.ServerSettings;
import io.spyglass.config.Settings;
import io.spyglass.config.VendorSettings;
import io.spyglass.journal.Journal;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.lake.StoredDay;
import io.spyglass.model.Underlying;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at everything the platform stands on: the JDK, the configuration, the data folder, the
/// port, the keys, the clock, the last captured days, what is to be deleted, and what the vendor of
/// the live market says to its key. It changes nothing, and says so where something stays unknown.
public final class Doctor {
  private static final int OLDEST_JAVA = 25;
  private static final long LITTLE_SPACE = 2L << 30;
  private static final int DAYS_LOOKED_AT = 5;
  private static final LocalDate BUILT_AFTER = LocalDate.of(2026, 1, 1);
  private static final DateTimeFormatter NOW =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

  private final Clock clock;

  public Doctor(Clock clock) {
    this.clock = clock;
  }

  /// All checks, in the order in which a user would want to fix what they find. What the settings
  /// would say is left out where they are bad.
  public List<Check> examine(Settings.Inspection inspection) {
    List<Check> checks = new ArrayList<>();
    checks.add(java(Runtime.version()));
    checks.addAll(configuration(inspection));
    inspection
        .settings()
        .ifPresent(settings -> {
          checks.add(dataFolder(settings.lake().root()));
          checks.add(port(settings.server()));
          checks.addAll(keys(settings.vendors()));
          if (settings.vendors().polygon().apiKey().isPresent()) {
            checks.addAll(vendor(settings));
          }
          checks.add(cache(settings.lake()));
          checks.add(captured(settings.lake().root()));
          checks.add(retention(settings));
        });
    checks.add(clock());
    return List.copyOf(checks);
  }

  static Check java(Runtime.Version version) {
    return version.feature() >= OLDEST_JAVA
        ? Check.good("java", version.toString())
        : Check.bad("java", version + " is too old: install a JDK " + OLDEST_JAVA + " or newer");
  }

  private static List<Check> configuration(Settings.Inspection inspection) {
    List<Check> checks = new ArrayList<>();
    for (Problem problem : inspection.problems()) {
      checks.add(Check.bad("configuration", problem.toString()));
    }
    for (Problem warning : inspection.warnings()) {
      checks.add(Check.note("configuration", warning.toString()));
    }
    if (inspection.problems().isEmpty()) {
      checks.addFirst(Check.good("configuration", "every setting is valid"));
    }
    return checks;
  }

  static Check dataFolder(Path root) {
    Path existing = root;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      return Check.bad("data folder", existing + " is not a folder: set lake.root in sinks.yaml");
    }
    if (!Files.isWritable(existing)) {
      return Check.bad(
          "data folder",
          existing + " cannot be written: give this user access, or set lake.root in sinks.yaml");
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String space = "%.1f GB free".formatted(free / (double) (1 << 30));
      String finding = root + (existing.equals(root) ? ", " : ", made when needed, ") + space;
      return free < LITTLE_SPACE
          ? Check.note("data folder", finding + ": a day of trades may need more")
          : Check.good("data folder", finding);
    } catch (IOException unknown) {
      return Check.note("data folder", root + ", free space unknown: " + unknown.getMessage());
    }
  }

  static Check port(ServerSettings server) {
    String address = server.host() + ":" + server.port();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()));
      return Check.good("port", address + " is free");
    } catch (IOException taken) {
      return Check.bad(
          "port",
          address
              + " cannot be listened on ("
              + taken.getMessage()
              + "): stop what uses it, or set HOST and PORT");
    }
  }

  private static List<Check> keys(VendorSettings vendors) {
    return List.of(
        vendors
            .polygon()
            .apiKey()
            .map(set -> Check.good("polygon", "POLYGON_API_KEY is " + set))
            .orElseGet(() -> missing("polygon", "POLYGON_API_KEY")),
        key("tradier", "TRADIER_ACCESS_TOKEN", vendors.tradier().accessToken()),
        key("databento", "DATABENTO_API_KEY", vendors.databentoApiKey()));
  }

  private List<Check> vendor(Settings settings) {
    Underlying watched = Underlying.ofRoot(settings.flow().underlying());
    return VendorCheck.of(settings.vendors().polygon(), watched, clock);
  }

  private static Check key(String vendor, String variable, Optional<Secret> key) {
    return key.map(
            set -> Check.good(vendor, variable + " is " + set + "; plan and host not checked"))
        .orElseGet(() -> missing(vendor, variable));
  }

  private static Check missing(String vendor, String variable) {
    return Check.note(vendor, "not checked (no key): set " + variable);
  }

  /// Counts the days of trades and the files of bars and quotes.
  static Check cache(LakeSettings lake) {
    try {
      long days = count(lake.root().resolve("historical/trades"));
      long files = 0;
      for (Path folder : folders(lake.root().resolve("raw"))) {
        files += count(folder);
      }
      return Check.good("cache", days + " days of trades, " + files + " files of bars and quotes");
    } catch (IOException unreadable) {
      return Check.bad("cache", unreadable + ": give this user access to the data folder");
    }
  }

  /// Whether the last days that were captured and are over have all their trades in the cache.
  private Check captured(Path root) {
    LocalDate today = today();
    try (Lake lake = new Lake(root, LakeOptions.defaults())) {
      List<LocalDate> last =
          Journal.days(root).stream()
              .filter(date -> date.isBefore(today))
              .sorted(Comparator.reverseOrder())
              .limit(DAYS_LOOKED_AT)
              .toList();
      Set<LocalDate> whole =
          lake.days().stream()
              .filter(StoredDay::isComplete)
              .map(StoredDay::date)
              .collect(Collectors.toSet());
      return captured(last, last.stream().filter(date -> !whole.contains(date)).toList());
    } catch (Outage unreadable) {
      return Check.bad("captured days", String.valueOf(unreadable.getMessage()));
    }
  }

  private static Check captured(List<LocalDate> last, List<LocalDate> lacking) {
    if (last.isEmpty()) {
      return Check.good("captured days", "none yet");
    }
    return lacking.isEmpty()
        ? Check.good("captured days", "the cache has every trade of the last " + last.size())
        : Check.note(
            "captured days",
            "the cache lacks trades of "
                + lacking.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                + ": backfill-trades --date "
                + lacking.getFirst()
                + " fetches what is missing");
  }

  private LocalDate today() {
    return ZonedDateTime.now(clock).withZoneSameInstant(NewYork.ZONE).toLocalDate();
  }

  /// What is going to be deleted to bound the use of the disk.
  private Check retention(Settings settings) {
    RetentionSettings bounds = settings.retention();
    Path root = settings.lake().root();
    try (Lake lake = new Lake(root, LakeOptions.defaults())) {
      List<Retention.Doomed> doomed = new Retention(root, lake, bounds).plan(today());
      return doomed.isEmpty()
          ? Check.good("retention", "nothing is to be deleted")
          : Check.note(
              "retention",
              doomed.size()
                  + " to be deleted at a trading day's end, first "
                  + doomed.getFirst()
                  + "; retention in sinks.yaml says so");
    } catch (Outage unreadable) {
      return Check.bad("retention", String.valueOf(unreadable.getMessage()));
    }
  }

  private static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  /// The clock is not compared with another; a year that cannot be and stale zone data are seen.
  Check clock() {
    ZonedDateTime now = ZonedDateTime.now(clock).withZoneSameInstant(NewYork.ZONE);
    if (now.toLocalDate().isBefore(BUILT_AFTER)) {
      return Check.bad("clock", "it says " + NOW.format(now) + ": set it, or let NTP set it");
    }
    Duration summer = offset(now.getYear(), 7);
    Duration winter = offset(now.getYear(), 1);
    if (!summer.equals(Duration.ofHours(-4)) || !winter.equals(Duration.ofHours(-5))) {
      return Check.bad(
          "clock", "the JDK's zone data for New York is not what it should be: update the JDK");
    }
    return Check.good("clock", NOW.format(now) + "; not compared with a time server");
  }

  private static Duration offset(int year, int month) {
    return Duration.ofSeconds(
        LocalDate.of(year, month, 1)
            .atTime(LocalTime.NOON)
            .atZone(NewYork.ZONE)
            .getOffset()
            .getTotalSeconds());
  }
}
