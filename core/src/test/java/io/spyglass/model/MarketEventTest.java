package io.spyglass.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketEventTest {
  private static final OptionContract OPTION = OptionContract.parse("SPXW251219C06000000");
  private static final Stock SPY = new Stock("SPY");
  private static final long AT = 1_766_154_600_000_000_000L;

  private static Quote quote(long at, long sequence) {
    return new Quote(OPTION, at, at, sequence, 1.0, 1.1, 10, 20);
  }

  private static Trade trade(long at, long sequence) {
    return new Trade(OPTION, at, at, at, sequence, 1.05, 1, 300, Conditions.NONE, 0);
  }

  private static Bar bar(Instrument instrument, long end) {
    return new Bar(instrument, end - 60_000_000_000L, 60, end, 1, 1, 1, 1, 5, 1);
  }

  @Test
  void eventsOfEqualTimeComeInTheOrderOfWhatTheyTell() {
    List<MarketEvent> expected =
        List.of(
            new Listing(OPTION, AT, AT),
            quote(AT, 9),
            new IndexValue(new Index("SPX"), AT, AT, 6000),
            trade(AT, 1),
            new News("n", AT, AT, "title", "", Double.NaN, List.of(), List.of()),
            new Hole(AT, AT, AT - 5, AT, "reconnected", false),
            new Tick(AT));
    List<MarketEvent> shuffled = new ArrayList<>(expected);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(shuffled.stream().sorted(MarketEvent.ORDER)).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void timeOutranksEverythingElse() {
    assertThat(
            List.of(new Tick(AT), quote(AT + 1, 1), trade(AT - 1, 5)).stream()
                .sorted(MarketEvent.ORDER))
        .containsExactly(trade(AT - 1, 5), new Tick(AT), quote(AT + 1, 1));
  }

  @Test
  void theVendorsSequenceDecidesAmongItsOwn() {
    assertThat(
            List.of(trade(AT, 12), trade(AT, 3), trade(AT, 7)).stream().sorted(MarketEvent.ORDER))
        .containsExactly(trade(AT, 3), trade(AT, 7), trade(AT, 12));
  }

  @Test
  void eventsWithoutASequenceStayAsDelivered() {
    Trade cheap = new Trade(OPTION, AT, AT, AT, MarketEvent.ABSENT, 1, 1, 0, Conditions.NONE, 0);
    Trade dear = new Trade(OPTION, AT, AT, AT, MarketEvent.ABSENT, 2, 1, 0, Conditions.NONE, 0);
    assertThat(List.of(dear, cheap).stream().sorted(MarketEvent.ORDER))
        .containsExactly(dear, cheap);
  }

  @Test
  void aBarHappensAtItsEndBehindTheQuotesThatItClosesWith() {
    assertThat(bar(OPTION, AT).epochNanos()).isEqualTo(AT);
    assertThat(
            List.of(bar(OPTION, AT), bar(SPY, AT), quote(AT, 1)).stream().sorted(MarketEvent.ORDER))
        .containsExactly(quote(AT, 1), bar(SPY, AT), bar(OPTION, AT));
  }

  @Test
  void anOpenInterestIsKnownBeforeTheQuotesOfItsInstant() {
    OpenInterest interest = new OpenInterest(OPTION, AT, AT, 100, LocalDate.of(2025, 12, 18));
    assertThat(interest.rank()).isLessThan(quote(AT, 1).rank());
  }

  @Test
  void whatAVendorGivesWithTheChainHasThePlaceOfItsLike() {
    assertThat(VendorGreeks.unknown(OPTION).rank()).isEqualTo(new Listing(OPTION, AT, AT).rank());
    assertThat(new UnderlyingValue(new Underlying("SPX"), AT, AT, 6000).rank())
        .isEqualTo(new IndexValue(new Index("SPX"), AT, AT, 6000).rank());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OpenInterest(OPTION, AT, AT, -1, LocalDate.EPOCH))
        .withMessage("open interest -1 is below zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bar(SPY, AT, 0, AT, 1, 1, 1, 1, 1, 1))
        .withMessage("a bar of 0 seconds");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void anIndexHasAValueAboveZero(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndexValue(new Index("SPX"), AT, AT, value))
        .withMessage("value " + value + " of I:SPX is not above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnderlyingValue(new Underlying("SPY"), AT, AT, value))
        .withMessage("value " + value + " of SPY is not above zero");
  }

  @Test
  void anArticleKeepsItsListsToItself() {
    List<String> tickers = new ArrayList<>(List.of("SPY"));
    News news = new News("n", AT, AT, "title", "", 0.5, List.of(), tickers);
    tickers.add("QQQ");
    assertThat(news.tickers()).containsExactly("SPY");
  }
}
