package io.spyglass.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spyglass.config.RetryProfile;
import io.spyglass.session.Outage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {
  private static final String KEY = "a-long-secret-key-1234";
  private static final RetryProfile PROFILE =
      new RetryProfile(
          4, Duration.ofSeconds(1), Duration.ofSeconds(3), 2, false, List.of("429", "5xx"));

  private final VirtualTime time = new VirtualTime();
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  private interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          try (exchange) {
            replies.remove().to(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anAnswerIsHandedOver() throws InterruptedException {
    replies.add(plain(200, "{\"status\":\"OK\"}"));

    Answer answer = get();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"OK\"}");
    assertThat(seen).containsExactly("Bearer " + KEY);
  }

  @Test
  void aCompressedAnswerIsInflated() throws InterruptedException {
    replies.add(gzip("a".repeat(100_000).getBytes(UTF_8)));

    assertThat(get().body()).hasSize(100_000);
  }

  @Test
  void failuresAreTriedAgainEachTimeLater() throws InterruptedException {
    replies.add(plain(500, "<html>oops</html>"));
    replies.add(plain(429, ""));
    replies.add(plain(502, ""));
    replies.add(plain(200, "done"));

    assertThat(get().text()).isEqualTo("done");
    assertThat(slept()).isEqualTo(Duration.ofSeconds(1 + 2 + 3));
  }

  @Test
  void aConnectionThatIsCutIsTriedAgain() throws InterruptedException {
    replies.add(HttpExchange::close);
    replies.add(plain(200, "done"));

    assertThat(get().text()).isEqualTo("done");
  }

  @Test
  void aVendorThatSaysHowLongToWaitIsObeyed() throws InterruptedException {
    replies.add(exchange -> {
      exchange.getResponseHeaders().add("Retry-After", "17");
      exchange.sendResponseHeaders(429, -1);
    });
    replies.add(plain(200, "done"));

    assertThat(get().text()).isEqualTo("done");
    assertThat(slept()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void aDateFarAheadHoldsNobodyBackForHours() {
    for (int i = 0; i < 4; i++) {
      replies.add(exchange -> {
        exchange.getResponseHeaders().add("Retry-After", "Thu, 21 Nov 2999 20:00:00 GMT");
        exchange.sendResponseHeaders(429, -1);
      });
    }
    assertThatThrownBy(this::get)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("status 429 (Retry-After: Thu, 21 Nov 2999 20:00:00 GMT)");
    assertThat(slept()).isEqualTo(RateLimiter.LONGEST_PAUSE.multipliedBy(3));
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() throws InterruptedException {
    for (int status : List.of(400, 401, 403, 404, 302)) {
      replies.add(plain(status, "no"));
      assertThat(get().status()).isEqualTo(status);
    }
    assertThat(slept()).isZero();
  }

  @Test
  void anOutageNamesTheRequestWithoutTheKey() {
    for (int i = 0; i < 4; i++) {
      replies.add(plain(503, "busy, said " + KEY));
    }
    assertThatThrownBy(this::get)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("GET " + uri())
        .hasMessageContaining("failed 4 times")
        .hasMessageContaining("status 503: busy, said ****")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void aHostThatIsNotThereIsAnOutage() {
    server.stop(0);
    assertThatThrownBy(this::get)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("no answer")
        .hasMessageContaining("check host");
  }

  @Test
  void anAnswerThatStopsHalfWayIsGivenUp() {
    CountDownLatch end = new CountDownLatch(1);
    replies.add(exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
      await(end);
    });
    try (Http http = http(Duration.ofMillis(300))) {
      assertThatThrownBy(() -> once(http))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("nothing whole came");
    } finally {
      end.countDown();
    }
  }

  @Test
  void anAnswerThatInflatesWithoutEndIsGivenUp() {
    for (int i = 0; i < 4; i++) {
      replies.add(gzip(new byte[80 << 20]));
    }
    assertThatThrownBy(this::get)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("an answer of more than");
  }

  @Test
  void aKeyThatCannotBeSentIsNotQuoted() {
    try (Http http = http(Duration.ofSeconds(30))) {
      assertThatThrownBy(() -> http.get(uri(), Map.of("Authorization", "Bearer \u200b" + KEY)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("check the key")
          .hasMessageNotContaining(KEY);
    }
  }

  @Test
  void whatWasAskedIsCounted() throws InterruptedException {
    replies.add(plain(429, ""));
    replies.add(plain(200, "done"));
    try (Http http = http(Duration.ofSeconds(30))) {
      assertThat(http.get(uri(), Map.of()).text()).isEqualTo("done");
      assertThat(http.counts()).isEqualTo(new Http.Counts(2, 1, 1));
    }
  }

  private void once(Http http) throws InterruptedException {
    assertThat(http.get(uri(), Map.of()).status()).isEqualTo(200);
  }

  private Answer get() throws InterruptedException {
    try (Http http = http(Duration.ofSeconds(30))) {
      return http.get(uri(), Map.of("Authorization", "Bearer " + KEY));
    }
  }

  private Http http(Duration patience) {
    Redaction redaction = Redaction.of(Map.of(KEY, "****"));
    RetryProfile profile =
        patience.toSeconds() > 1
            ? PROFILE
            : new RetryProfile(1, Duration.ZERO, Duration.ZERO, 1, false, List.of());
    return new Http(new RateLimiter(60_000, time), profile, redaction, time, patience);
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v3/trades");
  }

  private Duration slept() {
    return Duration.ofNanos(time.nanoTime() - VirtualTime.ORIGIN);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Reply plain(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  private static Reply gzip(byte[] body) {
    return exchange -> {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(body);
      }
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, packed.size());
      packed.writeTo(exchange.getResponseBody());
    };
  }
}
