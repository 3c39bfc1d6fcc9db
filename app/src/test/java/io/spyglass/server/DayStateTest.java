package io.spyglass.server;

import static io.spyglass.server.Day.SPX;
import static io.spyglass.server.Day.SPY;
import static io.spyglass.server.Day.at;
import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.put;
import static io.spyglass.server.Day.quote;
import static io.spyglass.server.Day.spx;
import static io.spyglass.server.Day.tick;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.VendorGreeks;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the stream says of the day beside the rows.
class DayStateTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final OptionContract ON_MONDAY =
      OptionContract.of("SPXW", MONDAY, Right.CALL, 6000);

  private final Day day = new Day();
  private final FrameCutter cutter = new FrameCutter(day.board, SPX);

  private static JsonNode snapshot(FrameCutter of) {
    of.cut(null);
    return JsonMapper.shared().readTree(of.snapshot(Pulse.NONE));
  }

  private JsonNode frame() {
    assertThat(cutter.cut(null)).isTrue();
    return JsonMapper.shared().readTree(cutter.frame(Pulse.NONE));
  }

  private static Bar minute(OptionContract option, double startSeconds, double volume) {
    long start = at(startSeconds);
    return new Bar(option, start, 60, start, 10, 10, 10, 10, volume, Double.NaN);
  }

  @Test
  void eachExpiryHasAStateOfItsOwn() {
    day.quoted(3).play(Day.listed(ON_MONDAY), trade(ON_MONDAY, 2, 20, 5), tick(3));
    JsonNode first = snapshot(cutter);
    JsonNode monday = snapshot(new FrameCutter(day.board, new Look(SPX, MONDAY)));

    assertThat(first.path("underlyings")).hasToString("[\"SPX\",\"SPY\"]");
    assertThat(first.path("expiry").asString()).isEqualTo("2026-11-20");
    assertThat(first.path("expiries")).hasToString("[\"2026-11-20\",\"2026-11-23\"]");
    assertThat(first.path("totals").path("call_volume").asInt()).isZero();
    assertThat(monday.path("expiry").asString()).isEqualTo("2026-11-23");
    assertThat(monday.path("totals").path("call_volume").asInt()).isEqualTo(5);
    assertThat(monday.path("listed").path("ticker")).hasToString("[\"O:SPXW261123C06000000\"]");
    assertThat(monday.path("spot").asDouble()).isEqualTo(6000);
  }

  @Test
  void aContractThatIsWatchedFromNowOnMakesAFrameWithOtherTotals() {
    day.quoted(3).play(Day.listed(ON_MONDAY));
    FrameCutter monday = new FrameCutter(day.board, new Look(SPX, MONDAY));
    JsonNode before = snapshot(monday);
    assertThat(before.path("totals").path("call_volume").isNull()).isTrue();
    assertThat(before.path("rows").path("volume")).hasToString("[null]");

    day.play(quote(ON_MONDAY, 2, 20, 21));

    assertThat(monday.cut(null)).isTrue();
    JsonNode after = JsonMapper.shared().readTree(monday.frame(Pulse.NONE));
    assertThat(after.path("totals").path("call_volume").asInt(-1)).isZero();
    assertThat(after.path("totals").path("watched").asInt()).isEqualTo(1);
    assertThat(after.path("rows").path("volume")).hasToString("[0]");
  }

  @Test
  void whatHappensInOneExpiryMakesNoFrameInAnother() {
    day.quoted(3).play(Day.listed(ON_MONDAY));
    FrameCutter monday = new FrameCutter(day.board, new Look(SPX, MONDAY));
    cutter.cut(null);
    monday.cut(null);

    day.play(trade(call(6000), 2, 10.5, 1));

    assertThat(monday.cut(null)).isFalse();
    assertThat(cutter.cut(null)).isTrue();
  }

  @Test
  void anExpiryThatBecomesKnownIsSaidOnce() {
    day.quoted(3);
    cutter.cut(null);
    day.play(Day.listed(ON_MONDAY));

    assertThat(frame().path("expiries")).hasToString("[\"2026-11-20\",\"2026-11-23\"]");
    day.play(trade(call(6000), 2, 10.5, 1));
    assertThat(frame().has("expiries")).isFalse();
  }

  @Test
  void theMinutesThatChangedComeWithTheFrame() {
    day.quoted(3).play(tick(60), trade(call(6000), 61, 10.5, 4), tick(62));
    cutter.cut(null);
    day.play(quote(put(6000), 63, 9, 9.5));
    assertThat(frame().has("minutes")).isFalse();

    day.play(trade(put(6000), 64, 9, 2), spx(120.5, 6001), tick(121));
    JsonNode minutes = frame().path("minutes");

    assertThat(minutes.path("first").asInt()).isEqualTo(1);
    assertThat(minutes.path("call_volume")).hasToString("[4,0]");
    assertThat(minutes.path("put_volume")).hasToString("[2,0]");
    assertThat(minutes.path("call_premium")).hasToString("[4200,0]");
    assertThat(minutes.path("put_net_premium")).hasToString("[-1800,0]");
    assertThat(minutes.path("spot")).hasToString("[6000,6001]");
  }

  @Test
  void theLastMinutesVolumeIsThereAtOnceAndGoesAfterSixtySeconds() {
    day.quoted(1).play(trade(call(6000), 10.5, 10.5, 4), trade(call(6000), 30, 10.5, 2), tick(31));
    JsonNode rows = snapshot(cutter).path("rows");
    assertThat(rows.path("last_minute_volume")).hasToString("[6,0]");

    day.play(tick(70));
    assertThat(snapshot(cutter).path("rows").path("last_minute_volume")).hasToString("[6,0]");
    day.play(tick(71));
    JsonNode changed = frame().path("rows");
    assertThat(changed.path("id").path(0).asInt()).isZero();
    assertThat(changed.path("last_minute_volume").path(0).asInt()).isEqualTo(2);
    day.play(tick(90));
    assertThat(frame().path("rows").path("last_minute_volume").path(0).asInt()).isZero();
  }

  @Test
  void theLastMinuteGoesOnAfterTheTapeAndBeginsAgainWithTheDay() {
    double close = (Day.CLOSE - Day.OPEN) / (double) Day.SECOND;
    day.quoted(1).play(trade(call(6000), close - 1, 10.5, 4), tick(close));
    assertThat(snapshot(cutter).path("rows").path("last_minute_volume").path(0).asInt())
        .isEqualTo(4);
    day.play(tick(close + 59));
    assertThat(snapshot(cutter).path("rows").path("last_minute_volume").path(0).asInt()).isZero();

    day.begin();
    day.quoted(1).play(trade(call(6000), 2, 10.5, 7), tick(3));
    assertThat(snapshot(cutter).path("rows").path("last_minute_volume").path(0).asInt())
        .isEqualTo(7);
  }

  @Test
  void aMinuteBarStaysForTheMinuteAfterIt() {
    day.quoted(1).play(minute(call(6000), 0, 5), tick(60), tick(119));
    assertThat(snapshot(cutter).path("rows").path("last_minute_volume").path(0).asInt())
        .isEqualTo(5);
    day.play(minute(call(6000), 60, 3), tick(120));
    assertThat(snapshot(cutter).path("rows").path("last_minute_volume").path(0).asInt())
        .isEqualTo(3);
  }

  @Test
  void aTradeOnAWholeMinuteCountsInTheOneThatBegins() {
    day.quoted(3).play(tick(60), trade(call(6000), 60, 10.5, 4), tick(61));

    assertThat(snapshot(cutter).path("history").path("call_volume")).hasToString("[0,4]");
  }

  @Test
  void aBarCountsInTheMinuteThatItIsOf() {
    day.quoted(3).play(minute(call(6000), 0, 7), minute(call(6000), 60, 8), tick(120));
    JsonNode snapshot = snapshot(cutter);

    assertThat(snapshot.path("history").path("call_volume")).hasToString("[7,8]");
    assertThat(snapshot.path("bars").asBoolean()).isTrue();
  }

  @Test
  void aContractsNumbersAreKeptAtTheEndOfEachMinute() {
    day.quoted(3).play(trade(call(6000), 2, 10.5, 4), tick(60));
    day.play(quote(call(6000), 61, 11, 11.5), tick(62), tick(120));
    day.play(quote(call(6000), 121, 12, 12.5));
    ContractDay history = day.board.contract(call(6000));

    assertThat(history).isNotNull();
    assertThat(history.stood()[0]).as("last").containsExactly(10.5, 10.5);
    assertThat(history.stood()[1]).as("bid").containsExactly(10, 11);
    assertThat(history.spot()).containsExactly(6000, 6000);
    day.play(tick(122));
    history = day.board.contract(call(6000));
    assertThat(history).isNotNull();
    assertThat(history.stood()[1]).as("the last as it is now").containsExactly(10, 11, 12);
    assertThat(history.stood()[3]).as("volatility").doesNotContain(Double.NaN);
  }

  @Test
  void theVendorsGreeksStandBesideOursWithAnAgeOfTheirOwn() {
    day.quoted(1);
    JsonNode before = snapshot(cutter).path("rows");
    assertThat(before.path("vendor_iv").path(0).isNull()).isTrue();
    assertThat(before.path("vendor_age_ms").path(0).isNull()).isTrue();

    day.play(
        new VendorGreeks(call(6000), at(2), at(2.5), 0.15, 0.51, 0.002, -9.5, Double.NaN), tick(4));
    JsonNode rows = frame().path("rows");
    int place = rows.path("id").valueStream().map(JsonNode::asInt).toList().indexOf(0);
    assertThat(rows.path("vendor_iv").path(place).asDouble()).isEqualTo(0.15);
    assertThat(rows.path("vendor_delta").path(place).asDouble()).isEqualTo(0.51);
    assertThat(rows.path("vendor_gamma").path(place).asDouble()).isEqualTo(0.002);
    assertThat(rows.path("vendor_theta").path(place).asDouble()).isEqualTo(-9.5);
    assertThat(rows.path("vendor_vega").path(place).isNull()).isTrue();
    assertThat(rows.path("vendor_age_ms").path(place).asInt()).isEqualTo(2000);
    assertThat(rows.path("iv").path(place).asDouble()).isNotEqualTo(0.15);
  }

  @Test
  void theTapeIsCountedAndSaysWhatItsPrintsAre() {
    day.quoted(3);
    JsonNode before = snapshot(cutter);
    day.play(trade(call(6000), -1, 10.5, 4), trade(call(6000), 2, 10.5, 4));
    JsonNode frame = frame();

    assertThat(before.path("bars").isNull()).isTrue();
    assertThat(before.path("tape")).hasToString("{\"generation\":0,\"last\":0}");
    assertThat(frame.path("bars").isBoolean()).isTrue();
    assertThat(frame.path("bars").asBoolean()).isFalse();
    assertThat(frame.path("tape").path("last").asInt()).isEqualTo(1);

    day.begin();
    assertThat(snapshot(cutter).path("tape")).hasToString("{\"generation\":1,\"last\":0}");
  }

  @Test
  void theOpeningIsTheFirstSpotOfTheRegularHours() {
    day.play(spx(-60, 5990));
    assertThat(snapshot(cutter).path("open").isNull()).isTrue();

    day.play(spx(0, 6000), spx(1, 6001));
    assertThat(frame().path("open").asDouble()).isEqualTo(6000);
  }

  @Test
  void anOpeningAtTheLevelOfBeforeIsAnOpeningToo() {
    day.play(spx(-60, 5990), spx(0.5, 5990), tick(1), spx(2, 5991));

    assertThat(frame().path("open").asDouble()).isEqualTo(5990);
  }

  @Test
  void theCloseOfTheDayBeforeIsNullUntilItIsSaidAndOutlivesAReset() {
    assertThat(snapshot(cutter).path("previous_close").isNull()).isTrue();

    day.board.previousClose(SPX, 5987.25);
    day.begin();

    assertThat(snapshot(cutter).path("previous_close").asDouble()).isEqualTo(5987.25);
    assertThat(snapshot(new FrameCutter(day.board, SPY)).path("previous_close").isNull()).isTrue();
  }

  @Test
  void theHoursOfTheDayAreTheExchangesAndEndWhereTheShownStops() {
    JsonNode before = snapshot(cutter).path("market");
    assertThat(before.path("expires_at").isNull()).isTrue();
    day.quoted(3);
    JsonNode market = snapshot(cutter).path("market");

    assertThat(market.path("date").asString()).isEqualTo("2026-11-20");
    assertThat(market.path("short_day").asBoolean()).isFalse();
    assertThat(market.path("expires_at").asString()).isEqualTo("2026-11-20T21:00:00Z");
    assertThat(market.path("phases").valueStream().map(each -> each.path("phase").asString()))
        .containsExactly("overnight", "pre_open", "regular", "late", "curb");
    JsonNode regular = market.path("phases").path(2);
    assertThat(regular.path("from").asString()).isEqualTo("2026-11-20T14:30:00Z");
    assertThat(regular.path("to").asString()).isEqualTo("2026-11-20T21:00:00Z");
    assertThat(market.path("next").path("phase").asString()).isEqualTo("overnight");
    assertThat(market.path("next").path("from").asString()).isEqualTo("2026-11-23T01:15:00Z");
    assertThat(snapshot(new FrameCutter(day.board, new Look(SPX, MONDAY))).path("market"))
        .as("an expiry that is not known has the day's hours")
        .isNotEmpty();
  }
}
