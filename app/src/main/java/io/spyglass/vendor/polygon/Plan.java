package io.spyglass.vendor.polygon;

import io.spyglass.model.Underlying;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a key is entitled to, as the vendor's answers show. Immutable.
///
/// The plans of options stand upon each other: Basic has bars of past days, Starter snapshots and
/// sockets with bars, Developer prints too, Advanced quotes too and all of it at once rather than
/// [#LATE] afterwards. Index values are a plan of their own.
///
/// @param snapshots whether it has chains, and so sockets
/// @param trades whether it has prints of options
/// @param quotes whether it has quotes of options
/// @param indices whether it has values of indices
/// @param delay how late it delivers; [Duration#ZERO] for at once
/// @param refusals what the vendor said no to, in its words
public record Plan(
    boolean snapshots,
    boolean trades,
    boolean quotes,
    boolean indices,
    Duration delay,
    List<String> refusals) {
  /// How late the lesser plans deliver.
  public static final Duration LATE = Duration.ofMinutes(15);

  private static final int SUCCESS = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int ATTEMPTS = 3;

  public Plan {
    refusals = List.copyOf(refusals);
  }

  /// Asks for a little of everything that counts: a contract of the chain, the prints and quotes of
  /// one instant, an index; what stands upon a plan that is refused is not asked for. It costs four
  /// requests at the most, which the smallest plan allows at once.
  ///
  /// Where no answer says how late it is, a plan with quotes is prompt and any other is late: a
  /// session that is behind its data shows less than it could, one that is ahead of them takes
  /// every quote for an old one.
  ///
  /// @param underlyings what is to be watched, at least one
  /// @param epochNanos an instant of the past that a plan of any kind may ask for
  /// @throws Refusal where the key itself is refused
  /// @throws Outage where the vendor is out of reach, or has no contract of any of them
  public static Plan probe(Client client, Collection<Underlying> underlyings, long epochNanos)
      throws InterruptedException {
    List<String> refusals = new ArrayList<>();
    Snapshot shot = ask(() -> contract(client, underlyings), refusals);
    String ticker = shot == null ? null : shot.symbol();
    boolean trades = ticker != null && hasTrades(client, ticker, epochNanos, refusals);
    boolean quotes = ticker != null && trades && hasQuotes(client, ticker, epochNanos, refusals);
    return new Plan(
        shot != null,
        trades,
        quotes,
        hasIndices(client, underlyings, refusals),
        delay(shot, quotes),
        refusals);
  }

  private interface Request<T> {
    @Nullable T get() throws InterruptedException;
  }

  /// What the vendor answers, null where it says no, or that there is nothing. A no within a
  /// success is asked about again: it comes by mistake as well.
  private static <T> @Nullable T ask(Request<T> request, List<String> refusals)
      throws InterruptedException {
    Refusal last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return request.get();
      } catch (Refusal refusal) {
        if (refusal.status() == UNAUTHORIZED) {
          throw refusal;
        }
        last = refusal;
        attempt = refusal.status() == SUCCESS ? attempt : ATTEMPTS;
      }
    }
    refusals.add(String.valueOf(Objects.requireNonNull(last).getMessage()));
    return null;
  }

  /// Any contract of the chains. A success that holds none says nothing of the key.
  private static Snapshot contract(Client client, Collection<Underlying> underlyings)
      throws InterruptedException {
    for (Underlying each : underlyings) {
      Pages<Snapshot> chain =
          client.chain(each.instrument().ticker(), Query.all().with("limit", 1));
      while (chain.next()) {
        if (!chain.rows().isEmpty()) {
          return chain.rows().getFirst();
        }
      }
    }
    throw new Outage("the vendor's chains of " + underlyings + " came without a contract", null);
  }

  private static boolean hasTrades(Client client, String ticker, long nanos, List<String> refusals)
      throws InterruptedException {
    return ask(() -> client.trades(ticker, nanos, nanos).next(), refusals) != null;
  }

  private static boolean hasQuotes(Client client, String ticker, long nanos, List<String> refusals)
      throws InterruptedException {
    return ask(() -> client.quotes(ticker, nanos, nanos).next(), refusals) != null;
  }

  private static boolean hasIndices(
      Client client, Collection<Underlying> underlyings, List<String> refusals)
      throws InterruptedException {
    for (Underlying each : underlyings) {
      if (each.isIndex()) {
        return ask(() -> value(client, each.instrument().ticker()), refusals) != null;
      }
    }
    return false;
  }

  private static Snapshot value(Client client, String index) throws InterruptedException {
    List<Snapshot> found = client.indices(List.of(index));
    Snapshot first = found.isEmpty() ? null : found.getFirst();
    if (first == null || first.error() != null) {
      String why = first == null ? "nothing came" : first.error() + ", " + first.message();
      throw new Refusal(SUCCESS, "the value of " + index + " was refused: " + why);
    }
    return first;
  }

  private static Duration delay(@Nullable Snapshot shot, boolean quotes) {
    String told =
        shot == null
            ? null
            : Stream.of(
                    shot.lastQuote() == null ? null : shot.lastQuote().timeframe(),
                    shot.lastTrade() == null ? null : shot.lastTrade().timeframe(),
                    shot.timeframe())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    boolean isPrompt = told == null ? quotes : told.equals("REAL-TIME");
    return isPrompt ? Duration.ZERO : LATE;
  }

  /// The kinds of channels that bring the flow of options: prints and quotes where it has them,
  /// else bars of a second; none without sockets.
  public Set<String> kinds() {
    if (!snapshots) {
      return Set.of();
    }
    if (!trades) {
      return Set.of("A");
    }
    return quotes ? Set.of("T", "Q") : Set.of("T");
  }

  /// Whether it has all that another has, and something that that lacks.
  public boolean exceeds(Plan other) {
    return covers(other) && !other.covers(this);
  }

  private boolean covers(Plan other) {
    return (snapshots || !other.snapshots)
        && (trades || !other.trades)
        && (quotes || !other.quotes)
        && (indices || !other.indices);
  }

  /// Whether what it brings can go on where what another brought ends: both bring prints or both
  /// bars, each as late as the other.
  public boolean continues(Plan other) {
    return snapshots == other.snapshots && trades == other.trades && delay.equals(other.delay);
  }

  /// Whether it delivers late.
  public boolean isDelayed() {
    return delay.isPositive();
  }

  /// What it gives, as in `Developer: trades, no quotes, 15 min late; no index values`.
  public String words() {
    String late = isDelayed() ? delay.toMinutes() + " min late" : "real time";
    String options =
        switch (kinds().size()) {
          case 0 -> "Basic: past days only, no live market";
          case 2 -> "Advanced: trades, quotes, " + late;
          default ->
              trades
                  ? "Developer: trades, no quotes, " + late
                  : "Starter: bars, no trades, no quotes, " + late;
        };
    return options + (indices ? "; index values" : "; no index values");
  }
}
