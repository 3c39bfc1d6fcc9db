package io.spyglass.session;

import io.spyglass.model.MarketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several feeds as one, in [MarketEvent#ORDER].
///
/// Events that the order cannot tell apart come in the order of the feeds, and within a feed as it
/// delivers them; the result is the same whatever the machine. An event that its own feed delivers
/// late comes as soon as it is at the head of that feed. Every feed's next event has to be known to
/// tell the first, so this is for recorded feeds; live ones meet in the sequencer. Owned by one
/// thread.
///
/// Algorithm: a binary heap of the feeds' heads (Knuth, The Art of Computer Programming 3, section
/// 5.2.3): an event costs at most `2 log2(feeds)` comparisons.
public final class MergedFeed implements Feed {
  private final List<Feed> feeds;
  private final @Nullable MarketEvent[] heads;
  private final long[] times;
  private final int[] heap;
  private int size;
  private boolean started;

  /// The events of all `feeds`; closing it closes each of them.
  public MergedFeed(List<Feed> feeds) {
    this.feeds = List.copyOf(feeds);
    this.heads = new @Nullable MarketEvent[feeds.size()];
    this.times = new long[feeds.size()];
    this.heap = new int[feeds.size()];
  }

  @Override
  public @Nullable MarketEvent next() {
    if (!started) {
      start();
    }
    if (size == 0) {
      return null;
    }
    int feed = heap[0];
    MarketEvent event = heads[feed];
    if (!advance(feed)) {
      heap[0] = heap[--size];
    }
    sink(0);
    return event;
  }

  private void start() {
    started = true;
    for (int feed = 0; feed < feeds.size(); feed++) {
      if (advance(feed)) {
        heap[size++] = feed;
      }
    }
    for (int place = size / 2 - 1; place >= 0; place--) {
      sink(place);
    }
  }

  /// Takes the feed's next event as its head; false at its end.
  private boolean advance(int feed) {
    MarketEvent event = feeds.get(feed).next();
    heads[feed] = event;
    if (event == null) {
      return false;
    }
    times[feed] = event.epochNanos();
    return true;
  }

  private void sink(int from) {
    int place = from;
    int feed = heap[place];
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], feed)) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = feed;
  }

  private boolean isBefore(int one, int other) {
    if (times[one] != times[other]) {
      return times[one] < times[other];
    }
    MarketEvent first = heads[one];
    MarketEvent second = heads[other];
    if (first == null || second == null) {
      throw new IllegalStateException("a feed that ended is still in the heap");
    }
    int order = MarketEvent.ORDER.compare(first, second);
    return order != 0 ? order < 0 : one < other;
  }

  /// Closes every feed; a failure is thrown once all have been closed, with the others suppressed.
  @Override
  public void close() {
    RuntimeException failure = null;
    for (Feed feed : feeds) {
      try {
        feed.close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
