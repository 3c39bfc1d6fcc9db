package io.spyglass.monitor;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.MonitorSettings;
import io.spyglass.journal.Clock;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import io.spyglass.session.FeedState;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.ContractRow;
import io.spyglass.vendor.polygon.Events;
import io.spyglass.vendor.polygon.Pages;
import io.spyglass.vendor.polygon.Plan;
import io.spyglass.vendor.polygon.Query;
import io.spyglass.vendor.polygon.Snapshot;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks the vendor for what no socket brings of an underlying's options on a trading day: which
/// contracts there are, and again and again their open interest, the vendor's Greeks, and the value
/// of the underlying while no index values come.
///
/// The contracts are those of the expiries in view and of the next one, so that the view has where
/// to go. Where the chain has no value of the underlying either, the forward that its pairs imply
/// stands in, so that there is a view to begin with. Open interest and Greeks are told where they
/// are others than before. A value of the underlying that is older than [#OLDEST] is as good as
/// none: put–call parity knows better.
///
/// Where more contracts are watched than before, everything is asked for at once. Its events are
/// dated by the session's clock, which is as late as the plan delivers. Threads: one virtual thread
/// of its own asks; every method is for any thread.
final class ChainWatch implements AutoCloseable {
  /// From when on a value of the underlying is too old to be told.
  static final Duration OLDEST = Duration.ofMinutes(2);

  /// How long index values last before the chain's value is asked for.
  static final Duration FRESH = Duration.ofSeconds(10);

  private final Client client;
  private final Events events;
  private final Day day;
  private final Underlying underlying;
  private final int mostExpiries;
  private final Clock session;
  private final Consumer<MarketEvent> taker;
  private final Rounds rounds;
  private final Set<OptionContract> listed = new HashSet<>();
  private final Map<OptionContract, Long> openInterest = new HashMap<>();
  private final Map<OptionContract, VendorGreeks> greeks = new HashMap<>();
  private @Nullable UnderlyingValue told;
  private volatile Set<OptionContract> watched = Set.of();
  private volatile long publishedNanos = Long.MIN_VALUE;

  /// What is asked, and how often.
  ///
  /// @param plan one without snapshots is asked nothing
  record Source(Client client, Plan plan, MonitorSettings pace) {}

  /// A watch that asks nothing until it is started.
  ///
  /// @param taker takes the events, on the watch's thread
  ChainWatch(
      Source source,
      Day day,
      Underlying underlying,
      MarketClock clock,
      Consumer<MarketEvent> taker) {
    this.client = source.client();
    this.events = client.events();
    this.day = day;
    this.underlying = underlying;
    this.mostExpiries = 1 + Objects.requireNonNull(day.rules().get(underlying)).expiriesInView();
    this.session = clock.session();
    this.taker = taker;
    this.rounds = new Rounds("chain-" + underlying, clock);
    if (source.plan().snapshots()) {
      rounds.once("the contracts", this::list);
      rounds.every(source.pace().chainRefresh(), "the chain", this::chain);
      rounds.every(source.pace().underlyingRefresh(), "the underlying", this::value);
    }
  }

  /// Begins to ask. Called once.
  void start() {
    rounds.start();
  }

  /// Wants the Greeks of these contracts from now on, and the chains of their expiries; those of
  /// other underlyings are left out.
  void watch(Set<OptionContract> contracts) {
    Set<OptionContract> before = watched;
    watched =
        contracts.stream()
            .filter(contract -> contract.underlying().equals(underlying))
            .collect(Collectors.toUnmodifiableSet());
    if (!before.containsAll(watched)) {
      rounds.hurry();
    }
  }

  /// Takes note that a value of the underlying was published at an instant of the session's clock.
  void published(long epochNanos) {
    publishedNanos = epochNanos;
  }

  /// How it is doing.
  FeedState state() {
    return rounds.state(watched.size());
  }

  private void list() throws InterruptedException {
    TradingCalendar calendar = day.calendar();
    Query query =
        Query.all()
            .with("underlying_ticker", underlying.symbol())
            .with("expiration_date.gte", day.date())
            .with("sort", "expiration_date");
    Pages<ContractRow> pages = client.contracts(query);
    Set<LocalDate> expiries = new TreeSet<>();
    while (expiries.size() <= mostExpiries && pages.next()) {
      for (ContractRow row : pages.rows()) {
        long now = session.epochNanos();
        Listing listing = events.listing(row, now, now);
        if (listing != null && !calendar.tape(listing.contract(), day.date()).isEmpty()) {
          expiries.add(listing.contract().expiry());
          list(listing, expiries.size() <= mostExpiries);
        }
      }
    }
  }

  private void list(Listing listing, boolean isNear) {
    boolean isOurs = listing.contract().underlying().equals(underlying);
    if (isNear && isOurs && listed.add(listing.contract())) {
      tell(listing);
    }
  }

