package io.spyglass.simulator;

import io.spyglass.model.News;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The day's articles, all invented: what people would write about the way the index has gone in
/// the last half an hour, or about nothing.
final class NewsWire {
  private static final double ARTICLES = 34;
  private static final double HALF_HOUR_DEVIATION = 0.28;
  private static final List<String> HOUSES =
      List.of(
          "Harbor Ridge",
          "Stonefield Partners",
          "Kestrel Research",
          "Northgate Capital",
          "Old Mill Strategy",
          "Bluewater Desk",
          "Fairlane Advisors",
          "Cobalt Street");
  private static final List<String> RISING =
      List.of(
          "Stocks climb as buyers return to index heavyweights",
          "%s lifts its year-end view of large caps",
          "Index pushes higher while volatility sellers come back",
          "Call buying picks up, says %s",
          "Broad advance carries the index to its best level of the day");
  private static final List<String> FALLING =
      List.of(
          "Stocks slip as traders pay up for protection",
          "%s warns of thin liquidity below round strikes",
          "Index gives back gains; demand for puts rises",
          "Hedging flows weigh on the tape, says %s",
          "Selling spreads from chipmakers to the wider market");
  private static final List<String> QUIET =
      List.of(
          "Same-day options set the tone in a slow session",
          "%s: dealers long gamma, ranges stay narrow",
          "What today's open interest says about tomorrow's range",
          "Five charts on the term structure of volatility",
          "Traders wait for the close, notes %s");
  private static final List<String> TOPICS =
      List.of("options", "volatility", "index", "large caps", "hedging", "liquidity", "rates");

  private NewsWire() {}

  /// The articles in the order of time.
  static List<News> of(SimulatedDay day) {
    Draws draws = new Draws(DayStream.NEWS.of(day.move()));
    int count = draws.nextPoisson(ARTICLES);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(
          day.startNanos() + (long) ((day.endNanos() - day.startNanos()) * draws.nextUniform()));
    }
    times.sort(Comparator.naturalOrder());
    List<News> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      articles.add(article(day, i, times.get(i), draws));
    }
    return articles;
  }

  private static News article(SimulatedDay day, int number, long nanos, Draws draws) {
    double before = day.path().logLevel(nanos - 30 * DayHours.MINUTE);
    double move = (day.path().logLevel(nanos) - before) / day.move().deviation();
    double tone = move / HALF_HOUR_DEVIATION + 0.8 * draws.nextNormal();
    List<String> titles = tone > 0.8 ? RISING : tone < -0.8 ? FALLING : QUIET;
    String house = pick(HOUSES, draws);
    String title = String.format(Locale.ROOT, pick(titles, draws), house);
    double sentiment = Math.rint(100 * Math.clamp(0.35 * tone, -1, 1)) / 100;
    String level = String.format(Locale.ROOT, "%.0f", day.path().level(nanos));
    return new News(
        "sim-" + day.date() + "-" + number,
        nanos,
        nanos,
        title,
        "The S&P 500 stood near " + level + ". Simulated article by " + house + ".",
        sentiment,
        List.of(pick(TOPICS, draws), "simulated"),
        draws.happens(0.7) ? List.of("SPY") : List.of("SPY", "I:SPX"));
  }

  private static String pick(List<String> texts, Draws draws) {
    return texts.get(draws.nextInt(texts.size()));
  }
}
