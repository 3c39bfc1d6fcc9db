package io.spyglass.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.spyglass.net.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes one log message as [Logging] says, with its secrets taken out.
///
/// A line for people is `09:31:05.123 WARN Polygon - message`, with the stack trace below it. The
/// JSON object has `time` (UTC), `level`, `logger`, `thread`, `message` and, with a throwable,
/// `error`.
final class LogEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    Logging.State state = Logging.state();
    String text =
        switch (state.format()) {
          case HUMAN -> state.redaction().apply(human(event, state));
          case JSON -> json(event, state.redaction());
        };
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String human(ILoggingEvent event, Logging.State state) {
    String name = event.getLoggerName();
    String level = "%-5s".formatted(event.getLevel());
    String line =
        CLOCK.format(event.getInstant().atZone(state.zone()))
            + " "
            + (state.coloured() ? colour(event.getLevel()) + level + PLAIN : level)
            + " "
            + name.substring(name.lastIndexOf('.') + 1)
            + " - "
            + event.getFormattedMessage();
    String error = error(event);
    return error.isEmpty() ? line : line + "\n" + error;
  }

  private static String colour(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> RED;
      case Level.WARN_INT -> YELLOW;
      default -> PLAIN;
    };
  }

  private static String json(ILoggingEvent event, Redaction redaction) {
    Map<String, Object> entry = new LinkedHashMap<>();
    Instant time = event.getInstant();
    entry.put("time", time);
    entry.put("level", event.getLevel());
    entry.put("logger", event.getLoggerName());
    entry.put("thread", event.getThreadName());
    entry.put("message", redaction.apply(event.getFormattedMessage()));
    String error = error(event);
    if (!error.isEmpty()) {
      entry.put("error", redaction.apply(error));
    }
    return Json.line(entry);
  }

  private static String error(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown).stripTrailing();
  }
}
