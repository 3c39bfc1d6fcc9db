package io.spyglass.flow;

import static io.spyglass.flow.FlowFixture.NEXT;
import static io.spyglass.flow.FlowFixture.SPX;
import static io.spyglass.flow.FlowFixture.TODAY;
import static io.spyglass.flow.FlowFixture.call;
import static io.spyglass.flow.FlowFixture.listed;
import static io.spyglass.flow.FlowFixture.minute;
import static io.spyglass.flow.FlowFixture.put;
import static io.spyglass.flow.FlowFixture.quote;
import static io.spyglass.flow.FlowFixture.spx;
import static io.spyglass.flow.FlowFixture.tick;
import static io.spyglass.flow.FlowFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Stock;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowStateTest {
  private final FlowFixture flow = new FlowFixture();

  private void listLadder() {
    for (int strike = 5950; strike <= 6050; strike += 5) {
      flow.play(listed(call(strike)), listed(put(strike)));
    }
  }

  private List<Double> strikesInView() {
    return flow.inView().stream().map(row -> row.contract().strike()).distinct().toList();
  }

  @Test
  void theViewHoldsThreeListedStrikesEachSideOfTheMoney() {
    listLadder();
    flow.play(spx(0, 6001), tick(1));
    assertThat(strikesInView())
        .containsExactly(5985.0, 5990.0, 5995.0, 6000.0, 6005.0, 6010.0, 6015.0);
    assertThat(flow.inView()).hasSize(14);
  }

  @Test
  void strikesAreCountedAsListedNotBySpacing() {
    for (int strike : new int[] {5900, 5950, 5990, 6000, 6025, 6100}) {
      flow.play(listed(call(strike)));
    }
    flow.play(spx(0, 5993), tick(1));
    assertThat(strikesInView()).containsExactly(5900.0, 5950.0, 5990.0, 6000.0, 6025.0, 6100.0);
  }

  @Test
  void theViewStaysForAMoveOfFivePointsAndFollowsALargerOne() {
    listLadder();
    flow.play(spx(0, 6000), tick(1), spx(1.5, 6005), tick(2));
    assertThat(strikesInView()).startsWith(5985.0);
    flow.play(spx(2.5, 6005.01), tick(3));
    assertThat(strikesInView()).startsWith(5990.0);
  }

  @Test
  void theViewFollowsASmallMoveAfterAMinute() {
    listLadder();
    flow.play(spx(0, 6000), tick(1), spx(2, 6004), tick(60));
    assertThat(strikesInView()).startsWith(5985.0);
    flow.play(tick(61));
    assertThat(strikesInView()).startsWith(5990.0);
  }

  @Test
  void aStrikeThatLeftAndCameBackKeepsItsTotals() {
    listLadder();
    flow.play(spx(0, 6000), tick(1), trade(call(5985), 2, 16.0, 3));
    flow.play(spx(3, 6030), tick(4));
    assertThat(strikesInView()).doesNotContain(5985.0);
    flow.play(trade(call(5985), 5, 46.0, 2), spx(6, 6000), tick(7));
    assertThat(strikesInView()).contains(5985.0);
    assertThat(flow.row(call(5985)).volume()).isEqualTo(5);
    assertThat(flow.row(call(5985)).premium()).isEqualTo(3 * 1600 + 2 * 4600);
  }

  @Test
  void theShownSeriesIsTheFirstToExpireAndStaysAfterItExpired() {
    OptionContract monday = OptionContract.of("SPXW", NEXT, Right.CALL, 6000);
    flow.play(listed(monday), listed(call(6000)), spx(0, 6000), tick(1), tick(390 * 60 + 120));
    ExpiryFlow shown = flow.spx().shown();
    assertThat(shown).isNotNull();
    assertThat(shown.date()).isEqualTo(FlowFixture.TODAY);
    assertThat(flow.spx().expiries()).hasSize(2);
  }

  @Test
  void theTotalsAreThoseOfTheSeriesTheContractBelongsTo() {
    OptionContract monday = OptionContract.of("SPXW", NEXT, Right.CALL, 6000);
    flow.play(
        quote(call(6000), 0, 9, 10),
        trade(call(6000), 1, 10, 2),
        trade(put(6000), 1, 8, 3),
        trade(monday, 2, 20, 50));
    ExpiryFlow today = flow.spx().expiries().getFirst();
    assertThat(today.calls().volume()).isEqualTo(2);
    assertThat(today.calls().netPremium()).isEqualTo(2000);
    assertThat(today.puts().premium()).isEqualTo(2400);
    assertThat(today.puts().unclassified()).isEqualTo(3);
    assertThat(flow.spx().expiries().getLast().calls().volume()).isEqualTo(50);
  }

  @Test
  void anExpiringSeriesStopsAtSixteenAndTheOthersAtAQuarterPast() {
    OptionContract monday = OptionContract.of("SPXW", NEXT, Right.CALL, 6000);
    double sixteen = 390 * 60;
    flow.play(
        trade(call(6000), -1, 5, 1),
        trade(call(6000), 0, 5, 2),
        trade(call(6000), sixteen - 0.001, 5, 4),
        trade(call(6000), sixteen, 5, 8),
        trade(monday, sixteen + 899.999, 5, 16),
        trade(monday, sixteen + 900, 5, 32));
    assertThat(flow.row(call(6000)).volume()).isEqualTo(6);
    assertThat(flow.row(call(6000)).outside()).isEqualTo(9);
    assertThat(flow.row(monday).volume()).isEqualTo(16);
    assertThat(flow.row(monday).outside()).isEqualTo(32);
  }

  @Test
  void theLastMinutesBarPrintsOnTheTapeAndOneFromBeforeTheOpeningDoesNot() {
    flow.play(minute(call(6000), 389 * 60, 5, 77), minute(call(6000), -60, 5, 9));
    assertThat(flow.row(call(6000)).volume()).isEqualTo(77);
    assertThat(flow.row(call(6000)).outside()).isEqualTo(9);
  }

  @Test
  void eachOfTheNearestExpiriesHasItsStrikesInViewAndItsGreeks() {
    FlowFixture both = new FlowFixture(FlowRules.standard(SPX).viewing(5, 2));
    for (int strike = 5950; strike <= 6050; strike += 5) {
      for (LocalDate expiry : List.of(TODAY, NEXT, NEXT.plusDays(1))) {
        OptionContract call = OptionContract.of("SPXW", expiry, Right.CALL, strike);
        OptionContract put = OptionContract.of("SPXW", expiry, Right.PUT, strike);
        double apart = 6000.0 - strike;
        double time = 15 - apart * apart / 1000;
        both.play(
            quote(call, 0, Math.max(0, apart) + time, Math.max(0, apart) + time + 0.2),
            quote(put, 0, Math.max(0, -apart) + time, Math.max(0, -apart) + time + 0.2));
      }
    }
    both.play(spx(0, 6001), tick(1));
    List<ExpiryFlow> expiries = both.spx().expiries();

    assertThat(expiries.get(0).inView()).hasSize(22);
    assertThat(expiries.get(1).inView()).hasSize(22);
    assertThat(expiries.get(2).inView()).isEmpty();
    assertThat(expiries.get(1).inView())
        .allSatisfy(row -> assertThat(row.volatility()).isPositive())
        .allSatisfy(row -> assertThat(row.contract().expiry()).isEqualTo(NEXT));
  }

  @Test
  void greeksNearTheMoneyAreRenewedEachSecondAndTheOthersByTurns() {
    FlowFixture wide = new FlowFixture(FlowRules.standard(SPX).viewing(8, 1));
    for (int strike = 5950; strike <= 6050; strike += 5) {
      double apart = 6000.0 - strike;
      double time = 15 - apart * apart / 1000;
      wide.play(
          quote(call(strike), 0, Math.max(0, apart) + time, Math.max(0, apart) + time + 0.2),
          quote(put(strike), 0, Math.max(0, -apart) + time, Math.max(0, -apart) + time + 0.2));
    }
    wide.play(spx(0, 6000));
    for (int second = 1; second <= 25; second++) {
      wide.play(tick(second));
      long now = FlowFixture.at(second);
      List<ContractFlow> inView = wide.inView();
      assertThat(inView).hasSize(34);
      for (ContractFlow row : inView) {
        boolean isNear = Math.abs(row.contract().strike() - 6000) <= 15;
        assertThat(now - row.greeksNanos()).isBetween(0L, isNear ? 0 : 9 * FlowFixture.SECOND);
      }
    }
  }

  @Test
  void anUnknownSpotIsFoundByParityAndSaidSo() {
    for (int strike = 5990; strike <= 6010; strike += 5) {
      double intrinsic = Math.max(0, 6003 - strike);
      double time = 4;
      flow.play(
          quote(call(strike), 1, intrinsic + time - 0.1, intrinsic + time + 0.1),
          quote(
              put(strike),
              1,
              intrinsic - 6003 + strike + time - 0.1,
              intrinsic - 6003 + strike + time + 0.1));
    }
    flow.play(tick(2));
    assertThat(flow.spx().spot()).isCloseTo(6003, within(1e-9));
    assertThat(flow.spx().spotSource()).isEqualTo(SpotSource.PARITY);
    flow.play(spx(2.5, 6004), tick(3));
    assertThat(flow.spx().spot()).isEqualTo(6004);
    assertThat(flow.spx().spotSource()).isEqualTo(SpotSource.PUBLISHED);
  }

  @Test
  void theValueOfTheChainIsTheSpotAndSaidSo() {
    flow.play(chain(1, 6003), tick(2));
    assertThat(flow.spx().spot()).isEqualTo(6003);
    assertThat(flow.spx().spotSource()).isEqualTo(SpotSource.CHAIN);
    flow.play(spx(2.5, 6004));
    assertThat(flow.spx().spotSource()).isEqualTo(SpotSource.PUBLISHED);
  }

  @Test
  void aValueThatIsOlderThanTheSpotIsPassedOver() {
    flow.play(spx(10, 6004), chain(5, 6003), spx(9, 6002));
    assertThat(flow.spx().spot()).isEqualTo(6004);
    assertThat(flow.spx().spotSource()).isEqualTo(SpotSource.PUBLISHED);
  }

  @Test
  void theVendorsGreeksStandBesideOurs() {
    flow.play(quote(call(6000), 1, 9, 11));
    assertThat(flow.row(call(6000)).vendorGreeks().isKnown()).isFalse();
    VendorGreeks given = greeks(call(6000), 20, 0.51);
    flow.play(given, greeks(call(6000), 10, 0.49));
    assertThat(flow.row(call(6000)).vendorGreeks()).isEqualTo(given);
    assertThat(flow.row(call(6000)).greeks().delta()).isNaN();
    flow.play(trade(call(6000), 30, 11, 5));
    assertThat(flow.row(call(6000)).withoutDelta()).isEqualTo(5);
  }

  @Test
  void eventsOfAnotherUnderlyingPass() {
    OptionContract spy = OptionContract.parse("SPY261120C00600000");
    flow.play(quote(spy, 1, 1, 2), trade(spy, 2, 2, 5), greeks(spy, 3, 0.5));
    long at = FlowFixture.at(4);
    flow.play(new UnderlyingValue(new Underlying("SPY"), at, at, 660));
    assertThat(flow.spx().spot()).isNaN();
    assertThat(flow.spx().expiries()).isEmpty();
  }

  @Test
  void whatTheChainImpliesServesWhileNothingBetterIsKnown() {
    flow.play(implied(1, 6003));
    assertThat(flow.spx().spot()).isEqualTo(6003);
    assertThat(flow.spx().spotSource()).isEqualTo(SpotSource.PARITY);
    flow.play(chain(2, 6001), implied(3, 6004), implied(100, 6005));
    assertThat(flow.spx().spot()).as("the vendor's own value").isEqualTo(6001);
    flow.play(implied(123, 6006));
    assertThat(flow.spx().spot()).isEqualTo(6006);
    flow.play(implied(125, 6007));
    assertThat(flow.spx().spot()).as("parity of a moment ago").isEqualTo(6006);
    flow.play(implied(130, 6008));
    assertThat(flow.spx().spot()).isEqualTo(6008);
  }

  private static UnderlyingValue implied(double seconds, double value) {
    long at = FlowFixture.at(seconds);
    return new UnderlyingValue(FlowFixture.SPX, at, at, value, true);
  }

  @Test
  void bothRootsOfTheShownDateAreCounted() {
    FlowFixture thirdWeek = new FlowFixture(LocalDate.of(2020, 1, 16));
    OptionContract morning = OptionContract.parse("SPX200117C03300000");
    OptionContract evening = OptionContract.parse("SPXW200117C03300000");
    long at = TradingCalendar.standard().day(LocalDate.of(2020, 1, 16)).regular().fromNanos();
    for (OptionContract option : List.of(morning, evening)) {
      thirdWeek.play(
          new Quote(option, at, at, 0, 10, 11, 1, 1),
          new Trade(option, at, at, -1, -1, 11, 5, 302, Conditions.NONE, 0));
    }
    thirdWeek.play(new Tick(at));
    ExpiryFlow shown = thirdWeek.spx().shown();
    assertThat(shown).isNotNull();
    assertThat(shown.contracts()).hasSize(2);
    assertThat(shown.calls().volume()).isEqualTo(10);
    assertThat(shown.leading().root()).as("expires in the morning").isEqualTo("SPX");
  }

  @Test
  void onItsLastMorningTheMorningSettledSeriesNoLongerTrades() {
    OptionContract morning = OptionContract.of("SPX", FlowFixture.TODAY, Right.CALL, 6000);
    flow.play(trade(morning, 60, 5, 3), trade(call(6000), 60, 5, 4), tick(61));
    assertThat(flow.row(morning).outside()).isEqualTo(3);
    ExpiryFlow shown = flow.spx().shown();
    assertThat(shown).isNotNull();
    assertThat(shown.leading().root()).isEqualTo("SPXW");
    assertThat(shown.calls().volume()).isEqualTo(4);
  }

  @Test
  void aQuoteThatArrivesBehindANewerOneIsPassedOver() {
    flow.play(quote(call(6000), 10, 2.0, 2.2), quote(call(6000), 3, 1.0, 1.2));
    assertThat(flow.row(call(6000)).bid()).isEqualTo(2.0);
  }

  @Test
  void aPrintWithoutASoundPriceOrSizeIsNoPrint() {
    flow.play(
        trade(call(6000), 1, 5, 2),
        trade(call(6000), 2, Double.NaN, 2),
        trade(call(6000), 3, 5, Double.NaN),
        trade(call(6000), 4, -1, 2),
        trade(call(6000), 5, 5, Double.POSITIVE_INFINITY));
    assertThat(flow.row(call(6000)).volume()).isEqualTo(2);
    assertThat(flow.row(call(6000)).premium()).isEqualTo(1000);
  }

  @Test
  void aCorrectedPrintOfTheFundDoesNotMoveTheSpot() {
    Underlying spy = new Underlying("SPY");
    FlowState state =
        new FlowState(
            FlowFixture.TODAY,
            TradingCalendar.standard(),
            Map.of(spy, FlowRules.standard(spy)),
            new FlowListener() {});
    Stock fund = new Stock("SPY");
    long at = FlowFixture.at(1);
    state.accept(new Trade(fund, at, at, -1, 1, 660, 100, 4, Conditions.NONE, 0));
    state.accept(new Trade(fund, at, at, -1, 2, 1.23, 100, 4, Conditions.NONE, 1));
    assertThat(state.underlyings().iterator().next().spot()).isEqualTo(660);
  }

  private static UnderlyingValue chain(double seconds, double value) {
    long at = FlowFixture.at(seconds);
    return new UnderlyingValue(FlowFixture.SPX, at, at, value);
  }

  private static VendorGreeks greeks(OptionContract option, double seconds, double delta) {
    long at = FlowFixture.at(seconds);
    return new VendorGreeks(option, at, at, 0.2, delta, 0.01, -2, 0.7);
  }
}
