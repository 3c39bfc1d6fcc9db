package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.model.Underlying;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `/api/flow`: what the board shows.
final class FlowRoute {
  private final FlowBoard board;

  FlowRoute(FlowBoard board) {
    this.board = board;
  }

  void get(Context context) {
    answer(context, board.document(underlying(context)));
  }

  void history(Context context) {
    Underlying underlying = underlying(context);
    answer(context, FlowJson.history(underlying, board.history(underlying, true)));
  }

  private static void answer(Context context, byte[] document) {
    context.contentType("application/json").result(document);
  }

  /// The underlying that a request names, the board's first where it names none.
  Underlying underlying(Context context) {
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
