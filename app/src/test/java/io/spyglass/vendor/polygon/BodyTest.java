package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.MarketEvent;
import io.spyglass.net.Redaction;
import io.spyglass.session.Rejects;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  private static final long NANOS = 1_789_174_023_261_703_201L;

  private final Rejects rejects = new Rejects();
  private final Notes notes = new Notes(rejects, Redaction.byPlace());
  private final Body body = new Body(notes);

  private TradeRow trade(String json) throws BadBody {
    return body.one(TradeRow.class, json.getBytes(UTF_8));
  }

  @Test
  void nanosecondsAreExactToTheLastDigit() throws BadBody {
    assertThat((long) (double) NANOS).as("a double has no room for it").isNotEqualTo(NANOS);
    assertThat(trade("{\"sip_timestamp\":" + NANOS + "}").sipTimestamp()).isEqualTo(NANOS);
    assertThat(trade("{\"sip_timestamp\":\"" + NANOS + "\"}").sipTimestamp()).isEqualTo(NANOS);
    assertThat(trade("{\"sip_timestamp\":1.789174023261703201e+18}").sipTimestamp())
        .isEqualTo(NANOS);
    assertThat(trade("{\"sip_timestamp\":1789174023261703201.0}").sipTimestamp()).isEqualTo(NANOS);
  }

  @ParameterizedTest
  @CsvSource({
    "1.012e+06, 1012000",
    "7.09E7, 70900000",
    "\"1.012021e+06\", 1012021",
    "3.0, 3",
    "2.5, 3",
    "\" 12 \", 12",
    "-0, 0",
    "1e-400, 0"
  })
  void wholeNumbersComeInEverySpelling(String spelled, long meant) throws BadBody {
    assertThat(trade("{\"sequence_number\":" + spelled + "}").sequenceNumber()).isEqualTo(meant);
    assertThat(rejects.tallies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e19", "99999999999999999999", "1e999999999", "\"1e99999999999\""})
  void aWholeNumberThatHasNoRoomIsMissingAndCounted(String spelled) throws BadBody {
    assertThat(trade("{\"sequence_number\":" + spelled + "}").sequenceNumber())
        .isEqualTo(MarketEvent.ABSENT);
    assertThat(rejects.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abc\"", "\"\"", "\"NaN\"", "\"0x1p3\"", "{}", "[1]", "true", "1e400"})
  void aFieldOfTheWrongKindIsMissingAndCounted(String found) throws BadBody {
    TradeRow row = trade("{\"price\":" + found + ",\"size\":2}");
    assertThat(row.price()).isNaN();
    assertThat(row.size()).as("what stands behind it").isEqualTo(2);
    assertThat(rejects.tallies().get("a field of the wrong kind").firstExample())
        .isEqualTo("TradeRow.price");
  }

  @Test
  void theExactTwinOfASizeWins() throws BadBody {
    assertThat(trade("{\"size\":1,\"decimal_size\":\"0.75\"}").exactSize()).isEqualTo(0.75);
    assertThat(trade("{\"size\":0.5}").exactSize()).isEqualTo(0.5);
    BarRow bar = body.one(BarRow.class, "{\"v\":3,\"dv\":\"2.5\"}".getBytes(UTF_8));
    assertThat(bar.exactVolume()).isEqualTo(2.5);
  }

  @Test
  void whatIsMissingOrNullIsMissing() throws BadBody {
    TradeRow row = trade("{\"price\":null,\"conditions\":null,\"id\":null,\"correction\":null}");
    assertThat(row).isEqualTo(trade("{}"));
    assertThat(row.price()).isNaN();
    assertThat(row.conditions()).isEmpty();
    assertThat(row.id()).isNull();
    assertThat(row.correction()).isEqualTo(MarketEvent.ABSENT);
  }

  @Test
  void aSnapshotWithoutGreeksQuoteAndUnderlyingIsStillOne() throws BadBody {
    Snapshot bare = body.one(Snapshot.class, "{\"greeks\":{},\"last_quote\":null}".getBytes(UTF_8));
    assertThat(bare.greeks()).isEqualTo(new Snapshot.Greeks(NAN, NAN, NAN, NAN));
    assertThat(bare.lastQuote()).isNull();
    assertThat(bare.underlyingAsset()).isNull();
    assertThat(bare.openInterest()).isNaN();
  }

  private static final double NAN = Double.NaN;

  @Test
  void theSpotOfAnOptionIsAPriceOrAValue() throws BadBody {
    byte[] stock = "{\"underlying_asset\":{\"price\":601.5}}".getBytes(UTF_8);
    byte[] index = "{\"underlying_asset\":{\"value\":6000.9}}".getBytes(UTF_8);
    assertThat(body.one(Snapshot.class, stock).underlyingAsset().spot()).isEqualTo(601.5);
    assertThat(body.one(Snapshot.class, index).underlyingAsset().spot()).isEqualTo(6000.9);
  }

  @Test
  void aPageWithoutResultsHasNone() throws BadBody {
    Page<BarRow> page =
        body.page(BarRow.class, "{\"status\":\"OK\",\"queryCount\":0}".getBytes(UTF_8));
    assertThat(page.results()).isEmpty();
    assertThat(page.envelope().nextUrl()).isNull();
    assertThat(page.envelope().refusal()).isNull();
  }

  @Test
  void fieldsThatNothingHoldsAreRememberedOnce() throws BadBody {
    assertThat(trade("{\"colour\":{\"a\":[1,{}]},\"colour\":1,\"price\":3}").price()).isEqualTo(3);
    assertThat(notes.unknown()).containsExactly("TradeRow.colour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<html>busy</html>", "[]", "7", "{\"a\":1", "{}{}", "null"})
  void whatIsNoObjectFromEndToEndIsRefused(String text) {
    assertThatThrownBy(() -> body.page(TradeRow.class, text.getBytes(UTF_8)))
        .isInstanceOf(BadBody.class);
  }

  @Test
  void aPageOfMoreRowsThanTheVendorsIsRefusedWhole() throws BadBody {
    String most = "{\"results\":[" + "{},".repeat(Body.MOST_ROWS - 1) + "{}";
    assertThat(body.page(TradeRow.class, (most + "]}").getBytes(UTF_8)).results())
        .hasSize(Body.MOST_ROWS);
    assertThatThrownBy(() -> body.page(TradeRow.class, (most + ",{}]}").getBytes(UTF_8)))
        .isInstanceOf(BadBody.class)
        .hasMessage("too much JSON: more than 100000 rows");
  }

  @Test
  void theLongestPageOfTheWidestRowsIsRead() throws BadBody {
    String quote =
        "{\"ask_exchange\":11,\"ask_price\":6.1,\"ask_size\":3,\"bid_exchange\":11,\"bid_price\":6,"
            + "\"bid_size\":2,\"conditions\":[1,2],\"indicators\":[601,604],"
            + "\"participant_timestamp\":1789174023261703201,\"sequence_number\":7,"
            + "\"sip_timestamp\":1789174023261703201,\"tape\":1,\"trf_timestamp\":1}";
    String page = "{\"results\":[" + (quote + ",").repeat(49_999) + quote + "]}";
    assertThat(body.page(QuoteRow.class, page.getBytes(UTF_8)).results()).hasSize(50_000);
  }

  @Test
  void aDocumentKeepsEveryNumberExact() throws BadBody {
    Document document =
        body.document("{\"a\":[1.10,123456789012345678901234567890,null,\"x\"]}".getBytes(UTF_8));
    assertThat(document.get("a").at(0).value()).isEqualTo(new BigDecimal("1.10"));
    assertThat(document.get("a").at(1).value())
        .isEqualTo(new BigDecimal("123456789012345678901234567890"));
    assertThat(document.get("a").size()).isEqualTo(4);
    assertThat(document.get("a").at(3).text()).isEqualTo("x");
    assertThat(document.get("b").at(7).number()).isNaN();
  }
}
