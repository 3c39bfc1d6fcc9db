package io.spyglass.vendor.polygon.simulator;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import io.spyglass.session.Outage;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A simulated market behind the vendor's REST and WebSocket, on loopback. Thread-safe.
///
/// The key says what a client may have: `basic`, `starter` and `developer` are those plans,
/// `invalid` is refused, any other has everything.
public final class PolygonSimulator implements AutoCloseable {
  /// The first day that can be simulated.
  public static final LocalDate FIRST_DAY = History.FIRST;

  private static final Logger LOG = LoggerFactory.getLogger(PolygonSimulator.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LONGEST_COMMAND = 4 << 20;

  private final SimulatedClock clock;
  private final FaultSwitch faults;
  private final Sockets sockets;
  private final Markets markets;
  private final Tape tape;
  private final Javalin javalin;

  /// What is simulated.
  ///
  /// @param market the market
  /// @param calendar its trading days
  /// @param selections what there is on a day, [Selection#all] for everything
  /// @param clock where and how fast it runs
  public record Scene(
      SimulatedMarket market,
      TradingCalendar calendar,
      Function<LocalDate, Selection> selections,
      SimulatedClock clock) {

    /// Of every day the same selection.
    public Scene(
        SimulatedMarket market,
        TradingCalendar calendar,
        Selection selection,
        SimulatedClock clock) {
      this(market, calendar, _ -> selection, clock);
    }

    /// Everything of every day.
    public static Scene of(long seed, TradingCalendar calendar, SimulatedClock clock) {
      return new Scene(SimulatedMarket.of(seed, calendar), calendar, Selection.all(), clock);
    }
  }

  private PolygonSimulator(int port, Scene scene, Faults first) {
    this.clock = scene.clock();
    if (clock.date().isBefore(FIRST_DAY)) {
      throw new IllegalArgumentException(
          "the simulated market begins on " + FIRST_DAY + ", there is no " + clock.date());
    }
    this.faults = new FaultSwitch(first);
    Stats stats = new Stats();
    History history = new History(scene.market(), scene.calendar(), scene.selections());
    this.sockets = new Sockets(faults, stats, this::play);
    this.markets =
        new Markets(
            delay -> new Player(history, clock, delay, new Broadcast(sockets, delay, faults)));
    this.tape = new Tape(history, clock);
    Routes routes = new Routes(history, stats);
    this.javalin = Javalin.create(config -> configure(config, routes, port));
  }

  private void play(long delayNanos) {
    Player _ = markets.at(delayNanos);
  }

  private record Routes(History history, Stats stats) {}

  /// Starts to listen, once the market has come up to its clock.
  ///
  /// @param port 0 for a free one
  /// @throws IllegalArgumentException for a clock before [#FIRST_DAY]
  /// @throws Outage where the port cannot be had
  public static PolygonSimulator start(int port, Scene scene, Faults faults) {
    PolygonSimulator simulator = new PolygonSimulator(port, scene, faults);
    try {
      Book _ = simulator.markets.at(0).book();
      simulator.sockets.start();
      simulator.javalin.start();
    } catch (JavalinBindException e) {
      simulator.close();
      throw new Outage(
          LOOPBACK + " port " + port + " cannot be listened on: choose another --port-base", e);
    }
    LOG.info("The simulated vendor listens on {}", simulator.restUrl());
    return simulator;
  }

  /// The port that it listens on.
  public int port() {
    return javalin.port();
  }

  /// The base of the REST paths.
  public String restUrl() {
    return "http://" + LOOPBACK + ":" + port();
  }

  /// The base of the sockets.
  public String socketUrl() {
    return "ws://" + LOOPBACK + ":" + port();
  }

  /// Its time.
  public SimulatedClock clock() {
    return clock;
  }

  /// How it misbehaves.
  public Faults faults() {
    return faults.get();
  }

  /// Misbehaves otherwise from here on.
  public void faults(Faults wanted) {
    faults.set(wanted);
  }

  /// The truth, for comparison: the prints of some options in a stretch of time, up to its clock's
  /// instant, in order.
  public List<Trade> prints(Set<OptionContract> contracts, Span time) {
    return tape.prints(contracts, time);
  }

  /// Tears every socket without a word; gives how many there were.
  public int drop() {
    return sockets.drop();
  }

  @Override
  public void close() {
    sockets.close();
    markets.close();
    javalin.stop();
  }

  private void configure(JavalinConfig config, Routes parts, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.addConnector((server, http) -> connector(server, http, parts, port));
    config.jetty.modifyWebSocketServletFactory(factory -> {
      factory.setMaxTextMessageSize(LONGEST_COMMAND);
      factory.setIdleTimeout(Duration.ZERO);
    });
    config.jetty.modifyServletContextHandler(
        handler -> handler.addEventListener(new Uncompressed()));
    routes(config.routes, parts);
  }

  /// What listens, and loses what sockets send and hear while they are to be half open.
  private ServerConnector connector(Server server, HttpConfiguration http, Routes parts, int port) {
    LossyConnector connector =
        new LossyConnector(server, new HttpConnectionFactory(http), faults, parts.stats());
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    faults.tell(connector::obey);
    return connector;
  }

  /// The vendor's sockets are not compressed.
  private static final class Uncompressed implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarted(LifeCycle context) {
      WebSocketServerComponents.getWebSocketComponents((ContextHandler) context)
          .getExtensionRegistry()
          .unregister("permessage-deflate");
    }
  }

  private void routes(RoutesConfig routes, Routes parts) {
    History history = parts.history();
    Dice dice = new Dice(faults, parts.stats());
    Rest rest = new Rest(clock, faults, parts.stats(), dice);
    new AggregateRoutes(history).register(rest, routes);
    new ContractRoutes(history).register(rest, routes);
    new SnapshotRoutes(history, markets, dice).register(rest, routes);
    new TickRoutes(history, markets, faults).register(rest, routes);
    new NewsRoutes(history).register(rest, routes);
    new MarketRoutes(history).register(rest, routes);
    new ReferenceRoutes().register(rest, routes);
    new StockRoutes(history, markets).register(rest, routes);
    new ControlRoutes(faults, sockets, parts.stats()).register(routes);
    new ClockRoutes(clock, markets).register(routes);
    routes.get("/_sim/tape", tape::get);
    for (Cluster cluster : Cluster.values()) {
      routes.ws("/" + cluster.word(), socket -> sockets.serve(socket, cluster));
    }
    routes.exception(
        HttpResponseException.class,
        (e, context) -> context.status(e.getStatus()).contentType("text/plain").result(unknown(e)));
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("{} {} failed", context.method(), context.path(), e);
          context.status(500).contentType("text/html").result("<html>Server Error</html>");
        });
  }

  private static String unknown(HttpResponseException e) {
    return e.getStatus() == 404 ? "404 page not found" : e.getStatus() + " " + e.getMessage();
  }
}