  /// The expiries whose chains are wanted: of what is watched, else the first one listed.
  private Set<LocalDate> expiries() {
    Set<LocalDate> expiries = new TreeSet<>();
    watched.forEach(contract -> expiries.add(contract.expiry()));
    if (expiries.isEmpty()) {
      listed.stream()
          .map(OptionContract::expiry)
          .min(LocalDate::compareTo)
          .ifPresent(expiries::add);
    }
    return expiries;
  }

  private void chain() throws InterruptedException {
    boolean isFirst = true;
    for (LocalDate expiry : expiries()) {
      Query query = Query.all().with("expiration_date", expiry);
      List<Snapshot> rows = client.chain(underlying.instrument().ticker(), query).all();
      rows.forEach(this::take);
      if (isFirst && !value(rows) && !isPublished()) {
        imply(rows);
      }
      isFirst = false;
    }
  }

  /// Tells the forward that the pairs of an expiry imply.
  private void imply(List<Snapshot> rows) {
    ChainForward forward = new ChainForward();
    rows.forEach(forward::add);
    double value = forward.value();
    if (value > 0) {
      long now = session.epochNanos();
      tell(new UnderlyingValue(underlying, now, now, value, true));
    }
  }

  private void take(Snapshot snapshot) {
    OptionContract contract = contract(snapshot);
    if (contract == null) {
      return;
    }
    long now = session.epochNanos();
    list(new Listing(contract, now, now), true);
    OpenInterest interest =
        events.openInterest(snapshot, day.calendar().previous(day.date()), now, now);
    if (interest != null) {
      Long known = openInterest.put(contract, interest.contracts());
      tellIf(known == null || known != interest.contracts(), interest);
    }
    VendorGreeks fresh = events.vendorGreeks(snapshot, now, now);
    if (fresh != null && watched.contains(contract)) {
      tellIf(!isSame(fresh, greeks.put(contract, fresh)), fresh);
    }
  }

  /// The contract of a snapshot; null where it does not trade on the day, as a series does not that
  /// settles on its morning.
  private @Nullable OptionContract contract(Snapshot snapshot) {
    String ticker = snapshot.symbol();
    try {
      return ticker != null
              && Instrument.parse(ticker) instanceof OptionContract contract
              && contract.underlying().equals(underlying)
              && !day.calendar().tape(contract, day.date()).isEmpty()
          ? contract
          : null;
    } catch (IllegalArgumentException _) {
      return null; // Counted where its open interest is read.
    }
  }

  private static boolean isSame(VendorGreeks fresh, @Nullable VendorGreeks known) {
    return known != null
        && Double.compare(fresh.volatility(), known.volatility()) == 0
        && Double.compare(fresh.delta(), known.delta()) == 0
        && Double.compare(fresh.gamma(), known.gamma()) == 0
        && Double.compare(fresh.theta(), known.theta()) == 0
        && Double.compare(fresh.vega(), known.vega()) == 0;
  }

  /// Asks one contract for the value of the underlying.
  private void value() throws InterruptedException {
    OptionContract any =
        watched.stream().findFirst().or(() -> listed.stream().findFirst()).orElse(null);
    if (any != null && !isPublished()) {
      Snapshot snapshot = client.contractSnapshot(underlying.instrument().ticker(), any.ticker());
      boolean _ = value(snapshot == null ? List.of() : List.of(snapshot));
    }
  }

  private boolean isPublished() {
    return session.epochNanos() - publishedNanos < FRESH.toNanos() && publishedNanos > 0;
  }

  /// Tells the latest value that some snapshots have, where it is new and no index values come.
  ///
  /// @return whether they have any that is not too old
  private boolean value(List<Snapshot> snapshots) {
    long now = session.epochNanos();
    UnderlyingValue latest =
        snapshots.stream()
            .map(snapshot -> events.underlyingValue(underlying, snapshot, now, now))
            .filter(value -> value != null && now - value.epochNanos() < OLDEST.toNanos())
            .max((one, other) -> Long.compare(one.epochNanos(), other.epochNanos()))
            .map(value -> notAhead(value, now))
            .orElse(null);
    if (latest != null && !isPublished() && isNews(latest)) {
      told = latest;
      tell(latest);
    }
    return latest != null;
  }

  private boolean isNews(UnderlyingValue value) {
    return told == null || told.epochNanos() != value.epochNanos() || told.value() != value.value();
  }

  /// A value from an underlying's plan that is prompter than the options' is of now.
  private static UnderlyingValue notAhead(UnderlyingValue value, long nowNanos) {
    return value.epochNanos() <= nowNanos
        ? value
        : new UnderlyingValue(value.underlying(), nowNanos, nowNanos, value.value());
  }

  private void tellIf(boolean isNews, MarketEvent event) {
    if (isNews) {
      tell(event);
    }
  }

  private void tell(MarketEvent event) {
    rounds.told();
    taker.accept(event);
  }

  @Override
  public void close() {
    rounds.close();
  }
}
