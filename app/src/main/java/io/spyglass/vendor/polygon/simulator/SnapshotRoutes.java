package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Stock;
import io.spyglass.vendor.polygon.simulator.OptionShots.OptionShot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The chain of an underlying, one contract of it, anything by its ticker, and the indices.
final class SnapshotRoutes {
  private static final int PRESET = 10;
  private static final int MOST = 250;
  private static final Map<String, String> NAMES =
      Map.of(
          "I:SPX", "S&P 500",
          "I:VIX", "Cboe Volatility Index",
          "SPY", "SPDR S&P 500 ETF Trust");

  private final History history;
  private final Markets markets;
  private final Dice dice;
  private final OptionShots shots;

  SnapshotRoutes(History history, Markets markets, Dice dice) {
    this.history = history;
    this.markets = markets;
    this.dice = dice;
    this.shots = new OptionShots(history);
  }

  void register(Rest rest, RoutesConfig routes) {
    rest.get(routes, "/v3/snapshot/options/{underlying}", this::chain);
    rest.get(routes, "/v3/snapshot/options/{underlying}/{contract}", this::contract);
    rest.get(routes, "/v3/snapshot/indices", call -> unified(call, true));
    rest.get(routes, "/v3/snapshot", call -> unified(call, false));
  }

  private static void require(Call call) {
    if (!call.plan().hasSnapshots()) {
      throw Refused.notEntitled();
    }
  }

  private void chain(Call call) {
    require(call);
    String underlying = call.path("underlying");
    String type = call.parameter("contract_type");
    Predicate<OptionContract> filter =
        Filters.<OptionContract, Double>of(
                call, "strike_price", Filters::number, OptionContract::strike)
            .and(Filters.of(call, "expiration_date", Filters::date, OptionContract::expiry));
    List<OptionContract> found =
        history.listed(call.today()).stream()
            .filter(each -> isOn(each, underlying))
            .filter(each -> type == null || ContractRoutes.type(each).equals(type))
            .filter(filter)
            .sorted(ContractRoutes.order(call))
            .toList();
    int limit = call.limit(PRESET, MOST);
    Map<OptionContract, OptionShot> taken = new HashMap<>();
    shots
        .take(markets.book(call), call.page(found, limit), call.nowNanos())
        .forEach(shot -> taken.put(shot.contract(), shot));
    SnapshotJson writer = new SnapshotJson(call, dice);
    call.results(
        found,
        limit,
        false,
        (_, each) -> {
          OptionShot shot = taken.get(each);
          if (shot != null) {
            writer.chainItem(shot);
          }
        });
  }

  private static boolean isOn(OptionContract contract, String underlying) {
    return contract.underlying().instrument().ticker().equals(underlying);
  }

  private void contract(Call call) {
    require(call);
    OptionContract contract = call.contract("contract");
    if (!isOn(contract, call.path("underlying"))
        || !history.listed(call.today()).contains(contract)) {
      throw Refused.notFound("Option Ticker not found.");
    }
    Json json = call.json().beginObject().field("request_id", call.requestId());
    json.name("results");
    shots
        .take(markets.book(call), List.of(contract), call.nowNanos())
        .forEach(new SnapshotJson(call, dice)::chainItem);
    json.field("status", "OK").endObject();
  }

  private void unified(Call call, boolean indicesOnly) {
    require(call);
    List<String> named = Filters.anyOf(call, "ticker");
    String type = indicesOnly ? "indices" : call.parameter("type");
    Predicate<String> filter = Filters.of(call, "ticker", text -> text, each -> each);
    List<String> found =
        named == null ? known(call, type).stream().sorted().filter(filter).toList() : named;
    int limit = named == null ? call.limit(PRESET, MOST) : MOST;
    SnapshotJson writer = new SnapshotJson(call, dice);
    call.results(found, limit, false, (_, ticker) -> item(call, writer, ticker, indicesOnly));
  }

  private List<String> known(Call call, @Nullable String type) {
    return switch (type == null ? "" : type) {
      case "options" -> history.listed(call.today()).stream().map(OptionContract::ticker).toList();
      case "stocks" -> List.of("SPY");
      case "indices" -> List.of("I:SPX", "I:VIX");
      case "crypto", "fx" -> List.of();
      default -> List.copyOf(NAMES.keySet());
    };
  }

  private void item(Call call, SnapshotJson writer, String ticker, boolean indicesOnly) {
    Instrument instrument = find(call, indicesOnly && !ticker.startsWith("I:") ? "?" : ticker);
    if (instrument == null) {
      writer.missing(ticker, "NOT_FOUND", "Ticker not found.");
    } else if (dice.happens(Knob.NOT_ENTITLED_ITEMS)) {
      writer.missing(ticker, "NOT_ENTITLED", "Not entitled to this ticker.");
    } else if (instrument instanceof OptionContract contract) {
      shots
          .take(markets.book(call), List.of(contract), call.nowNanos())
          .forEach(shot -> option(call, writer, shot));
    } else {
      other(call, writer, instrument);
    }
  }

  private @Nullable Instrument find(Call call, String ticker) {
    try {
      Instrument instrument = Instrument.parse(ticker);
      boolean known =
          instrument instanceof OptionContract contract
              ? history.listed(call.today()).contains(contract)
              : NAMES.containsKey(ticker);
      return known ? instrument : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void option(Call call, SnapshotJson writer, OptionShot shot) {
    OptionContract contract = shot.contract();
    Json json = call.json().beginObject();
    json.field("break_even_price", writer.breakEven(shot));
    writer.details(contract, false);
    head(call, contract, "options", name(contract));
    writer.session(shot.shot(), shot.previous(), true);
    writer.valued(shot);
    json.strangers().endObject();
  }

  private static String name(OptionContract contract) {
    String right = ContractRoutes.type(contract).equals("call") ? "Call" : "Put";
    return contract.underlying().symbol() + " $" + contract.strike() + " " + right;
  }

  private void head(Call call, Instrument instrument, String type, String name) {
    call.json()
        .field("market_status", status(call, instrument))
        .field("name", name)
        .field("ticker", instrument.ticker())
        .field("type", type);
  }

  private String status(Call call, Instrument instrument) {
    String market = MarketClock.status(history.calendar(), call.nowNanos());
    return instrument instanceof Index && market.equals("open") ? "regular_trading" : market;
  }

  private void other(Call call, SnapshotJson writer, Instrument instrument) {
    boolean isIndex = instrument instanceof Index;
    Shot shot = markets.book(call).read(lines -> Shot.of(lines.get(instrument)));
    Json json = call.json().beginObject();
    head(
        call,
        instrument,
        isIndex ? "indices" : "stocks",
        NAMES.getOrDefault(instrument.ticker(), ""));
    writer.session(shot, shots.previous(call.nowNanos()).get(instrument), !isIndex);
    if (isIndex && !Double.isNaN(shot.level())) {
      json.field("value", shot.level()).field("last_updated", shot.updatedNanos());
      json.field("timeframe", call.plan().timeframe());
    }
    if (instrument instanceof Stock) {
      writer.quote(shot.quote());
      writer.trade(shot.trade(), "last_updated");
    }
    json.strangers().endObject();
  }
}
