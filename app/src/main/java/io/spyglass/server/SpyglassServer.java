package io.spyglass.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.javalin.websocket.WsHandlerType;
import io.spyglass.config.ServerSettings;
import io.spyglass.session.Feeds;
import io.spyglass.session.Outage;
import io.spyglass.session.Playback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves what a [Stage] shows over HTTP and WebSocket, and the page that shows it.
///
/// Thread-safe. A server is started once and stopped once.
public final class SpyglassServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpyglassServer.class);
  private static final long LONGEST_MESSAGE = 1024;
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

  private final ServerSettings settings;
  private final Stage stage;
  private final GracefulHandler answers = new GracefulHandler();
  private final Guard guard;
  private final Crowd crowd = new Crowd();
  private final FlowRoute flow;
  private final HeatmapRoute heatmap;
  private final ContractRoute contracts;
  private final TapeRoute tape;
  private final HolesRoute holes;
  private final DaysRoute days;
  private final ReplayRoute replay;
  private final FeedRoute feeds;
  private final HealthRoute health;
  private final Metrics metrics = new Metrics();
  private final Stream stream;
  private final Javalin javalin;

  /// A server of a board that never changes, which does not listen yet.
  ///
  /// @param playback the controls of the replay that the board shows, null for none
  public SpyglassServer(ServerSettings settings, FlowBoard board, @Nullable Playback playback) {
    this(settings, new Stage(new Scene(board, playback, Feeds.NONE)), Programme.NONE, Feeds.NONE);
  }

  /// A server that does not listen yet.
  ///
  /// @param stage what is shown, whoever puts it there
  /// @param programme what else can be asked for
  /// @param feeds the live market behind it, shown or not; [Feeds#NONE] for none
  public SpyglassServer(ServerSettings settings, Stage stage, Programme programme, Feeds feeds) {
    this.settings = settings;
    this.stage = stage;
    this.guard = new Guard(settings);
    this.flow = new FlowRoute(stage);
    this.heatmap = new HeatmapRoute(stage);
    this.contracts = new ContractRoute(stage);
    this.tape = new TapeRoute(stage);
    this.holes = new HolesRoute(stage);
    this.days = new DaysRoute(programme);
    this.replay = new ReplayRoute(stage, programme, guard);
    this.feeds = new FeedRoute(feeds);
    this.health = new HealthRoute(stage, feeds);
    this.stream = new Stream(stage, programme, new StreamMeters(metrics.registry()));
    metrics.watch(stage, stream, feeds);
    this.javalin = Javalin.create(this::configure);
  }

  /// Begins to listen; gives the port.
  ///
  /// @throws Outage where the port cannot be had, saying why and what to do
  public int start() {
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      stop();
      throw PortRefusal.of(settings, e);
    }
    stream.start();
    LOG.info("Serving {}", url());
    return javalin.port();
  }

  /// Fails at once where the port cannot be had, for callers that have long work to do before they
  /// can serve.
  ///
  /// @throws Outage saying why and what to do
  public static void requirePort(ServerSettings settings) {
    try {
      new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host())).close();
    } catch (IOException e) {
      throw PortRefusal.of(settings, e);
    }
  }

  /// The address of the page.
  public String url() {
    return url(settings, javalin.port()) + "/";
  }

  /// Where this machine reaches a server of those settings, without a path.
  static String url(ServerSettings settings, int port) {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    boolean isEverywhere = host.equals("0.0.0.0") || host.equals("[::]");
    return "http://" + (isEverywhere ? "localhost" : host) + ":" + port;
  }

  /// Says goodbye to the viewers, answers new requests with 503, finishes the answers under way,
  /// and lets go of the port: within seconds.
  public void stop() {
    health.stop();
    stream.close();
    finishAnswers();
    javalin.stop();
    metrics.close();
  }

  private void finishAnswers() {
    try {
      answers.shutdown().get(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.info("{} answers were not finished in time", answers.getCurrentRequestCount());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the last answers are only waited for", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyWebSocketServletFactory(factory -> {
      factory.setMaxTextMessageSize(LONGEST_MESSAGE);
      factory.setMaxBinaryMessageSize(LONGEST_MESSAGE);
      factory.setIdleTimeout(IDLE_TIMEOUT);
    });
    config.jetty.modifyServer(server -> {
      server.setErrorHandler(Problem::answer);
      server.setHandler(answers);
    });
    config.jetty.modifyServletContextHandler(handler -> {
      handler.getSessionHandler().setMaxInactiveInterval((int) IDLE_TIMEOUT.toSeconds());
      handler.addEventListener(new Uncompressed());
    });
    config.requestLogger.http(metrics::answered);
    new Page().configure(config);
    routes(config.routes);
  }

  /// Keeps the stream from being compressed for each viewer anew.
  private static final class Uncompressed implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarted(LifeCycle context) {
      WebSocketServerComponents.getWebSocketComponents((ContextHandler) context)
          .getExtensionRegistry()
          .unregister("permessage-deflate");
    }
  }

  /// A route that answers GET, and HEAD with the same but the body.
  static void read(RoutesConfig routes, String path, Handler answer) {
    routes.get(path, answer);
    routes.head(path, answer);
  }

  private void routes(RoutesConfig routes) {
    routes.before(guard::harden);
    routes.before("/api/*", this::admit);
    routes.before("/api/*", crowd::enter);
    routes.after("/api/*", crowd::leave);
    routes.wsBeforeUpgrade("/ws/*", this::admitViewer);
    routes.before("/metrics", this::admit);
    read(routes, "/metrics", metrics::get);
    health.register(routes);
    read(routes, "/api/flow", flow::get);
    read(routes, "/api/flow/history", flow::history);
    read(routes, "/api/heatmap", heatmap::get);
    read(routes, "/api/contracts/{ticker}/history", contracts::history);
    read(routes, "/api/tape", tape::get);
    read(routes, "/api/tape.csv", tape::csv);
    read(routes, "/api/feeds", feeds::get);
    read(routes, "/api/holes", holes::get);
    read(routes, "/api/days", days::get);
    read(routes, "/api/replay", replay::get);
    routes.post("/api/replay", replay::post);
    routes.ws("/ws/stream", stream::serve);
    new Reference().register(routes);
    problems(routes);
  }

  /// The routes that a client can ask, as in `GET /api/flow`; HEAD goes with GET.
  List<String> routes() {
    List<String> names = new ArrayList<>();
    javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(each -> each.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD))
        .forEach(endpoint -> names.add(endpoint.method.name() + " " + endpoint.path));
    javalin.unsafe.internalRouter.allWsHandlers().stream()
        .filter(each -> each.getType() == WsHandlerType.WEBSOCKET)
        .forEach(each -> names.add("GET " + each.getPath()));
    return names;
  }

  private void admit(Context context) {
    guard.admit(context);
    if (context.method().equals(HandlerType.OPTIONS)) {
      context.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
    }
  }

  private void admitViewer(Context context) {
    guard.admit(context);
    FlowRoute.look(context, stage.board());
  }

  private static void problems(RoutesConfig routes) {
    routes.exception(Problem.class, Problem::answer);
    routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          HttpStatus status = HttpStatus.forStatus(e.getStatus());
          Problem.answer(context, e.getStatus(), status.getMessage(), detail(e, context));
        });
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("{} {} failed", context.method(), context.path(), e);
          new Problem(
                  HttpStatus.INTERNAL_SERVER_ERROR, "The server made an error; its log says more")
              .answer(context);
        });
    routes.wsException(
        Exception.class, (e, context) -> LOG.error("A viewer's message was not handled", e));
  }

  private static String detail(HttpResponseException e, Context context) {
    return switch (HttpStatus.forStatus(e.getStatus())) {
      case NOT_FOUND -> "There is nothing at " + context.path();
      case METHOD_NOT_ALLOWED -> context.path() + " knows no " + context.method();
      default -> String.valueOf(e.getMessage());
    };
  }
}
