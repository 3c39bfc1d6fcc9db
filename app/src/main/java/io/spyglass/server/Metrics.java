package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.spyglass.session.Feeds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// `/metrics`: what the server counts about itself, in Prometheus's text format.
///
/// Labels take few values: a request counts under the pattern of its route and never under its
/// path. Thread-safe.
final class Metrics implements AutoCloseable {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String NO_ROUTE = "none";
  private static final String OTHER = "other";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile Runnable beforeScrape = () -> {};
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /// Where others count too.
  MeterRegistry registry() {
    return registry;
  }

  /// Counts what the shown board hears, how old that is, who looks, and how the feeds are doing.
  void watch(Stage stage, Stream stream, Feeds feeds) {
    FeedMeters watched = new FeedMeters(feeds, registry);
    beforeScrape = watched::refresh;
    FunctionCounter.builder("spyglass.facts", stage, each -> each.board().facts())
        .description("Facts of the session that the shown board heard")
        .register(registry);
    Gauge.builder("spyglass.feed.age", stage, each -> seconds(each.now().ageNanos()))
        .description("How old what is shown is; NaN for unknown")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("spyglass.stream.viewers", stream, Stream::viewers)
        .description("Viewers of the stream")
        .register(registry);
  }

  private static double seconds(long ageNanos) {
    return ageNanos < 0 ? Double.NaN : ageNanos / 1e9;
  }

  /// Counts a request that was answered.
  void answered(Context context, float milliseconds) {
    @Nullable Endpoint matched = context.endpoints().matchedHttpEndpoint();
    boolean isKnown = context.method().isHttpMethod();
    Timer.builder("http.server.requests")
        .description("Requests answered")
        .tag("method", isKnown ? context.method().name() : OTHER)
        .tag("uri", matched == null ? NO_ROUTE : matched.path)
        .tag("status", String.valueOf(context.statusCode()))
        .register(registry)
        .record(Duration.ofNanos((long) (milliseconds * 1e6)));
  }

  void get(Context context) {
    beforeScrape.run();
    context.contentType(TEXT).result(registry.scrape());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
