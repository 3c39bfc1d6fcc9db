package io.spyglass.monitor;

import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Hole;
import io.spyglass.model.Tick;
import io.spyglass.session.Output;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a session wants of the vendor's sockets, and from when: a contract that comes into view
/// behind the day's opening lacks what was traded before.
///
/// Before [#begin] the facts are those of the journal. What they want was asked for by an earlier
/// run; but where its hole is not in the journal, that run ended before it asked. Owned by the
/// session's thread.
final class Wishes implements Output {
  /// The reason of what the first contracts in view lack.
  static final String NOTHING_IN_VIEW = "nothing was in view yet";

  private static final String QUOTES = "Q.";

  private final Subscriptions subscriptions;
  private final long openingNanos;
  private final Map<String, Wish> untold = new LinkedHashMap<>();
  private @Nullable Consumer<Wish> taker;
  private Set<String> channels = Set.of();
  private long nowNanos = Long.MIN_VALUE;

  /// A wish.
  ///
  /// @param channels all that are wanted
  /// @param added those of prints and bars that were not wanted before
  /// @param isLate whether these lack what happened since the day's opening
  /// @param why they were not wanted before
  record Wish(Set<String> channels, Set<String> added, boolean isLate, String why) {}

  /// Wishes that are kept until [#begin].
  ///
  /// @param kinds which kinds of channels the plan has
  /// @param mostQuotes how many contracts' quotes are wanted of each underlying at most
  /// @param openingNanos when the day begins
  Wishes(Collection<String> kinds, int mostQuotes, long openingNanos) {
    this.subscriptions = new Subscriptions(kinds, mostQuotes, this::want);
    this.openingNanos = openingNanos;
    subscriptions.listen();
  }

  /// The channels that an earlier run has asked for.
  Set<String> asked() {
    Set<String> asked = new TreeSet<>(channels);
    untold.values().forEach(wish -> asked.removeIf(channel -> isAbout(channel, wish.added())));
    return asked;
  }

  /// Begins to hand on wishes as they come about, behind those of the journal's that nobody told
  /// of.
  void begin(Consumer<Wish> wishes) {
    Set<String> wanted = asked();
    for (Wish wish : untold.values()) {
      channels.stream().filter(each -> isAbout(each, wish.added())).forEach(wanted::add);
      wishes.accept(new Wish(Set.copyOf(wanted), wish.added(), true, wish.why()));
    }
    taker = wishes;
  }

  /// Whether a channel carries something of a contract of others.
  private static boolean isAbout(String channel, Set<String> others) {
    String contract = channel.substring(channel.indexOf('.'));
    return others.stream().anyMatch(each -> each.endsWith(contract));
  }

  private void want(Set<String> wanted) {
    Set<String> added = new TreeSet<>(wanted);
    added.removeAll(channels);
    added.removeIf(each -> each.startsWith(QUOTES));
    boolean isFirst = channels.isEmpty();
    channels = wanted;
    boolean isLate = !added.isEmpty() && nowNanos > openingNanos;
    Wish wish = new Wish(wanted, added, isLate, isFirst ? NOTHING_IN_VIEW : words(added));
    Consumer<Wish> to = taker;
    if (to != null) {
      to.accept(wish);
    } else if (isLate) {
      untold.put(wish.why(), wish);
    }
  }

  private static String words(Set<String> added) {
    if (added.isEmpty()) {
      return "";
    }
    String first = added.iterator().next();
    String ticker = first.substring(first.indexOf('.') + 1);
    int others = added.size() - 1;
    return others == 0
        ? ticker + " came into view"
        : ticker + " and " + others + " more came into view";
  }

  /// A view needs a spot, which is no later than now: before the first tick nothing else tells the
  /// time.
  @Override
  public void view(ExpiryFlow expiry) {
    nowNanos = Math.max(nowNanos, expiry.underlying().spotSinceNanos());
    subscriptions.view(expiry);
  }

  @Override
  public void spot(UnderlyingFlow underlying) {
    subscriptions.spot(underlying);
  }

  /// The tick's own facts come before it, so that they are dated by the one before: the same in
  /// every run.
  @Override
  public void tick(Tick tick) {
    nowNanos = Math.max(nowNanos, tick.epochNanos());
  }

  @Override
  public void hole(Hole hole) {
    if (hole.fromNanos() == openingNanos) {
      untold.remove(hole.reason());
    }
  }
}
