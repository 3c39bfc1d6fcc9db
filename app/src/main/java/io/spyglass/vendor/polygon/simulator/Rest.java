package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every REST request meets before its endpoint: faults, the key, the plan's limit; and how
/// answers and refusals are sent. Thread-safe.
final class Rest {
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final String JSON = "application/json";

  private final SimulatedClock clock;
  private final Supplier<Faults> faults;
  private final Stats stats;
  private final Dice dice;
  private final Map<String, Deque<Long>> calls = new HashMap<>();

  /// Writes an answer.
  interface Endpoint {
    void answer(Call call);
  }

  Rest(SimulatedClock clock, Supplier<Faults> faults, Stats stats, Dice dice) {
    this.clock = clock;
    this.faults = faults;
    this.stats = stats;
    this.dice = dice;
  }

  /// Serves an endpoint at a path.
  void get(RoutesConfig routes, String path, Endpoint endpoint) {
    routes.get(path, context -> handle(context, endpoint));
  }

  private void handle(Context context, Endpoint endpoint) {
    stats.count("rest_requests");
    context.header("Server", "nginx");
    String requestId = dice.requestId();
    Faults now = faults.get();
    LockSupport.parkNanos((long) (now.get(Knob.REST_DELAY_MILLIS) * 1e6));
    try {
      if (!fails(context)) {
        answer(context, endpoint, requestId, now);
      }
    } catch (Refused refused) {
      context.status(refused.code()).contentType(JSON).result(refused.body(requestId, now));
    }
    stats.count("rest_" + context.status().getCode());
  }

  private void answer(Context context, Endpoint endpoint, String requestId, Faults now) {
    String key = key(context);
    if (key == null) {
      throw Refused.noKey();
    }
    Optional<Plan> plan = Plan.of(key);
    if (plan.isEmpty()) {
      throw Refused.unknownKey();
    }
    limit(key, plan.get());
    if (dice.happens(Knob.REST_REFUSED_AS_OK)) {
      throw Refused.notEntitled().as(200);
    }
    long seenNanos = clock.nowNanos() - plan.get().delayNanos();
    Call call = new Call(context, plan.get(), now, seenNanos, requestId);
    endpoint.answer(call);
    byte[] body = call.json().toBytes();
    if (dice.happens(Knob.REST_CUT)) {
      breakOff(context, body);
    } else {
      context.contentType(JSON).result(body);
    }
  }

  /// Promises a body and sends its first half; the server then ends the connection.
  private static void breakOff(Context context, byte[] body) {
    HttpServletResponse raw = context.res();
    raw.setContentType(JSON);
    raw.setContentLength(body.length);
    try {
      raw.getOutputStream().write(body, 0, body.length / 2);
      raw.flushBuffer();
    } catch (IOException e) {
      context.attribute("cut", true);
    }
  }

  private static @Nullable String key(Context context) {
    String header = context.header("Authorization");
    if (header != null && header.startsWith("Bearer ")) {
      return header.substring("Bearer ".length()).strip();
    }
    String query = context.queryParam("apiKey");
    return query == null || query.isEmpty() ? null : query;
  }

  private void limit(String key, Plan plan) {
    if (plan.callsPerMinute() == 0) {
      return;
    }
    long now = System.nanoTime();
    synchronized (calls) {
      Deque<Long> times = calls.computeIfAbsent(key, _ -> new ArrayDeque<>());
      times.removeIf(time -> now - time > MINUTE_NANOS);
      if (times.size() >= plan.callsPerMinute()) {
        throw Refused.tooMany();
      }
      times.add(now);
    }
  }

  /// Whether a fault has answered in the endpoint's place.
  private boolean fails(Context context) {
    if (dice.happens(Knob.REST_THROTTLED)) {
      if (dice.happens(Knob.REST_RETRY_AFTER)) {
        context.header("Retry-After", "1");
      }
      if (!dice.happens(Knob.REST_EMPTY_THROTTLED)) {
        throw Refused.tooMany();
      }
      context.status(429);
      return true;
    }
    if (dice.happens(Knob.REST_OUTAGES)) {
      int code = new int[] {500, 502, 503}[dice.below(3)];
      context.status(code).contentType("text/html");
      if (dice.below(2) == 0) {
        context.result("<html><body><h1>" + code + " Bad Gateway</h1></body></html>");
      }
      return true;
    }
    return false;
  }
}
