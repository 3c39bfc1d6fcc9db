package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.model.OptionContract;

/// `/api/contracts/{ticker}/history`: one contract's day by the minute.
final class ContractRoute {
  private final Stage stage;

  ContractRoute(Stage stage) {
    this.stage = stage;
  }

  void history(Context context) {
    OptionContract contract = contract(context.pathParam("ticker"));
    ContractDay day = stage.board().contract(contract);
    if (day == null) {
      throw new Problem(
          HttpStatus.NOT_FOUND,
          "No contract "
              + contract.ticker()
              + " is served; /api/flow lists those that are, by underlying and expiry");
    }
    context.contentType("application/json").result(HistoryJson.contract(day));
  }

  private static OptionContract contract(String ticker) {
    try {
      return OptionContract.parse(ticker);
    } catch (IllegalArgumentException e) {
      throw new Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
