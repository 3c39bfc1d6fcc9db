package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.spyglass.config.Secret;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Stock;
import io.spyglass.net.Redaction;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// A vendor that sends the key back wherever it can: nothing that people or log files get to see
/// holds more of it than its last four characters, nor anyone else's.
@Isolated("the log that it reads is everybody's")
class EchoedKeyTest {
  private static final String KEY = Vendor.KEY;
  private static final String HALF = KEY.substring(0, 8);
  private static final String OTHER = "somebody-elses-key";
  private static final LocalDate DATE = LocalDate.of(2025, 12, 19);
  private static final List<String> PATHS =
      List.of(
          "/v3/trades/SPY",
          "/v3/quotes/SPY",
          "/v3/reference/options/contracts",
          "/v3/snapshot/options/SPY",
          "/v2/aggs/ticker/SPY/range/1/minute/2025-12-19/2025-12-19",
          "/v2/reference/news",
          "/v1/open-close/SPY/2025-12-19",
          "/v1/marketstatus/now",
          "/v1/marketstatus/upcoming",
          "/v3/reference/conditions");

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.spyglass");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<String> told = new ArrayList<>();
  private Vendor vendor;

  @BeforeEach
  void listen() throws IOException {
    vendor = new Vendor();
    log.start();
    root.addAppender(log);
    ours.addAppender(log);
    ours.setAdditive(false);
    ours.setLevel(Level.TRACE);
  }

  @AfterEach
  void stop() {
    ours.setLevel(null);
    ours.setAdditive(true);
    ours.detachAppender(log);
    root.detachAppender(log);
    vendor.close();
  }

