package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import io.spyglass.net.Redaction;
import io.spyglass.session.Rejects;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
  private static final OptionContract OPTION = OptionContract.parse("O:SPXW251219C06000000");
  private static final long SIP = 1_761_313_501_123_900_123L;
  private static final LocalDate DATE = LocalDate.of(2025, 10, 23);

  private final Rejects rejects = new Rejects();
  private final Events events = new Events(rejects);
  private final Body body = new Body(new Notes(rejects, Redaction.byPlace()));

  private <R extends Record> R row(Class<R> type, String json) throws BadBody {
    return body.one(type, json.replace('\'', '"').getBytes(UTF_8));
  }

  @Test
  void aRowOfTheTapeIsATrade() throws BadBody {
    TradeRow row =
        row(
            TradeRow.class,
            "{'conditions':[209],'exchange':302,'participant_timestamp':1761313501123456789,"
                + "'price':41.6,'sequence_number':635259717,'sip_timestamp':1761313501123900123,"
                + "'size':3,'decimal_size':'2.5'}");
    assertThat(events.trade(OPTION, row, 7))
        .isEqualTo(
            new Trade(
                OPTION,
                SIP,
                7,
                1_761_313_501_123_456_789L,
                635_259_717,
                41.6,
                2.5,
                302,
                Conditions.of(209),
                MarketEvent.ABSENT));
  }

  @Test
  void aBareRowOfTheTapeIsATradeToo() throws BadBody {
    TradeRow row =
        row(TradeRow.class, "{'price':0,'size':1,'sequence_number':0,'sip_timestamp':" + SIP + "}");
    assertThat(events.trade(OPTION, row, MarketEvent.ABSENT))
        .isEqualTo(new Trade(OPTION, SIP, SIP, -1, -1, 0, 1, 0, Conditions.NONE, -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'size':1,'sip_timestamp':1761313501123900123}",
        "{'price':1,'sip_timestamp':1761313501123900123}",
        "{'price':1,'size':0,'sip_timestamp':1761313501123900123}",
        "{'price':-1,'size':1,'sip_timestamp':1761313501123900123}",
        "{'price':1,'size':1}",
        "{'price':1,'size':1,'sip_timestamp':1761313501123}"
      })
  void aTradeThatCannotBeIsCounted(String json) throws BadBody {
    assertThat(events.trade(OPTION, row(TradeRow.class, json), 7)).isNull();
    assertThat(rejects.tallies()).containsOnlyKeys("a trade without price, size or time");
  }

  @Test
  void aSideWithoutPriceAndSizeIsNoSide() throws BadBody {
    QuoteRow row =
        row(
            QuoteRow.class,
            "{'bid_price':0,'bid_size':0,'ask_price':0,'ask_size':0,'sip_timestamp':" + SIP + "}");
    assertThat(events.quote(OPTION, row, 7))
        .isEqualTo(new Quote(OPTION, SIP, 7, -1, 0, Double.NaN, 0, 0));
    assertThat(events.quote(new Stock("SPY"), row, 7))
        .isEqualTo(new Quote(new Stock("SPY"), SIP, 7, -1, Double.NaN, Double.NaN, 0, 0));
  }

  @Test
  void theLastTradeAndQuoteBecomeEventsToo() throws BadBody {
    LastTrade trade =
        row(
            LastTrade.class,
            "{'c':[219],'p':41.6,'q':7,'s':3,'x':302,'y':" + SIP + ",'t':" + SIP + "}");
    assertThat(events.trade(OPTION, trade.row(), 9))
        .isEqualTo(new Trade(OPTION, SIP, 9, SIP, 7, 41.6, 3, 302, Conditions.of(219), -1));
    LastQuote quote = row(LastQuote.class, "{'p':1,'P':2,'s':3,'S':4,'q':7,'t':" + SIP + "}");
    assertThat(events.quote(OPTION, quote.row(), 9))
        .isEqualTo(new Quote(OPTION, SIP, 9, 7, 1, 2, 3, 4));
    Snapshot.LastBook book =
        row(
            Snapshot.LastBook.class,
            "{'bid':1,'ask':2,'bid_size':3,'ask_size':4,'last_updated':" + SIP + "}");
    assertThat(events.quote(OPTION, book.row(), 9))
        .isEqualTo(new Quote(OPTION, SIP, 9, -1, 1, 2, 3, 4));
  }

  @Test
  void aBarEndsWhereItsLengthSays() throws BadBody {
    BarRow row =
        row(BarRow.class, "{'t':1761312600000,'o':1,'h':3,'l':1,'c':2,'v':7.09e2,'vw':1.5}");
    assertThat(events.bar(OPTION, row, BarLength.MINUTE, MarketEvent.ABSENT))
        .isEqualTo(
            new Bar(
                OPTION,
                1_761_312_600_000_000_000L,
                60,
                1_761_312_660_000_000_000L,
                1,
                3,
                1,
                2,
                709,
                1.5));
    assertThat(events.bar(OPTION, row(BarRow.class, "{'t':1,'o':1}"), BarLength.DAY, 7)).isNull();
    assertThat(rejects.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-24T18:33:53Z, 1719254033000000000",
    "2022-05-10T22:30:37.546Z, 1652221837546000000",
    "2022-05-10T22:30:37-08:00, 1652250637000000000",
    "2022-05-10T22:30:37.546-0800, 1652250637546000000"
  })
  void newsHappensWhenItIsPublished(String published, long nanos) throws BadBody {
    Article article =
        row(Article.class, "{'id':'a','title':'t','published_utc':'" + published + "'}");
    assertThat(events.news(article, 7).epochNanos()).isEqualTo(nanos);
  }

  @Test
  void sentimentIsTheMeanOfWhatIsSaid() throws BadBody {
    String head = "{'id':'a','published_utc':'2024-06-24T18:33:53Z','insights':[";
    assertThat(sentiment(head + "{'sentiment':'positive'},{'sentiment':'neutral'}]}"))
        .isEqualTo(0.5);
    assertThat(sentiment(head + "{'sentiment':'negative'},{'sentiment':'odd'}]}")).isEqualTo(-1);
    assertThat(sentiment(head + "{'ticker':'SPY'}]}")).isNaN();
    assertThat(sentiment("{'id':'a','published_utc':'2024-06-24T18:33:53Z'}")).isNaN();
  }

  private double sentiment(String json) throws BadBody {
    return events.news(row(Article.class, json), 7).sentiment();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'a'}", "{'id':'a','published_utc':'soon'}", "{}"})
  void newsWithoutIdOrTimeIsCounted(String json) throws BadBody {
    assertThat(events.news(row(Article.class, json), 7)).isNull();
    assertThat(rejects.tallies()).containsOnlyKeys("news without id or time");
  }

  @Test
  void contractsAreListedUnderTheirTickers() throws BadBody {
    ContractRow row = row(ContractRow.class, "{'ticker':'O:SPXW251219C06000000'}");
    assertThat(events.listing(row, SIP, 7)).isEqualTo(new Listing(OPTION, SIP, 7));
    assertThat(events.listing(row(ContractRow.class, "{'ticker':'SPY'}"), SIP, 7)).isNull();
    assertThat(rejects.count()).isEqualTo(1);
  }

  @Test
  void openInterestIsOfTheDayBefore() throws BadBody {
    String details = "'details':{'ticker':'O:SPXW251219C06000000'}";
    Snapshot known = row(Snapshot.class, "{'open_interest':4501," + details + "}");
    assertThat(events.openInterest(known, DATE, SIP, 7))
        .isEqualTo(new OpenInterest(OPTION, SIP, 7, 4501, DATE));
    Snapshot bare = row(Snapshot.class, "{" + details + "}");
    assertThat(events.openInterest(bare, DATE, SIP, 7)).isNull();
    assertThat(rejects.tallies()).isEmpty();
  }

  @Test
  void anIndexHasAValueOrAnError() throws BadBody {
    Snapshot index =
        row(Snapshot.class, "{'ticker':'I:SPX','value':6000.9,'last_updated':" + SIP + "}");
    assertThat(events.indexValue(index, 7))
        .isEqualTo(new IndexValue(new Index("SPX"), SIP, 7, 6000.9));
    Snapshot refused = row(Snapshot.class, "{'ticker':'I:SPX','error':'NOT_ENTITLED'}");
    assertThat(events.indexValue(refused, 7)).isNull();
    assertThat(rejects.tallies()).isEmpty();
    assertThat(events.indexValue(row(Snapshot.class, "{'ticker':'I:SPX'}"), 7)).isNull();
    assertThat(rejects.count()).isEqualTo(1);
  }

  @Test
  void aSnapshotHasTheVendorsGreeksOrNone() throws BadBody {
    String details = "'details':{'ticker':'O:SPXW251219C06000000'}";
    Snapshot whole =
        row(
            Snapshot.class,
            "{"
                + details
                + ",'implied_volatility':0.12,"
                + "'greeks':{'delta':0.5,'gamma':0.004,'theta':-5.9,'vega':2.3}}");
    assertThat(events.vendorGreeks(whole, 5, 7))
        .isEqualTo(new VendorGreeks(OPTION, 5, 7, 0.12, 0.5, 0.004, -5.9, 2.3));
    double none = Double.NaN;
    Snapshot volatility = row(Snapshot.class, "{" + details + ",'implied_volatility':0.12}");
    assertThat(events.vendorGreeks(volatility, 5, 7))
        .isEqualTo(new VendorGreeks(OPTION, 5, 7, 0.12, none, none, none, none));
    assertThat(events.vendorGreeks(row(Snapshot.class, "{" + details + ",'greeks':{}}"), 5, 7))
        .isNull();
    assertThat(rejects.tallies()).isEmpty();
  }

  @Test
  void aSnapshotHasTheValueOfItsUnderlyingOrNone() throws BadBody {
    Underlying spx = new Underlying("SPX");
    Snapshot index =
        row(
            Snapshot.class,
            "{'underlying_asset':{'ticker':'I:SPX','value':6000.9,'last_updated':" + SIP + "}}");
    assertThat(events.underlyingValue(spx, index, 5, 7))
        .isEqualTo(new UnderlyingValue(spx, SIP, 7, 6000.9));
    Snapshot stock = row(Snapshot.class, "{'underlying_asset':{'ticker':'SPY','price':600.9}}");
    assertThat(events.underlyingValue(spx, stock, 5, 7))
        .isEqualTo(new UnderlyingValue(spx, 5, 7, 600.9));
    Snapshot unknown = row(Snapshot.class, "{'underlying_asset':{'ticker':'SPY'}}");
    assertThat(events.underlyingValue(spx, unknown, 5, 7)).isNull();
    assertThat(events.underlyingValue(spx, row(Snapshot.class, "{}"), 5, 7)).isNull();
  }
}
