package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.calendar.NewYork;
import io.spyglass.model.News;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The articles of the market; without a time, those of the last thirty days.
final class NewsRoutes {
  private static final String PUBLISHED = "published_utc";
  private static final int PRESET = 10;
  private static final int MOST = 1000;
  private static final int DAYS_BACK = 30;
  private static final int LONGEST_DAYS = 400;
  private static final String HOST = "https://news.example.com/";
  private static final double TONE = 0.15;

  private final History history;

  NewsRoutes(History history) {
    this.history = history;
  }

  void register(Rest rest, RoutesConfig routes) {
    rest.get(routes, "/v2/reference/news", this::list);
  }

  private void list(Call call) {
    long nowNanos = call.keep(call.nowNanos());
    String ticker = call.parameter("ticker");
    Predicate<News> filter =
        Filters.of(call, PUBLISHED, NewsRoutes::instant, article -> published(article));
    List<News> found = new ArrayList<>();
    for (LocalDate date : dates(call)) {
      for (News article : history.news(date)) {
        if (article.epochNanos() <= nowNanos
            && filter.test(article)
            && (ticker == null || article.tickers().contains(ticker))) {
          found.add(article);
        }
      }
    }
    Comparator<News> order = Comparator.comparingLong(News::epochNanos);
    found.sort(call.isDescending(true) ? order.reversed() : order);
    call.results(found, call.limit(PRESET, MOST), true, NewsRoutes::write);
  }

  private List<LocalDate> dates(Call call) {
    Predicate<LocalDate> near = Filters.of(call, PUBLISHED, NewsRoutes::day, each -> each);
    boolean isBounded = call.hasAny(PUBLISHED);
    LocalDate last = call.today();
    LocalDate first = last.minusDays(isBounded ? LONGEST_DAYS : DAYS_BACK);
    return history.between(first, last).stream()
        .filter(
            date -> near.test(date) || near.test(date.plusDays(1)) || near.test(date.minusDays(1)))
        .toList();
  }

  private static LocalDate day(String text) {
    return instant(text).atZone(NewYork.ZONE).toLocalDate();
  }

  private static Instant published(News article) {
    return Instant.ofEpochSecond(0, article.epochNanos()).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant instant(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refused.bad("Could not parse the time parameter: 'published_utc'");
    }
  }

  private static void write(Json json, News article) {
    json.beginObject().field("id", article.id());
    json.name("publisher").beginObject().field("name", "Simulated Wire");
    json.field("homepage_url", HOST).field("logo_url", HOST + "logo.png").endObject();
    json.field("title", article.title()).field("author", "Spyglass");
    json.field("published_utc", published(article).toString());
    json.field("article_url", HOST + article.id());
    texts(json, "tickers", article.tickers());
    json.field("description", article.description());
    texts(json, "keywords", article.keywords());
    insights(json, article);
    json.strangers().endObject();
  }

  private static void insights(Json json, News article) {
    if (Double.isNaN(article.sentiment())) {
      return;
    }
    String word =
        article.sentiment() > TONE
            ? "positive"
            : article.sentiment() < -TONE ? "negative" : "neutral";
    json.name("insights").beginArray();
    for (String ticker : article.tickers()) {
      json.beginObject().field("ticker", ticker).field("sentiment", word);
      json.field("sentiment_reasoning", "The tone of the article is " + word + ".").endObject();
    }
    json.endArray();
  }

  private static void texts(Json json, String name, List<String> texts) {
    json.name(name).beginArray();
    texts.forEach(json::text);
    json.endArray();
  }
}
