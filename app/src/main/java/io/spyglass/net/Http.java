package io.spyglass.net;

import io.spyglass.config.RetryProfile;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Requests with manners: no more than a limiter lets go, tried again as a profile says, bounded in
/// time and size, and without secrets in what is said about them.
///
/// An answer may be late (30 s) and as large as 64 MiB, compressed or not. A redirection is not
/// followed: it is an answer like another. Thread-safe; waits are interruptible.
public final class Http implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int LARGEST = 64 << 20;
  private static final int QUOTED = 200;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final RateLimiter limiter;
  private final RetryProfile profile;
  private final Redaction redaction;
  private final SteadyTime time;
  private final Duration patience;
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder throttled = new LongAdder();

  /// @param limiter of the key that the requests carry
  /// @param redaction knows that key
  public Http(RateLimiter limiter, RetryProfile profile, Redaction redaction) {
    this(limiter, profile, redaction, SteadyTime.SYSTEM, ANSWER);
  }

  Http(
      RateLimiter limiter,
      RetryProfile profile,
      Redaction redaction,
      SteadyTime time,
      Duration patience) {
    this.limiter = limiter;
    this.profile = profile;
    this.redaction = redaction;
    this.time = time;
    this.patience = patience;
  }

  /// What was asked so far.
  ///
  /// @param requests sent, retries included
  /// @param retries of them
  /// @param throttled answers of status 429
  public record Counts(long requests, long retries, long throttled) {}

  /// The answer to a GET: of any status that the profile does not try again.
  ///
  /// @throws Outage once every try failed or was answered with a status to try again
  /// @throws InterruptedException while waiting
  public Answer get(URI uri, Map<String, String> headers) throws InterruptedException {
    String failure = "";
    IOException cause = null;
    for (int attempt = 1; attempt <= profile.maxAttempts(); attempt++) {
      Duration asked = Duration.ZERO;
      try {
        Answer answer = attempt(uri, headers);
        if (!profile.retries(answer.status())) {
          return answer;
        }
        failure = failure(answer);
        asked = noteThrottling(answer);
        cause = null;
      } catch (IOException e) {
        failure = "no answer: " + reason(e);
        cause = e;
      }
      if (attempt < profile.maxAttempts()) {
        retries.increment();
        time.sleep(Math.max(wait(attempt).toNanos(), asked.toNanos()));
      }
    }
    throw new VendorOutage(
        redaction.apply(
            "GET "
                + uri
                + " failed "
                + profile.maxAttempts()
                + " times, at last with "
                + failure
                + ". Try again later, or check host and connection"),
        speakable(cause));
  }

  private Answer attempt(URI uri, Map<String, String> headers)
      throws IOException, InterruptedException {
    limiter.acquire();
    requests.increment();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip");
    headers.forEach((name, value) -> add(request, name, value));
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      return Answer.of(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS), LARGEST);
    } catch (TimeoutException e) {
      throw new IOException("nothing whole came in " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      boolean _ = sent.cancel(true);
    }
  }

  /// The JDK's own refusal would quote the value, which may be a key.
  private static void add(HttpRequest.Builder request, String name, String value) {
    if (!value.chars().allMatch(each -> each >= ' ' && each < 0x7F)) {
      throw new IllegalArgumentException(
          "the header " + name + " has a character that is no plain ASCII: check the key for one");
    }
    HttpRequest.Builder _ = request.header(name, value);
  }

  /// A vendor that says how long to wait is obeyed by every user of the key.
  private Duration noteThrottling(Answer answer) {
    if (answer.status() == 429) {
      throttled.increment();
    }
    Duration asked = answer.retryAfter();
    if (asked.isPositive()) {
      limiter.pause(asked);
    }
    return asked;
  }

  private Duration wait(int attempt) {
    double longest = profile.longestWait().toNanos();
    double grown = profile.firstWait().toNanos() * StrictMath.pow(profile.growth(), attempt - 1);
    double wait = Math.min(longest, grown);
    return Duration.ofNanos(
        Math.round(profile.jitter() ? wait * ThreadLocalRandom.current().nextDouble() : wait));
  }

  private String failure(Answer answer) {
    String quoted = redaction.apply(answer.text().strip(), QUOTED);
    String later =
        answer
            .headers()
            .firstValue("Retry-After")
            .map(each -> " (Retry-After: " + each + ")")
            .orElse("");
    return "status " + answer.status() + later + (quoted.isEmpty() ? "" : ": " + quoted);
  }

  /// The cause, unless it or what is behind it quotes a secret that came back.
  private @Nullable IOException speakable(@Nullable IOException cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String words = each.toString();
      if (!redaction.apply(words).equals(words)) {
        return null;
      }
    }
    return cause;
  }

  private static String reason(IOException e) {
    @Nullable String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /// What was asked so far.
  public Counts counts() {
    return new Counts(requests.sum(), retries.sum(), throttled.sum());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
