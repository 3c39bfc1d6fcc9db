package io.spyglass.monitor;

import io.spyglass.config.RetryProfile;
import io.spyglass.config.VendorSettings;
import io.spyglass.model.Underlying;
import io.spyglass.net.RateLimiter;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.Plan;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the vendor what its host, the key, the plan and the clocks are like, and says what follows
/// for a live market. It costs about five requests.
final class VendorCheck {
  private static final Duration APART = Duration.ofSeconds(5);
  private static final Duration PAST = Duration.ofDays(1);

  /// Whose value tells whether the plan has indices, whatever is watched.
  private static final Underlying INDEX = new Underlying("SPX");

  /// Once more where it is out of reach, and soon: somebody waits for the answer.
  private static final RetryProfile BRIEF =
      new RetryProfile(
          2, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, false, List.of("429", "5xx"));

  private final VendorSettings.Polygon vendor;
  private final Underlying underlying;
  private final Clock clock;
  private final List<Check> checks = new ArrayList<>();

  private VendorCheck(VendorSettings.Polygon vendor, Underlying underlying, Clock clock) {
    this.vendor = vendor;
    this.underlying = underlying;
    this.clock = clock;
  }

  /// What is found with a key.
  ///
  /// @param underlying what would be watched
  static List<Check> of(VendorSettings.Polygon vendor, Underlying underlying, Clock clock) {
    VendorCheck check = new VendorCheck(vendor, underlying, clock);
    RateLimiter limiter = new RateLimiter(vendor.requestsPerMinute());
    try (Client client = Client.open(vendor, BRIEF, limiter, new Rejects())) {
      check.ask(client);
    } catch (Refusal refusal) {
      check.checks.add(Check.bad("polygon key", String.valueOf(refusal.getMessage())));
    } catch (Outage outage) {
      check.checks.add(Check.bad("polygon host", String.valueOf(outage.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      check.checks.add(Check.note("polygon host", "not checked: interrupted"));
    }
    return List.copyOf(check.checks);
  }

  private void ask(Client client) throws InterruptedException {
    Instant before = clock.instant();
    long begun = System.nanoTime();
    String serverTime = client.marketStatus().serverTime();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    checks.add(
        Check.good("polygon host", vendor.restUrl() + " answers in " + took.toMillis() + " ms"));
    checks.add(clock(serverTime, before, took));
    long past = Math.multiplyExact(before.minus(PAST).getEpochSecond(), 1_000_000_000L);
    Plan plan = Plan.probe(client, List.of(underlying, INDEX), past);
    checks.add(plan(plan));
    plan.refusals().forEach(words -> checks.add(Check.note("polygon plan", words)));
  }

  /// The vendor tells whole seconds, some time before its answer came.
  private static Check clock(@Nullable String serverTime, Instant before, Duration took) {
    Instant theirs;
    try {
      theirs = OffsetDateTime.parse(String.valueOf(serverTime)).toInstant();
    } catch (DateTimeException _) {
      return Check.note("polygon clock", "not compared: the vendor does not say its time");
    }
    Duration skew = Duration.between(before.plus(took.dividedBy(2)), theirs);
    if (skew.abs().compareTo(APART) < 0) {
      return Check.good("polygon clock", "the same as this machine's, to a few seconds");
    }
    String how = skew.isNegative() ? "ahead of" : "behind";
    return Check.note(
        "polygon clock",
        "this machine's clock is %,d s %s the vendor's: set it, or let NTP set it"
            .formatted(skew.abs().toSeconds(), how));
  }

  private Check plan(Plan plan) {
    String finding = plan.words() + consequences(plan);
    return plan.kinds().isEmpty()
        ? Check.note("polygon plan", finding)
        : Check.good("polygon plan", finding);
  }

  private String consequences(Plan plan) {
    if (plan.kinds().isEmpty()) {
      return ": 'serve' has no live market; recorded days can be replayed";
    }
    StringBuilder words = new StringBuilder();
    if (!plan.trades()) {
      words.append("; bars of a second stand for prints");
    }
    if (!plan.quotes()) {
      words.append("; the tick rule tells sides, and Greeks are the vendor's alone");
    }
    if (underlying.isIndex() && !plan.indices()) {
      words.append("; the chain gives the value of ").append(underlying);
    }
    return words.toString();
  }
}
