package io.spyglass.vendor.polygon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list of the vendor's, fetched page by page while it is read.
///
/// A page without rows may have pages behind it. The list ends where the vendor names no next page;
/// it is broken off, which is counted, where a link comes a second time, a page brings nothing that
/// was not there before, or there is no end in sight. Owned by one thread.
///
/// @param <R> what a row is
public final class Pages<R> {
  static final int MOST_PAGES = 10_000;

  private final Fetch<R> fetch;
  private final Function<R, Object> key;
  private final boolean unique;
  private final Notes notes;
  private final Set<Object> seen = new HashSet<>();
  private final Set<String> links = new HashSet<>();
  private List<R> rows = List.of();
  private @Nullable String next;
  private boolean begun;
  private boolean complete;

  /// Gets pages.
  interface Fetch<R> {
    /// The page that a link leads to, the first one for null.
    Page<R> page(@Nullable String link) throws InterruptedException;
  }

  /// @param key tells rows apart
  /// @param unique whether no two rows of the list have the same key
  Pages(Fetch<R> fetch, Function<R, Object> key, boolean unique, Notes notes) {
    this.fetch = fetch;
    this.key = key;
    this.unique = unique;
    this.notes = notes;
  }

  /// Fetches the next page.
  ///
  /// @return false where there is none
  public boolean next() throws InterruptedException {
    rows = List.of();
    if (begun && next == null) {
      return false;
    }
    Page<R> page = fetch.page(next);
    begun = true;
    String link = page.envelope().nextUrl();
    next = null;
    List<R> fresh = fresh(page.results());
    if (fresh.isEmpty() && !page.results().isEmpty()) {
      return stop("a list whose pages repeat was broken off", link);
    }
    rows = fresh;
    follow(link);
    return true;
  }

  private void follow(@Nullable String link) {
    if (link == null || link.isBlank()) {
      complete = true;
    } else if (!links.add(link)) {
      stop("a list whose links repeat was broken off", link);
    } else if (links.size() >= MOST_PAGES) {
      stop("a list without end was broken off", link);
    } else {
      next = link;
    }
  }

  private boolean stop(String reason, @Nullable String link) {
    notes.reject(reason, () -> String.valueOf(link));
    return false;
  }

  /// The rows that no earlier page had; where keys may repeat, all of them, but none of a page that
  /// is a copy of an earlier one.
  private List<R> fresh(List<R> page) {
    if (unique || page.isEmpty()) {
      return page.stream().filter(row -> seen.add(key.apply(row))).toList();
    }
    return seen.add(new Mark(page.getFirst(), page.getLast(), page.size(), page.hashCode()))
        ? page
        : List.of();
  }

  private record Mark(Object first, Object last, int size, int hash) {}

  /// The rows of the page that was fetched last, in the vendor's order.
  public List<R> rows() {
    return rows;
  }

  /// Whether the vendor said that the page fetched last is the last one. A list that was broken off
  /// is never complete.
  public boolean complete() {
    return complete;
  }

  /// Hands over every row that is left.
  public void each(Consumer<? super R> taker) throws InterruptedException {
    while (next()) {
      rows.forEach(taker);
    }
  }

  /// Every row that is left.
  public List<R> all() throws InterruptedException {
    List<R> all = new ArrayList<>();
    each(all::add);
    return all;
  }
}
