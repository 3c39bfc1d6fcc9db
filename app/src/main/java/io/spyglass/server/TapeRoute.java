package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.spyglass.flow.MalformedFilter;
import io.spyglass.flow.PrintFilter;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/api/tape`: the prints on the tape, chosen by a filter.
final class TapeRoute {
  private static final Logger LOG = LoggerFactory.getLogger(TapeRoute.class);
  private static final int MOST = 1000;
  private static final int USUAL = 200;

  private final Stage stage;

  TapeRoute(Stage stage) {
    this.stage = stage;
  }

  /// The newest prints.
  void get(Context context) {
    PrintFilter filter = filter(context);
    long after = whole(context, "after", 0, 0, Long.MAX_VALUE);
    long before = whole(context, "before", Long.MAX_VALUE, 0, Long.MAX_VALUE);
    int limit = (int) whole(context, "limit", USUAL, 1, MOST);
    TapeStrip strip = strip(context);
    context
        .contentType("application/json")
        .result(TapeJson.document(strip, filter, after, before, limit));
  }

  /// All of them.
  void csv(Context context) {
    PrintFilter filter = filter(context);
    TapeStrip strip = strip(context);
    context.contentType("text/csv; charset=utf-8; header=present");
    context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + name(strip) + "\"");
    try {
      TapeCsv.write(strip.cursor(), filter, context.outputStream());
    } catch (IOException e) {
      LOG.debug("Whoever read {} left before its end", context.path(), e);
    }
  }

  private TapeStrip strip(Context context) {
    FlowBoard board = stage.board();
    return board.tape(FlowRoute.look(context, board));
  }

  private static String name(TapeStrip strip) {
    LocalDate expiry = strip.expiry();
    String symbol = strip.underlying().symbol();
    return symbol + (expiry == null ? "" : "-" + expiry) + "-tape.csv";
  }

  private static PrintFilter filter(Context context) {
    @Nullable String asked = context.queryParam("filter");
    try {
      return asked == null ? PrintFilter.ALL : PrintFilter.parse(asked);
    } catch (MalformedFilter e) {
      int character = e.position() + 1;
      throw new Problem(
          HttpStatus.BAD_REQUEST, "filter, character " + character + ": " + e.getMessage());
    }
  }

  private static long whole(Context context, String name, long absent, long least, long most) {
    @Nullable String asked = context.queryParam(name);
    if (asked == null) {
      return absent;
    }
    try {
      long value = Long.parseLong(asked);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw unwanted(name, asked, least, most);
    }
    throw unwanted(name, asked, least, most);
  }

  private static Problem unwanted(String name, String asked, long least, long most) {
    String range = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
    return new Problem(
        HttpStatus.BAD_REQUEST, name + " wants a whole number, " + range + ", not '" + asked + "'");
  }
}
