package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import io.javalin.websocket.WsConfig;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.StreamingSettings;
import io.spyglass.config.VendorSettings;
import io.spyglass.model.MarketEvent;
import io.spyglass.net.RateLimiter;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.StreamStatus.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The stream against vendors that say odd things, or nothing, on a real socket.
@Timeout(120)
@Isolated("the log that it reads is everybody's")
class StreamLineTest {
  private static final String KEY = "a-\"quoted\"-secret-key-1234";
  private static final String CHANNEL = "T.O:SPXW261120C06600000";
  private static final StreamingSettings QUICK =
      new StreamingSettings(
          Duration.ofMillis(700),
          Duration.ofMillis(300),
          Duration.ofMillis(600),
          Duration.ofSeconds(1),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofMillis(50),
          Duration.ofMillis(50));

  /// A place where it is always noon and the market trades.
  private static final class Noon implements StreamHost {
    final BlockingQueue<MarketEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void event(MarketEvent event) {
      events.add(event);
    }

    @Override
    public long epochNanos() {
      return 1_795_194_000_000_000_000L;
    }

    @Override
    public boolean isTrading(long epochNanos) {
      return true;
    }
  }

  private final Noon noon = new Noon();

  /// Streams from a port until the status is as wanted.
  private StreamStatus until(int port, Predicate<StreamStatus> wanted) throws Exception {
    VendorSettings.Polygon vendor =
        new VendorSettings.Polygon(
            Optional.of(new Secret(KEY)),
            URI.create("http://127.0.0.1:" + port),
            URI.create("ws://127.0.0.1:" + port),
            60_000);
    RetryProfile once = new RetryProfile(1, Duration.ZERO, Duration.ZERO, 1, false, List.of());
    try (Client client = Client.open(vendor, once, new RateLimiter(60_000), new Rejects());
        Stream stream = new Stream(vendor, Cluster.OPTIONS, QUICK, client, noon)) {
      stream.want(Set.of(CHANNEL));
      stream.start();
      while (!wanted.test(stream.status())) {
        MarketEvent _ = noon.events.poll(10, TimeUnit.MILLISECONDS);
      }
      return stream.status();
    }
  }

  private StreamStatus until(Consumer<WsConfig> vendor, Predicate<StreamStatus> wanted)
      throws Exception {
    Javalin javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.ws("/options", vendor);
        });
    try {
      javalin.start("127.0.0.1", 0);
      return until(javalin.port(), wanted);
    } finally {
      javalin.stop();
    }
  }

  private static String status(String status, String message) {
    return JsonMapper.shared().writeValueAsString(List.of(new Said("status", status, message)));
  }

  private record Said(String ev, String status, String message) {}

  /// Greets, and answers the key with a status.
  private static void greet(WsConfig socket, String status, String message) {
    socket.onConnect(context -> context.send(status("connected", "Connected Successfully")));
    socket.onMessage(context -> {
      if (context.message().contains("\"auth\"")) {
        context.send(status(status, message));
      }
    });
  }

  @Test
  void aHostThatAnswersNothingIsGivenUp() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      StreamStatus status = until(mute.getLocalPort(), each -> each.losses() >= 2);

      assertThat(status.detail()).contains("no greeting came");
    }
  }

  @Test
  void aHostThatNobodyIsAtIsTriedAgain() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    StreamStatus status = until(port, each -> each.losses() >= 3);

    assertThat(status.detail()).contains("no connection: ConnectException");
  }

  @Test
  void aKeyThatIsNotAnsweredIsGivenUp() throws Exception {
    StreamStatus status =
        until(
            socket -> socket.onConnect(context -> context.send(status("connected", "Hello"))),
            each -> each.losses() > 0 && each.detail().contains("the key was not answered"));

    assertThat(status.events()).isZero();
  }

  @Test
  void theKeyIsSentAsItIs() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    StreamStatus _ =
        until(
            socket -> {
              socket.onConnect(context -> context.send(status("connected", "Hello")));
              socket.onMessage(context -> heard.add(context.message()));
            },
            _ -> !heard.isEmpty());

    assertThat(JsonMapper.shared().readTree(heard.remove()).path("params").asString())
        .isEqualTo(KEY);
  }

  @Test
  void whatTheVendorEchoesShowsNoKey() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger("io.spyglass");
    log.start();
    logger.addAppender(log);
    try {
      StreamStatus refused =
          until(
              socket -> greet(socket, "auth_failed", "bad key " + KEY),
              each -> each.state() == State.REFUSED);
      StreamStatus closed =
          until(
              socket ->
                  socket.onConnect(context -> {
                    context.send("[{\"ev\":\"T\",\"sym\":\"" + KEY.replace("\"", "") + "\"}]");
                    context.closeSession(4000, "no " + KEY);
                  }),
              each -> each.losses() >= 1 && !each.detail().isEmpty());

      assertThat(refused.detail()).contains("bad key ****1234");
      assertThat(closed.detail()).contains("the vendor closed with 4000").doesNotContain(KEY);
      assertThat(closed.rejected()).isNotEmpty();
      assertThat(log.list).isNotEmpty().noneMatch(each -> each.getFormattedMessage().contains(KEY));
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void whereNothingEverComesSilenceIsBorneLonger() throws Exception {
    BlockingQueue<String> details = new LinkedBlockingQueue<>();
    StreamStatus _ =
        until(
            socket -> {
              socket.onConnect(context -> context.send(status("connected", "Hello")));
              socket.onMessage(context ->
                  context.send(
                      context.message().contains("\"auth\"")
                          ? status("auth_success", "authenticated")
                          : status("success", "subscribed to: " + CHANNEL)));
            },
            each -> {
              details.add(each.detail());
              return each.detail().contains("nothing came for 4 s");
            });

    assertThat(details)
        .anyMatch(each -> each.contains("nothing came for 1 s"))
        .anyMatch(each -> each.contains("nothing came for 2 s"));
  }

  @Test
  void anEventWithoutAnAcknowledgementAcknowledges() throws Exception {
    StreamStatus status =
        until(
            socket -> {
              socket.onConnect(context -> context.send(status("connected", "Hello")));
              socket.onMessage(context ->
                  context.send(
                      context.message().contains("\"auth\"")
                          ? status("auth_success", "authenticated")
                          : "[{\"ev\":\"T\",\"sym\":\"O:SPXW261120C06600000\",\"p\":1,\"s\":1,"
                              + "\"t\":1795194000000,\"q\":1}]"));
            },
            each -> each.state() == State.STREAMING);

    assertThat(status.silentChannels()).isEmpty();
    assertThat(status.losses()).isZero();
  }
}
