package io.spyglass.monitor;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.session.Output;
import io.spyglass.vendor.polygon.QuoteWindow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Derives from the facts of a session which channels of options are wanted, so that the same facts
/// want the same channels.
///
/// Prints and bars are wanted of every contract that was in view on the day: one that leaves the
/// view and comes back has no gap. Quotes are wanted of those among them that are nearest to the
/// spot, because a connection carries only so many. Owned by the session's thread.
final class Subscriptions implements Output {
  private static final String QUOTES = "Q";

  private final Set<String> kinds;
  private final int mostQuotes;
  private final Consumer<Set<String>> wanted;
  private final Map<Underlying, Watched> watched = new LinkedHashMap<>();
  private Set<String> told = Set.of();
  private boolean isListening;

  /// The contracts of an underlying that were in view, and those of them whose quotes are wanted.
  private record Watched(Set<OptionContract> contracts, QuoteWindow quotes) {}

  /// Subscriptions that tell nothing until [#listen].
  ///
  /// @param kinds which kinds of channels the plan has: of `T`, `A` and `Q`
  /// @param mostQuotes how many contracts' quotes are wanted of each underlying at most
  /// @param wanted hears all channels whenever they are others than before
  Subscriptions(Collection<String> kinds, int mostQuotes, Consumer<Set<String>> wanted) {
    this.kinds = new TreeSet<>(kinds);
    this.mostQuotes = mostQuotes;
    this.wanted = wanted;
  }

  /// Begins to tell, at once if anything is wanted: what came before was the past of the day.
  void listen() {
    isListening = true;
    tell();
  }

  @Override
  public void view(ExpiryFlow expiry) {
    UnderlyingFlow underlying = expiry.underlying();
    Watched of =
        watched.computeIfAbsent(
            underlying.underlying(),
            _ -> new Watched(new LinkedHashSet<>(), new QuoteWindow(mostQuotes)));
    boolean isNew = false;
    for (ContractFlow each : expiry.inView()) {
      isNew |= of.contracts().add(each.contract());
    }
    if (isNew) {
      of.quotes().offer(of.contracts());
      boolean _ = of.quotes().follow(underlying.spot());
      tell();
    }
  }

  @Override
  public void spot(UnderlyingFlow underlying) {
    Watched of = watched.get(underlying.underlying());
    if (of != null && of.quotes().follow(underlying.spot())) {
      tell();
    }
  }

  private void tell() {
    Set<String> channels = isListening ? channels() : told;
    if (!channels.equals(told)) {
      told = channels;
      wanted.accept(channels);
    }
  }

  private Set<String> channels() {
    Set<String> channels = new TreeSet<>();
    for (Watched each : watched.values()) {
      for (String kind : kinds) {
        Collection<OptionContract> contracts =
            kind.equals(QUOTES) ? each.quotes().inside() : each.contracts();
        contracts.forEach(contract -> channels.add(kind + "." + contract.ticker()));
      }
    }
    return channels;
  }
}
