package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/heatmap`: what traded by strike and time.
final class HeatmapRoute {
  private static final List<String> STEPS = List.of("60", "300", "900");
  private static final int MINUTE_SECONDS = 60;

  private final Stage stage;

  HeatmapRoute(Stage stage) {
    this.stage = stage;
  }

  void get(Context context) {
    FlowBoard board = stage.board();
    Look look = FlowRoute.look(context, board);
    Heatmap.Request request =
        new Heatmap.Request(
            measure(context.queryParam("measure")),
            stepMinutes(context.queryParam("step")),
            since(context.queryParam("since")));
    Heatmap map = board.heatmap(look, request);
    context
        .contentType("application/json")
        .result(HistoryJson.heatmap(look.underlying(), request, map));
  }

  private static Heatmap.Measure measure(@Nullable String asked) {
    if (asked == null) {
      return Heatmap.Measure.NET_PREMIUM;
    }
    return Arrays.stream(Heatmap.Measure.values())
        .filter(each -> each.word().equals(asked))
        .findFirst()
        .orElseThrow(() -> bad("measure", "net_premium, premium, volume or delta_flow", asked));
  }

  private static int stepMinutes(@Nullable String asked) {
    if (asked == null) {
      return 1;
    }
    if (!STEPS.contains(asked)) {
      throw bad("step", "60, 300 or 900 seconds", asked);
    }
    return Integer.parseInt(asked) / MINUTE_SECONDS;
  }

  private static int since(@Nullable String asked) {
    if (asked == null) {
      return 0;
    }
    if (!asked.matches("\\d{1,6}")) {
      throw bad("since", "the number of a step, 0 or above", asked);
    }
    return Integer.parseInt(asked);
  }

  private static Problem bad(String name, String expected, String asked) {
    return new Problem(
        HttpStatus.BAD_REQUEST, name + " wants " + expected + "; it is '" + asked + "'");
  }
}
