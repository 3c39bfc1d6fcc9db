package io.spyglass.bench;

import io.spyglass.calendar.NewYork;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.Hole;
import io.spyglass.model.Trade;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds what was captured of a day against what truly happened. Owned by one thread.
final class Verdict {
  /// How long a start may take by the market's clock.
  private static final Duration START = Duration.ofMinutes(30);

  private static final int EXAMPLES = 3;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final List<String> faults = new ArrayList<>();

  /// What is wrong, in plain words; empty where nothing is.
  List<String> faults() {
    return faults;
  }

  /// The journal has each print once, and none that never was; what it lacks lies in holes that are
  /// not filled.
  void compare(CapturedTape tape, List<Trade> truth) {
    Map<String, Trade> happened = new LinkedHashMap<>();
    truth.forEach(each -> happened.put(CapturedTape.spelled(each), each));
    Set<String> captured = new HashSet<>();
    List<String> twice = tape.prints().stream().filter(each -> !captured.add(each)).toList();
    tell("prints are in the journal twice", twice);
    List<String> invented = captured.stream().filter(each -> !happened.containsKey(each)).toList();
    tell("prints of the journal never were", invented);
    List<String> lost = new ArrayList<>();
    happened.forEach((spelled, trade) -> {
      if (!captured.contains(spelled) && !isWithin(trade, tape.unfilled())) {
        lost.add(time(trade.epochNanos()) + " " + spelled + told(trade, tape.holes()));
      }
    });
    tell("prints are lost outside of unfilled holes", lost);
  }

  private static boolean isWithin(Trade trade, List<Hole> holes) {
    return holes.stream().anyMatch(hole -> covers(hole, trade));
  }

  private static boolean covers(Hole hole, Trade trade) {
    return hole.fromNanos() <= trade.epochNanos() && trade.epochNanos() <= hole.toNanos();
  }

  private static String told(Trade trade, List<Hole> holes) {
    return holes.stream()
        .filter(hole -> hole.filled() && covers(hole, trade))
        .map(hole -> ", in a hole told filled: " + words(hole))
        .findFirst()
        .orElse("");
  }

  /// Each hole spans something that was out.
  void explain(CapturedTape tape, Outages outages, Duration near) {
    List<String> unexplained = new ArrayList<>();
    for (Hole hole : tape.holes()) {
      boolean isKnown =
          hole.reason().equals(Sequencer.RESTART)
              ? outages.explain(hole, near, Outages.KILL)
              : outages.explain(hole, near) || isOfView(hole) || isOfStart(hole, tape, outages);
      if (!isKnown) {
        unexplained.add(words(hole));
      }
    }
    tell("holes span nothing that was out", unexplained);
  }

  private static boolean isOfView(Hole hole) {
    return hole.reason().endsWith("came into view")
        || hole.reason().equals("nothing was in view yet");
  }

  /// Whether it was connecting behind a start or, where nothing was in view then, behind what first
  /// was.
  private static boolean isOfStart(Hole hole, CapturedTape tape, Outages outages) {
    return hole.reason().equals("it was connecting")
        && (outages.explain(hole, START, Outages.START)
            || tape.holes().stream()
                .anyMatch(each -> isOfView(each) && each.toNanos() == hole.fromNanos()));
  }

  /// No hole stayed open though the vendor gave all that it was asked for.
  void filled(CapturedTape tape) {
    tell(
        "holes stay open though the vendor answers",
        tape.unfilled().stream().map(Verdict::words).toList());
  }

  /// The files of the cache come to have what the journal has, and say that it is the whole session
  /// where it was watched from before the tape's opening to its end and no hole is open, and there
  /// alone.
  void awaitCache(CapturedTape tape, Path data, LocalDate date, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    List<String> wrong = wrong(tape, data, date);
    while (!wrong.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(LOOK);
      wrong = wrong(tape, data, date);
    }
    faults.addAll(wrong);
  }

  private static List<String> wrong(CapturedTape tape, Path data, LocalDate date) {
    try {
      long open = NewYork.epochNanos(date, LocalTime.of(9, 30));
      long end = NewYork.epochNanos(date, LocalTime.of(16, 15));
      boolean isWatched = tape.ticks().fromNanos() <= open && tape.ticks().toNanos() >= end;
      boolean isWhole = isWatched && tape.unfilled().isEmpty();
      return wrong(tape, CapturedTape.cached(data, date), isWhole);
    } catch (SQLException e) {
      return List.of("the cache of " + date + " cannot be read: " + e.getMessage());
    }
  }

  private static List<String> wrong(
      CapturedTape tape, List<CapturedTape.Cached> cached, boolean isWhole) {
    Verdict verdict = new Verdict();
    List<String> prints = cached.stream().map(CapturedTape.Cached::print).toList();
    verdict.tell("prints of the journal are not in the cache", without(tape.prints(), prints));
    verdict.tell("prints of the cache are not in the journal", without(prints, tape.prints()));
    verdict.tell(
        "prints are in files that say " + (isWhole ? "a part" : "the whole") + " of the session",
        cached.stream()
            .filter(each -> each.isWhole() != isWhole)
            .map(CapturedTape.Cached::print)
            .toList());
    return verdict.faults;
  }

  /// What is in a list and not, as often, in another.
  private static List<String> without(List<String> some, List<String> others) {
    Map<String, Integer> left = new HashMap<>();
    others.forEach(each -> left.merge(each, 1, Integer::sum));
    return some.stream().filter(each -> left.merge(each, -1, Integer::sum) < 0).toList();
  }

  private void tell(String what, List<String> which) {
    if (!which.isEmpty()) {
      String examples =
          which.stream().limit(EXAMPLES).collect(Collectors.joining("\n      ", "\n      ", ""));
      faults.add(which.size() + " " + what + ":" + examples);
    }
  }

  private static String words(Hole hole) {
    return "%s to %s, %s%s"
        .formatted(
            time(hole.fromNanos()),
            time(hole.toNanos()),
            hole.reason(),
            hole.filled() ? ", filled" : "");
  }

  /// New York's time of an instant.
  static String time(long epochNanos) {
    return Instant.ofEpochSecond(0, epochNanos).atZone(NewYork.ZONE).toLocalDateTime().toString();
  }
}
