package io.spyglass.monitor;

import io.spyglass.calendar.Phase;
import io.spyglass.calendar.Span;
import io.spyglass.model.Hole;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Wire.Traits;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.Counts;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Output;
import io.spyglass.vendor.polygon.Cluster;
import io.spyglass.vendor.polygon.Plan;
import io.spyglass.vendor.polygon.QuoteWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the vendor delivers of a live day, into its [Capture]: the sockets of options and indices
/// and the chain of each underlying, as far as the plan has them.
///
/// It wants what the session has in view, and fetches what the day's journal lacks of that. A hole
/// of the index values, whose reason begins with [Hole#INDEX_VALUES], is never filled: the next
/// value replaces them, and it says nothing of prints. Index values that are ahead of the session,
/// where the options' plan is late and the indices' is not, are of now.
///
/// Threads: virtual ones of its own and one a socket; every method is for any thread.
public final class Tap implements Inflow {
  private static final String OPTIONS = "options";
  private static final String INDICES = "indices";
  private static final String NO_INDICES = "no index plan: chain values serve";

  private final Day day;
  private final Plan plan;
  private final MarketClock clock;
  private final long openingNanos;
  private final Wishes wishes;
  private final @Nullable Wire options;
  private final @Nullable Wire indices;
  private final Map<Underlying, ChainWatch> chains = new LinkedHashMap<>();
  private volatile @Nullable Capture capture;
  private @Nullable Coverage coverage;

  /// A tap that does nothing until it is started.
  ///
  /// @param plan what the key has
  /// @param clock of the market, whose delay is the plan's
  public Tap(Vendor vendor, Day day, Plan plan, MarketClock clock) {
    this.day = day;
    this.plan = plan;
    this.clock = clock;
    this.openingNanos = opening(day);
    int mostQuotes = QuoteWindow.VENDORS_MOST / day.underlyings().size();
    this.wishes = new Wishes(plan.kinds(), mostQuotes, openingNanos);
    Vendor from = plan.isDelayed() ? delayed(vendor) : vendor;
    this.options = plan.kinds().isEmpty() ? null : options(from);
    this.indices = plan.indices() && !indexChannels().isEmpty() ? indices(from) : null;
    ChainWatch.Source source = new ChainWatch.Source(vendor.client(), plan, vendor.pace());
    for (Underlying each : day.underlyings()) {
      chains.put(each, new ChainWatch(source, day, each, clock, this::take));
    }
  }

  private static Vendor delayed(Vendor vendor) {
    return new Vendor(
        vendor.settings().delayed(), vendor.patience(), vendor.pace(), vendor.client());
  }

  /// When the first session of those watched begins.
  private static long opening(Day day) {
    return day.underlyings().stream()
        .flatMap(each -> day.calendar().hours(each, day.date()).phases().stream())
        .filter(phase -> phase.kind() != Phase.Kind.PRE_OPEN)
        .mapToLong(phase -> phase.span().fromNanos())
        .min()
        .orElseThrow(() -> new IllegalArgumentException(day.date() + " is no trading day"));
  }

  private Wire options(Vendor vendor) {
    Traits traits = new Traits(OPTIONS, true, plan.quotes(), plan.delay());
    return new Wire(vendor, Cluster.OPTIONS, traits, clock, this::take);
  }

  private Wire indices(Vendor vendor) {
    Traits traits = new Traits(INDICES, false, true, Duration.ZERO);
    return new Wire(vendor, Cluster.INDICES, traits, clock, this::takeOfIndices);
  }

  private Set<String> indexChannels() {
    return day.underlyings().stream()
        .filter(Underlying::isIndex)
        .map(each -> "V." + each.instrument().ticker())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What is to hear the facts of the session from the journal's first event on.
  @Override
  public Output output() {
    return wishes;
  }

  /// Makes a capture live, whose session tells [#output], and delivers into it from now on. Called
  /// once.
  ///
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  @Override
  public void start(Capture into) {
    capture = into;
    Set<String> asked = wishes.asked();
    Wire socket = options;
    if (socket == null) {
      into.live(_ -> {});
    } else {
      Coverage follower = new Coverage(socket.stream(), into, clock, openingNanos);
      coverage = follower;
      watch(socket, asked);
      follower.resume(asked);
      wishes.begin(wish -> {
        watch(socket, wish.channels());
        follower.follow(wish);
      });
      into.live(follower::missed);
      socket.stream().start();
    }
    chains.values().forEach(ChainWatch::start);
    if (indices != null) {
      indices.bound(day.calendar().day(day.date()).regular());
      indices.stream().want(indexChannels());
      indices.stream().start();
    }
  }

  /// Watches the chains of what is wanted; something of it is bound to come while any is traded.
  private void watch(Wire socket, Set<String> channels) {
    Set<OptionContract> contracts = new HashSet<>();
    for (String channel : channels) {
      String ticker = channel.substring(channel.indexOf('.') + 1);
      if (Instrument.parse(ticker) instanceof OptionContract contract) {
        contracts.add(contract);
      }
    }
    Span bound = Span.EMPTY;
    for (OptionContract each : contracts) {
      Span tape = day.calendar().tape(each, day.date());
      bound = tape.toNanos() > bound.toNanos() ? tape : bound;
    }
    socket.bound(bound);
    chains.values().forEach(chain -> chain.watch(contracts));
  }

  private void take(MarketEvent event) {
    Capture into = capture;
    if (into != null) {
      boolean _ = into.offer(event); // It takes nothing any more once the day ends.
    }
  }

  private void takeOfIndices(MarketEvent event) {
    switch (event) {
      case Hole hole ->
          take(
              new Hole(
                  hole.epochNanos(),
                  hole.receivedNanos(),
                  hole.fromNanos(),
                  hole.toNanos(),
                  Hole.INDEX_VALUES + hole.reason(),
                  hole.filled()));
      case IndexValue value -> take(ofNow(value));
      default -> take(event);
    }
  }

  private IndexValue ofNow(IndexValue value) {
    long now = clock.session().epochNanos();
    boolean isAhead = plan.isDelayed() && value.epochNanos() > now;
    long at = isAhead ? now : value.epochNanos();
    chains.forEach((underlying, chain) -> {
      if (underlying.instrument().equals(value.index())) {
        chain.published(at);
      }
    });
    return isAhead
        ? new IndexValue(value.index(), at, value.receivedNanos(), value.value())
        : value;
  }

  /// How its sources are doing: `options`, `indices` where an index is watched, and the chains.
  @Override
  public List<FeedState> feeds() {
    List<FeedState> feeds = new ArrayList<>();
    feeds.add(options == null ? off(OPTIONS, plan.words()) : options.state());
    if (!indexChannels().isEmpty()) {
      feeds.add(indices == null ? off(INDICES, NO_INDICES) : indices(indices.state()));
    }
    chains.values().forEach(chain -> feeds.add(chain.state()));
    return feeds;
  }

  /// A socket of indices that the plan does not open is none.
  private static FeedState indices(FeedState state) {
    return state.state() == State.REFUSED ? off(INDICES, NO_INDICES) : state;
  }

  private static FeedState off(String name, String why) {
    return new FeedState(name, State.OFF, why, false, -1, -1, 0, 0, 0, 0, 0, Counts.NONE);
  }

  /// Ends the deliveries; the holes that are open then are told before it returns. The capture
  /// stays. May be called more than once.
  @Override
  public void close() {
    if (coverage != null) {
      coverage.close();
    }
    chains.values().forEach(ChainWatch::close);
    if (options != null) {
      options.close();
    }
    if (indices != null) {
      indices.close();
    }
  }
}
