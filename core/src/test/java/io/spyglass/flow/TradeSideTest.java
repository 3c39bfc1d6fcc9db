package io.spyglass.flow;

import static io.spyglass.flow.FlowFixture.call;
import static io.spyglass.flow.FlowFixture.minute;
import static io.spyglass.flow.FlowFixture.quote;
import static io.spyglass.flow.FlowFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeSideTest {
  private static final OptionContract CALL = call(6000);

  private final FlowFixture flow = new FlowFixture();

  private ContractFlow row() {
    return flow.row(CALL);
  }

  @Test
  void aPrintAboveTheMiddleIsBoughtAndBelowItSold() {
    flow.play(quote(CALL, 1, 1.00, 1.20), trade(CALL, 2, 1.15, 7), trade(CALL, 3, 1.05, 5));
    assertThat(row().bought()).isEqualTo(7);
    assertThat(row().sold()).isEqualTo(5);
    assertThat(row().byTickRule()).isZero();
  }

  @Test
  void aPrintAtTheMiddleFollowsTheLastChangeOfPrice() {
    flow.play(quote(CALL, 1, 1.00, 1.20), trade(CALL, 2, 1.00, 1), trade(CALL, 3, 1.10, 4));
    assertThat(row().bought()).isEqualTo(4);
    assertThat(row().byTickRule()).isEqualTo(4);
  }

  @Test
  void theMiddleIsMetDespiteBinaryFractions() {
    flow.play(quote(CALL, 1, 0.10, 0.20), trade(CALL, 2, 0.15, 3));
    assertThat(row().unclassified()).isEqualTo(3);
  }

  @Test
  void thePriceThatDidNotChangeKeepsTheDirectionOfTheChangeBefore() {
    flow.play(trade(CALL, 1, 2.0, 1), trade(CALL, 2, 1.9, 1), trade(CALL, 3, 1.9, 8));
    assertThat(row().sold()).isEqualTo(9);
    assertThat(row().byTickRule()).isEqualTo(9);
  }

  @Test
  void theFirstPrintWithoutAQuoteHasNoSide() {
    flow.play(trade(CALL, 1, 2.0, 6));
    assertThat(row().unclassified()).isEqualTo(6);
    assertThat(row().byTickRule()).isZero();
  }

  @Test
  void aQuoteServesForFiveSecondsAndNoLonger() {
    flow.play(quote(CALL, 1, 1.0, 1.2), trade(CALL, 6, 1.2, 1));
    assertThat(row().bought()).isEqualTo(1);
    flow.play(trade(CALL, 6.000000001, 1.15, 2));
    assertThat(row().sold()).as("by the tick rule: 1.15 after 1.20").isEqualTo(2);
    assertThat(row().byTickRule()).isEqualTo(2);
  }

  @Test
  void aPrintThatComesLateIsNotSidedByAQuoteOfMuchLater() {
    flow.play(quote(CALL, 60, 2.0, 2.2), trade(CALL, 10, 1.2, 1), trade(CALL, 11, 1.3, 4));
    assertThat(row().unclassified()).as("no price before it").isEqualTo(1);
    assertThat(row().bought()).as("up from 1.20, though below today's bid").isEqualTo(4);
    assertThat(row().byTickRule()).isEqualTo(4);
  }

  @Test
  void aQuoteThatOvertookThePrintOnTheWaySidesIt() {
    flow.play(quote(CALL, 2.003, 1.0, 1.2), trade(CALL, 2, 1.2, 3), trade(CALL, 1.999, 1.0, 2));
    assertThat(row().bought()).isEqualTo(3);
    assertThat(row().sold()).isEqualTo(2);
    assertThat(row().byTickRule()).isZero();
  }

  @Test
  void aPrintThatComesLateIsInTheTotalsAndIsNotTheLast() {
    flow.play(trade(CALL, 60, 2.0, 1), trade(CALL, 10, 1.2, 4));
    assertThat(row().last()).isEqualTo(2.0);
    assertThat(row().volume()).isEqualTo(5);
    flow.play(trade(CALL, 60, 2.1, 1));
    assertThat(row().last()).isEqualTo(2.1);
  }

  @Test
  void aQuoteServesAMinuteBarForTwoMinutes() {
    flow.play(quote(CALL, 0, 1.0, 1.2), minute(CALL, 60, 1.2, 1));
    assertThat(row().bought()).isEqualTo(1);
    flow.play(minute(CALL, 120, 1.2, 2));
    assertThat(row().byTickRule()).as("no earlier price differs").isZero();
    assertThat(row().unclassified()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.2, 1.3})
  void aLockedOrCrossedQuoteIsNoQuote(double bid) {
    flow.play(trade(CALL, 1, 1.1, 1), quote(CALL, 2, bid, 1.2), trade(CALL, 3, 1.15, 2));
    assertThat(row().bought()).as("up from 1.10").isEqualTo(2);
    assertThat(row().byTickRule()).isEqualTo(2);
  }

  @Test
  void aOneSidedQuoteIsNoQuoteButABidOfZeroIsOne() {
    flow.play(quote(CALL, 1, Double.NaN, 0.05), trade(CALL, 2, 0.05, 1));
    assertThat(row().unclassified()).isEqualTo(1);
    flow.play(quote(CALL, 3, 0, 0.05), trade(CALL, 4, 0.05, 2));
    assertThat(row().bought()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {227, 228, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 245, 246, 247})
  void auctionFloorAndMultiLegPrintsAbstain(int code) {
    flow.play(quote(CALL, 1, 1.0, 1.2), trade(CALL, 2, 1.2, 9, 209, code));
    assertThat(row().volume()).isEqualTo(9);
    assertThat(row().unclassified()).isEqualTo(9);
  }

  @Test
  void anAbstainingPrintDoesNotMoveTheTickRule() {
    flow.play(trade(CALL, 1, 1.0, 1), trade(CALL, 2, 3.0, 1, 232), trade(CALL, 3, 1.1, 2));
    assertThat(row().bought()).as("1.10 after 1.00, not after 3.00").isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 203, 204, 205, 206, 207})
  void lateAndCancelledPrintsCountNowhereAndReverseNothing(int code) {
    flow.play(quote(CALL, 1, 1.0, 1.2), trade(CALL, 2, 1.2, 4), trade(CALL, 3, 1.2, 4, code));
    assertThat(row().volume()).isEqualTo(4);
    assertThat(row().bought()).isEqualTo(4);
  }

  @Test
  void otherRulesAboutPrintsAreObeyed() {
    PrintRules rules = new PrintRules(Conditions.maskOf(209), Conditions.maskOf(219));
    FlowFixture other = new FlowFixture(FlowRules.standard(FlowFixture.SPX).counting(rules));
    other.play(
        quote(CALL, 1, 1.0, 1.2),
        trade(CALL, 2, 1.2, 1, 209),
        trade(CALL, 3, 1.2, 2, 219),
        trade(CALL, 4, 1.2, 4, 202));

    assertThat(other.row(CALL).volume()).isEqualTo(6);
    assertThat(other.row(CALL).unclassified()).isEqualTo(2);
    assertThat(other.row(CALL).bought()).isEqualTo(4);
  }

  @Test
  void aCorrectedPrintCountsNowhere() {
    Trade corrected =
        new Trade(CALL, FlowFixture.at(2), 0, -1, -1, 1.2, 4, 302, Conditions.NONE, 1);
    flow.play(quote(CALL, 1, 1.0, 1.2), corrected);
    assertThat(row().volume()).isZero();
  }

  @Test
  void aSweepIsSidedLikeAnyPrint() {
    flow.play(quote(CALL, 1, 1.0, 1.2), trade(CALL, 2, 1.0, 4, 219));
    assertThat(row().sold()).isEqualTo(4);
  }
}
