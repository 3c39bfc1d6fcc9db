package io.spyglass.server;

import java.util.List;

/// A number that documents and frames give, under a name of its own.
///
/// @param title its name
/// @param decimals digits behind the point that are kept
record Column(String title, int decimals) {

  /// The numbers of a contract, in the order in which a [Row] keeps them: first those of the
  /// `/api/flow` contract, then additions.
  static final List<Column> OF_CONTRACT =
      List.of(
          new Column("volume", 4),
          new Column("premium", 4),
          new Column("bought", 4),
          new Column("sold", 4),
          new Column("unclassified", 4),
          new Column("by_tick_rule", 4),
          new Column("net_delta_flow", 4),
          new Column("net_gamma_flow", 6),
          new Column("last", 4),
          new Column("bid", 4),
          new Column("ask", 4),
          new Column("iv", 6),
          new Column("delta", 6),
          new Column("gamma", 8),
          new Column("theta", 6),
          new Column("vega", 6),
          new Column("greeks_age_ms", 0),
          new Column("net_premium", 4),
          new Column("bid_size", 0),
          new Column("ask_size", 0),
          new Column("open_interest", 0),
          new Column("outside", 4),
          new Column("without_delta", 4),
          new Column("last_minute_volume", 4),
          new Column("vendor_iv", 6),
          new Column("vendor_delta", 6),
          new Column("vendor_gamma", 8),
          new Column("vendor_theta", 6),
          new Column("vendor_vega", 6),
          new Column("vendor_age_ms", 0));

  /// The totals of the calls and puts of a series, in the order in which [Shown] keeps them.
  static final List<Column> TOTALS =
      List.of(
          new Column("call_volume", 4),
          new Column("put_volume", 4),
          new Column("call_premium", 4),
          new Column("put_premium", 4),
          new Column("call_net_premium", 4),
          new Column("put_net_premium", 4),
          new Column("put_call_ratio", 6),
          new Column("call_unclassified", 4),
          new Column("put_unclassified", 4),
          new Column("watched", 0),
          new Column("contracts", 0));

  /// How many numbers a contract has.
  static final int PER_ROW = OF_CONTRACT.size();
}
