package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `/api/flow`: what the board shows.
final class FlowRoute {
  private final Stage stage;

  FlowRoute(Stage stage) {
    this.stage = stage;
  }

  void get(Context context) {
    FlowBoard board = stage.board();
    answer(context, board.document(look(context, board)));
  }

  void history(Context context) {
    FlowBoard board = stage.board();
    Look look = look(context, board);
    Sheet sheet = new Sheet();
    List<NetPremiums> contracts = board.history(look, sheet);
    answer(context, HistoryJson.document(look.underlying(), sheet, contracts));
  }

  private static void answer(Context context, byte[] document) {
    context.contentType("application/json").result(document);
  }

  /// What a request names: an underlying and an expiry of its options.
  ///
  /// @throws Problem where the board shows no such thing
  static Look look(Context context, FlowBoard board) {
    Underlying underlying = underlying(context, board);
    @Nullable String asked = context.queryParam("expiry");
    if (asked == null) {
      return new Look(underlying, null);
    }
    List<LocalDate> served = board.expiries(underlying);
    return served.stream()
        .filter(each -> each.toString().equals(asked))
        .findFirst()
        .map(each -> new Look(underlying, each))
        .orElseThrow(() ->
            new Problem(
                HttpStatus.NOT_FOUND,
                "No expiry '" + asked + "' of " + underlying + " is served; " + are(served)));
  }

  private static String are(List<LocalDate> served) {
    return served.isEmpty()
        ? "none is so far"
        : "served are " + String.join(", ", served.stream().map(LocalDate::toString).toList());
  }

  /// The underlying that a request names, the board's first where it names none.
  private static Underlying underlying(Context context, FlowBoard board) {
    @Nullable String asked = context.queryParam("underlying");
    List<Underlying> shown = board.underlyings();
    if (asked == null) {
      return shown.getFirst();
    }
    return shown.stream()
        .filter(each -> each.symbol().equals(asked.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new Problem(
                HttpStatus.NOT_FOUND,
                "No underlying '" + asked + "' is served; served are " + names(shown)));
  }

  private static String names(List<Underlying> shown) {
    return String.join(", ", shown.stream().map(Underlying::symbol).toList());
  }
}
