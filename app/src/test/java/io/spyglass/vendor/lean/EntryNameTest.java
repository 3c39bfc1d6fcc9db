package io.spyglass.vendor.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.Index;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Stock;
import io.spyglass.vendor.lean.EntryName.Content;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNameTest {
  @Test
  void anOptionsNameTellsItsContract() {
    EntryName name =
        EntryName.parse(
            "20210104_spxw_minute_quote_european_call_37000000_20210106.csv",
            SecurityType.INDEX_OPTION);

    assertThat(name)
        .isEqualTo(
            new EntryName(
                SecurityType.INDEX_OPTION,
                OptionContract.parse("SPXW210106C03700000"),
                LocalDate.of(2021, 1, 4),
                60,
                Content.QUOTE));
  }

  @Test
  void withoutAFolderTheNameAndTheSymbolTellTheKind() {
    assertThat(EntryName.parse("20210104_spx_minute_trade.csv", null).instrument())
        .isEqualTo(new Index("SPX"));
    assertThat(EntryName.parse("20131008_spy_second_quote.csv", null))
        .isEqualTo(
            new EntryName(
                SecurityType.EQUITY,
                new Stock("SPY"),
                LocalDate.of(2013, 10, 8),
                1,
                Content.QUOTE));
    assertThat(
            EntryName.parse("20230803_spy_minute_trade_american_put_4305000_20230901.csv", null)
                .instrument())
        .isEqualTo(OptionContract.parse("SPY230901P00430500"));
  }

  @ParameterizedTest
  @CsvSource({
    "readme.txt, DATE_SYMBOL",
    "20210104_spx_minute_trade.txt, DATE_SYMBOL",
    "20211304_spx_minute_trade.csv, no date",
    "20210104_spx_hour_trade.csv, resolution 'hour'",
    "20210104_spx_minute_imbalance.csv, content 'imbalance'",
    "20210104_spx_minute_openinterest.csv, options only",
    "20210104_spxw_minute_quote_european_call_37000001_20210106.csv, strike 37000001",
    "20210104_spxw_minute_quote_european_call_370000010000000_20210106.csv, strike",
    "20210104_spxw_minute_quote_european_call_37000000_20210199.csv, no date"
  })
  void anUnknownNameIsRefusedWithWhatDoesNotFit(String name, String reason) {
    assertThatThrownBy(() -> EntryName.parse(name, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aNameThatContradictsItsFolderIsRefused() {
    assertThatThrownBy(
            () -> EntryName.parse("20210104_spxw_minute_trade.csv", SecurityType.INDEX_OPTION))
        .hasMessageContaining("folder");
  }
}