  private interface Call {
    void make() throws InterruptedException;
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 429, 500, 503})
  void noRefusalAndNoOutageHoldsIt(int status) throws InterruptedException {
    for (String body :
        List.of(
            "{'status':'KEY','error':'Unknown API Key KEY','message':'no KEY'}",
            "{'status':'ERROR','error':'see https://x/?apiKey=OTHER'}",
            "{'status':'ERROR','message':'" + "x".repeat(195) + "KEY'}",
            "{'status':'ERROR','request_id':'KEY'}",
            "<html><a href='https://x/?apiKey=KEY&b'>KEY</a>apiKey=OTHER</html>",
            "KEY",
            "y".repeat(250) + "KEY",
            "'KEY",
            "{'a':KEY}",
            "{'KEY':'KEY','results':[{'KEY':{'KEY':1}",
            "z".repeat(195) + " KEY")) {
      PATHS.forEach(path ->
          vendor.answers(path, status, filled(body), Map.of("Location", KEY, "Retry-After", KEY)));
      askAll();
    }
    assertNothingTold();
    assertThat(told.toString()).contains("****1234", "apiKey=****");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x/v3/again?apiKey=KEY&cursor=a",
        "https://x/v3/again?cursor=a&apikey=KEY",
        "https://KEY:443/v3/again?cursor=KEY",
        "https://me:KEY@x/v3/again?api_key=KEY",
        "KEY",
        "apiKey=KEY",
        "aLongWordInFrontOfItBringsItsMiddleToTheEndOfWhatIsQuoted/aLongWordInFrontOfItBringsItsMidd"
            + "leToTheEndOfWhatIsQuoted/aLongWordInFrontOfItBringsItsMiddleToTheEndOfWhatIsQu/KEY"
      })
  void noLinkToANextPageHoldsIt(String link) throws InterruptedException {
    String body = "{'status':'OK','results':[{'ticker':'T'}],'next_url':'" + link + "'}";
    PATHS.forEach(path -> vendor.answers(path, 200, filled(body), Map.of()));
    vendor.answers("/v3/again", 200, filled(body), Map.of());
    askAll();

    assertNothingTold();
    assertThat(told.toString()).as("what is told of the link").containsAnyOf("broken off", "none:");
    assertThat(vendor.targets()).noneMatch(target -> target.contains("apiKey="));
  }

  @Test
  void noExampleAndNoFieldHoldsIt() throws InterruptedException {
    String row =
        "{'KEY':1,'"
            + "n".repeat(45)
            + "KEY':[{}],'id':'KEY','price':'KEY','size':{'KEY':1},"
            + "'ticker':'?apiKey=OTHER','title':'KEY','details':{'ticker':'KEY','KEY':'KEY'},"
            + "'t':'KEY','s':[],'open_interest':-1}";
    String body = "{'status':'OK','KEY':'KEY','results':[" + row + "]}";
    PATHS.forEach(path -> vendor.answers(path, 200, filled(body), Map.of()));
    askAll();
    Events events = vendor.client.events();
    Stock stock = new Stock("SPY");
    rows(vendor.client.trades("SPY", 1, 2)).forEach(each -> events.trade(stock, each, 0));
    rows(vendor.client.news(Query.all())).forEach(each -> events.news(each, 0));
    rows(vendor.client.contracts(Query.all())).forEach(each -> events.listing(each, 0, 0));
    rows(vendor.client.chain("SPY", Query.all()))
        .forEach(each -> events.openInterest(each, DATE, 0, 0));

    assertNothingTold();
    assertThat(vendor.client.unknownFields()).contains("TradeRow.****1234");
    assertThat(vendor.rejects.tallies().toString()).contains("id=****1234", "title=****1234");
  }

  @Test
  void noExampleOfAFrameHoldsIt() {
    Decoder decoder = new Decoder(new Silent(), vendor.rejects, Redaction.of(new Secret(KEY)));
    for (String frame :
        List.of(
            "KEY",
            "[{'ev':'T','sym':'KEY','p':1,'s':1,'t':1761313501123}]",
            "[{'ev':'T','i':'KEY','url':'?apiKey=OTHER'}]",
            "[{'ev':'T','sym':'SPY','i':'" + "x".repeat(160) + "KEY','p':1,'s':1,'t':5}]")) {
      byte[] bytes = filled(frame).getBytes(US_ASCII);
      decoder.decode(bytes, 0, bytes.length, 0);
    }
    assertNothingTold();
    assertThat(vendor.rejects.tallies().toString()).contains("****1234", "apiKey=****");
  }

  @Test
  void whatIsNoHttpDoesNotHoldIt() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      Thread answering = Thread.ofVirtual().start(() -> answerRudely(rude));
      try (Client client =
          vendor.client(
              URI.create("http://127.0.0.1:" + rude.getLocalPort()),
              Optional.of(new Secret(KEY)))) {
        told(client::marketStatus);
      }
      answering.join();
    }
    assertNothingTold();
    assertThat(told.toString()).contains("****1234");
  }

  private static void answerRudely(ServerSocket rude) {
    for (int tries = 0; tries < 3; tries++) {
      try (Socket socket = rude.accept()) {
        int first = socket.getInputStream().read();
        socket.getOutputStream().write(("HTTP/1.1 " + KEY + first + "\r\n\r\n").getBytes(US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String filled(String text) {
    return text.replace('\'', '"').replace("KEY", KEY).replace("OTHER", OTHER);
  }

  private void askAll() throws InterruptedException {
    Client client = vendor.client;
    told(() -> rows(client.trades("SPY", 1, 2)));
    told(() -> rows(client.quotes("SPY", 1, 2)));
    told(() -> rows(client.contracts(Query.all())));
    told(() -> rows(client.chain("SPY", Query.all())));
    told(() -> rows(client.bars("SPY", BarLength.MINUTE, DATE, DATE)));
    told(() -> rows(client.news(Query.all())));
    told(() -> client.openClose("SPY", DATE));
    told(client::marketStatus);
    told(client::holidays);
    told(() -> client.document("/v3/trades/SPY", Query.all()));
    told(() -> ConditionTable.from(client, vendor.rejects));
  }

  private static <R> List<R> rows(Pages<R> pages) throws InterruptedException {
    return pages.all();
  }

  private void told(Call call) throws InterruptedException {
    try {
      call.make();
    } catch (Refusal | Outage e) {
      StringWriter whole = new StringWriter();
      e.printStackTrace(new PrintWriter(whole));
      told.add(whole.toString());
    }
  }

  private void assertNothingTold() {
    told.add(vendor.rejects.tallies().toString());
    told.addAll(vendor.client.unknownFields());
    log.list.forEach(each -> told.add(each.getFormattedMessage() + each.getThrowableProxy()));
    assertThat(told).noneMatch(text -> text.contains(HALF)).noneMatch(text -> text.contains(OTHER));
  }

  private static final class Silent implements Decoder.Sink {
    @Override
    public void event(MarketEvent event) {}

    @Override
    public void status(String status, String message) {}
  }
}
