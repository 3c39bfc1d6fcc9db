package io.spyglass.flow;

import io.spyglass.model.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A choice of prints in words: `side:buy prem>=250k dte:0 delta:.1-.3`.
///
/// ```
/// filter   = [ term { " " term } ]          all terms hold; nothing written is everything
/// term     = ( "side" | "right" | "cond" ) ":" word { "," word }        any of the words
///          | number-field ( ">" | ">=" | "<" | "<=" ) number
///          | number-field ":" number [ "-" number ]                     both ends included
///          | digits [ "-" digits ]                                      a strike
/// number   = digits [ "." digits ] [ "k" | "m" | "b" ]                  4 decimals, below 100b
/// ```
///
/// | field | meaning | words |
/// |---|---|---|
/// | `side` | who crossed the spread | `buy` (`ask`), `sell` (`bid`), `none` (`unclassified`) |
/// | `right` | the contract's | `call` (`c`), `put` (`p`) |
/// | `strike` | dollars or index points | |
/// | `delta` | the contract's at the print, without its sign | |
/// | `dte` | calendar days from New York's date of the print to the expiry | |
/// | `prem` (`premium`) | dollars: price × size × 100 | |
/// | `size` | contracts | |
/// | `price` | dollars a share | |
/// | `cond` | the kind of trade, by docs/filters.md | those of [FilterWord] |
///
/// `=` says the same as `:`. Capitals do not matter. Numbers are compared at four decimals. What is
/// unknown (the delta of a contract out of view) meets no term about it. [#toString] is the
/// canonical text: fields in the order of the table, each spelled one way, nothing twice; filters
/// with the same canonical text are equal, and it parses to an equal filter. Immutable.
public final class PrintFilter {
  /// The most characters a filter has.
  public static final int LONGEST = 500;

  /// The filter that every print passes.
  public static final PrintFilter ALL = new PrintFilter(List.of());

  private final FilterTerm[] terms;

  /// What a filter looks at. `NaN` is unknown.
  public interface Subject {
    /// Who crossed the spread.
    TradeSide side();

    /// Whether the contract is a call.
    boolean isCall();

    /// The contract's strike.
    double strike();

    /// The contract's delta at the print.
    double delta();

    /// Calendar days from New York's date of the print to the contract's expiry.
    int daysToExpiry();

    /// Dollars paid.
    double premium();

    /// Contracts.
    double size();

    /// Dollars a share.
    double price();

    /// The codes it came with.
    Conditions conditions();
  }

  private PrintFilter(List<FilterTerm> terms) {
    this.terms = terms.toArray(FilterTerm[]::new);
  }

  /// The filter that `text` describes.
  ///
  /// @throws MalformedFilter saying where it is wrong and what is expected there
  public static PrintFilter parse(String text) {
    List<FilterTerm> sorted = new ArrayList<>();
    for (FilterTerm term : new FilterParser(text).terms()) {
      if (!sorted.contains(term)) {
        sorted.add(term);
      }
    }
    sorted.sort(Comparator.comparing(FilterTerm::field));
    return sorted.isEmpty() ? ALL : new PrintFilter(sorted);
  }

  /// Whether a print passes. It makes no object and costs a few nanoseconds.
  public boolean matches(Subject print) {
    for (FilterTerm term : terms) {
      if (!term.holds(print)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PrintFilter that && List.of(terms).equals(List.of(that.terms));
  }

  @Override
  public int hashCode() {
    return List.of(terms).hashCode();
  }

  @Override
  public String toString() {
    return List.of(terms).stream().map(FilterTerm::toString).collect(Collectors.joining(" "));
  }
}
