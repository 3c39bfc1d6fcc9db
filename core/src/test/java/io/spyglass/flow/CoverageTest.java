package io.spyglass.flow;

import static io.spyglass.flow.FlowFixture.NEXT;
import static io.spyglass.flow.FlowFixture.SPX;
import static io.spyglass.flow.FlowFixture.call;
import static io.spyglass.flow.FlowFixture.listed;
import static io.spyglass.flow.FlowFixture.put;
import static io.spyglass.flow.FlowFixture.quote;
import static io.spyglass.flow.FlowFixture.spx;
import static io.spyglass.flow.FlowFixture.tick;
import static io.spyglass.flow.FlowFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// What a contract traded is known of those that somebody watches.
class CoverageTest {
  private static final List<ToDoubleFunction<ContractFlow>> TRADED =
      List.of(
          ContractFlow::volume,
          ContractFlow::premium,
          ContractFlow::netPremium,
          ContractFlow::bought,
          ContractFlow::sold,
          ContractFlow::unclassified,
          ContractFlow::byTickRule,
          ContractFlow::withoutDelta,
          ContractFlow::outside,
          ContractFlow::netDeltaFlow,
          ContractFlow::netGammaFlow);

  private final FlowFixture live = new FlowFixture(FlowRules.standard(SPX).viewing(1, 1));
  private final FlowFixture recorded =
      new FlowFixture(FlowRules.standard(SPX).viewing(1, 1).covering(Coverage.LISTED));

  private static FlowFixture list(FlowFixture flow) {
    for (int strike = 5990; strike <= 6010; strike += 5) {
      flow.play(listed(call(strike)), listed(put(strike)));
    }
    return flow;
  }

  private static void assertUnknown(ContractFlow row) {
    assertThat(row.isWatched()).isFalse();
    assertThat(TRADED).allSatisfy(number -> assertThat(number.applyAsDouble(row)).isNaN());
  }

  private static void assertUntraded(ContractFlow row) {
    assertThat(row.isWatched()).isTrue();
    assertThat(TRADED).allSatisfy(number -> assertThat(number.applyAsDouble(row)).isZero());
  }

  @Test
  void ofALiveMarketWhatIsInViewIsKnown() {
    list(live).play(spx(0, 6000));
    assertUnknown(live.row(call(6000)));
    live.play(tick(1));
    assertUntraded(live.row(call(5995)));
    assertUntraded(live.row(put(6005)));
    assertUnknown(live.row(call(5990)));
    assertUnknown(live.row(put(6010)));
  }

  @Test
  void whatLeftTheViewStaysKnown() {
    list(live).play(spx(0, 6000), tick(1), trade(call(5995), 2, 9, 3), spx(3, 6010), tick(4));
    assertThat(live.inView()).noneMatch(row -> row.contract().equals(call(5995)));
    assertThat(live.row(call(5995)).volume()).isEqualTo(3);
    assertUntraded(live.row(put(5995)));
  }

  @Test
  void aQuoteOrAPrintOfItsOwnTellsThatAContractIsDelivered() {
    list(live).play(quote(call(5990), 1, 9, 10), trade(put(5990), 2, 8, 3));
    live.play(trade(call(6010), -9, 8, 2));
    assertUntraded(live.row(call(5990)));
    assertThat(live.row(put(5990)).volume()).isEqualTo(3);
    assertThat(live.row(call(6010)).outside()).isEqualTo(2);
    assertThat(live.row(call(6010)).volume()).isZero();
  }

  @Test
  void openInterestAloneTellsNothingOfVolume() {
    long at = FlowFixture.at(0);
    OpenInterest open = new OpenInterest(call(7000), at, at, 12, FlowFixture.TODAY.minusDays(1));
    recorded.play(open);
    assertUnknown(recorded.row(call(7000)));
  }

  @Test
  void ofARecordedDayWhatIsListedIsKnown() {
    list(recorded);
    assertUntraded(recorded.row(call(5990)));
    assertUntraded(recorded.row(put(6010)));
    assertThat(recorded.spx().expiries().getFirst().calls().watched()).isEqualTo(5);
  }

  @Test
  void totalsAreOfWhatIsWatchedAndSayHowMany() {
    OptionContract monday = OptionContract.of("SPXW", NEXT, Right.CALL, 6000);
    list(live).play(listed(monday), spx(0, 6000), tick(1), trade(call(6000), 2, 10, 4));
    Totals calls = live.spx().expiries().getFirst().calls();
    Totals later = live.spx().expiries().getLast().calls();
    assertThat(List.of(calls.watched(), calls.contracts())).containsExactly(3, 5);
    assertThat(calls.volume()).isEqualTo(4);
    assertThat(live.spx().expiries().getFirst().puts().volume()).isZero();
    assertThat(List.of(later.watched(), later.contracts())).containsExactly(0, 1);
    assertThat(later.volume()).isNaN();
    assertThat(later.netPremium()).isNaN();
  }
}
