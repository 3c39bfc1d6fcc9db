package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The option contracts that were listed on a date.
final class ContractRoutes {
  private static final int PRESET = 10;
  private static final int MOST = 1000;

  /// Expired contracts are looked for on so many trading days, where no expiry is named.
  private static final int EXPIRED_DAYS = 5;

  /// The order of tickers as texts, without making them.
  private static final Comparator<OptionContract> BY_TICKER =
      Comparator.comparing(OptionContract::root)
          .thenComparing(OptionContract::expiry)
          .thenComparing(OptionContract::right)
          .thenComparingLong(OptionContract::strikeMills);

  private final History history;

  ContractRoutes(History history) {
    this.history = history;
  }

  void register(Rest rest, RoutesConfig routes) {
    rest.get(routes, "/v3/reference/options/contracts", this::list);
    rest.get(routes, "/v3/reference/options/contracts/{ticker}", this::one);
  }

  private void list(Call call) {
    LocalDate asOf = asOf(call);
    boolean expired = "true".equals(call.parameter("expired"));
    List<OptionContract> found =
        (expired ? expired(call, asOf) : history.listed(asOf).stream())
            .filter(filter(call))
            .sorted(order(call))
            .toList();
    call.results(found, call.limit(PRESET, MOST), false, ContractRoutes::write);
  }

  private LocalDate asOf(Call call) {
    String text = call.parameter("as_of");
    LocalDate asOf = text == null ? call.today() : Filters.date(text);
    return asOf.isAfter(call.today()) ? call.today() : asOf;
  }

  /// What expired before a date, as it was listed on its last day.
  private Stream<OptionContract> expired(Call call, LocalDate asOf) {
    Predicate<LocalDate> wanted = Filters.of(call, "expiration_date", Filters::date, each -> each);
    LocalDate first = asOf.minusYears(3);
    List<LocalDate> days =
        new ArrayList<>(history.between(first, asOf.minusDays(1)).stream().filter(wanted).toList());
    if (!call.hasAny("expiration_date")) {
      days = days.subList(Math.max(0, days.size() - EXPIRED_DAYS), days.size());
    }
    return days.stream()
        .flatMap(day -> history.listed(day).stream().filter(each -> each.expiry().equals(day)));
  }

  private static Predicate<OptionContract> filter(Call call) {
    String type = call.parameter("contract_type");
    String ticker = call.parameter("ticker");
    Predicate<OptionContract> named =
        each ->
            (ticker == null || each.ticker().equals(ticker))
                && (type == null || type(each).equals(type));
    return named
        .and(Filters.of(call, "underlying_ticker", text -> text, each -> underlying(each)))
        .and(Filters.of(call, "expiration_date", Filters::date, OptionContract::expiry))
        .and(Filters.of(call, "strike_price", Filters::number, OptionContract::strike));
  }

  /// The order that a request wants, ties by ticker.
  static Comparator<OptionContract> order(Call call) {
    String sort = call.parameter("sort");
    Comparator<OptionContract> order =
        switch (sort == null ? "ticker" : sort) {
          case "expiration_date" -> Comparator.comparing(OptionContract::expiry);
          case "strike_price" -> Comparator.comparingDouble(OptionContract::strike);
          case "underlying_ticker" -> Comparator.comparing(ContractRoutes::underlying);
          default -> BY_TICKER;
        };
    Comparator<OptionContract> wanted = call.isDescending(false) ? order.reversed() : order;
    return wanted.thenComparing(BY_TICKER);
  }

  private static String underlying(OptionContract contract) {
    return contract.underlying().symbol();
  }

  static String type(OptionContract contract) {
    return contract.right() == Right.CALL ? "call" : "put";
  }

  static String style(OptionContract contract) {
    return contract.underlying().isIndex() ? "european" : "american";
  }

  private static void write(Json json, OptionContract contract) {
    boolean isIndex = contract.underlying().isIndex();
    String letter = contract.right() == Right.CALL ? "C" : "P";
    json.beginObject().field("cfi", "O" + letter + (isIndex ? "EICS" : "ASPS"));
    json.field("contract_type", type(contract)).field("exercise_style", style(contract));
    json.field("expiration_date", contract.expiry().toString());
    json.field("primary_exchange", isIndex ? "XCBO" : "BATO");
    json.field("shares_per_contract", 100L).field("strike_price", contract.strike());
    json.field("ticker", contract.ticker()).field("underlying_ticker", underlying(contract));
    json.strangers().endObject();
  }

  private void one(Call call) {
    OptionContract contract = call.contract("ticker");
    LocalDate asOf = asOf(call);
    LocalDate day = contract.expiry().isBefore(asOf) ? contract.expiry() : asOf;
    if (!history.listed(day).contains(contract)) {
      throw Refused.notFound("Option Ticker not found.");
    }
    Json json = call.json().beginObject().name("results");
    write(json, contract);
    json.field("status", "OK").field("request_id", call.requestId()).endObject();
  }
}
