// Where the simulator is, and the clients that are held against it.
import { restClient as massiveRest, websocketClient as massiveSockets } from "@massive.com/client-js";
import { restClient as polygonRest, websocketClient as polygonSockets } from "@polygon.io/client-js";

function variable(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: PolygonClientsIT starts these tests`);
  }
  return value;
}

export const REST = variable("SIMULATOR_REST");
export const SOCKETS = variable("SIMULATOR_SOCKETS");
export const CONTRACT = variable("SIMULATOR_CONTRACT");
export const DATE = variable("SIMULATOR_DATE");
export const PREVIOUS = variable("SIMULATOR_PREVIOUS");
export const EXPIRY = variable("SIMULATOR_EXPIRY");
export const KEY = "a-key-that-has-everything";

const RANGE = ["multiplier", "timespan", "from", "to", "adjusted", "sort", "limit"];
const TICKS = [
  "timestamp", "timestampGte", "timestampGt", "timestampLte", "timestampLt", "order", "limit", "sort",
];
const STRIKES = ["strikePriceGte", "strikePriceGt", "strikePriceLte", "strikePriceLt"];
const EXPIRIES = ["expirationDateGte", "expirationDateGt", "expirationDateLte", "expirationDateLt"];
const TICKERS = ["tickerGte", "tickerGt", "tickerLte", "tickerLt"];
const PAGE = ["order", "limit", "sort"];

/** The parameters of @polygon.io/client-js in their places; its successor takes them by name. */
const PLACES = {
  getOptionsAggregates: ["optionsTicker", ...RANGE],
  getStocksAggregates: ["stocksTicker", ...RANGE],
  getIndicesAggregates: ["indicesTicker", ...RANGE.filter((name) => name !== "adjusted")],
  getPreviousOptionsAggregates: ["optionsTicker", "adjusted"],
  getOptionsOpenClose: ["optionsTicker", "date", "adjusted"],
  getIndicesOpenClose: ["indicesTicker", "date"],
  getGroupedStocksAggregates: ["date", "adjusted", "includeOtc"],
  listOptionsContracts: [
    "underlyingTicker", "ticker", "contractType", "expirationDate", "asOf", "strikePrice", "expired",
    "underlyingTickerGte", "underlyingTickerGt", "underlyingTickerLte", "underlyingTickerLt",
    ...EXPIRIES, ...STRIKES, ...PAGE,
  ],
  getOptionsContract: ["optionsTicker", "asOf"],
  getOptionsChain: [
    "underlyingAsset", "strikePrice", "expirationDate", "contractType", ...STRIKES, ...EXPIRIES, ...PAGE,
  ],
  getOptionContract: ["underlyingAsset", "optionContract"],
  getSnapshots: ["ticker", "type", ...TICKERS, "tickerAnyOf", ...PAGE],
  getIndicesSnapshot: ["tickerAnyOf", "ticker", ...TICKERS, ...PAGE],
  getStocksSnapshotTicker: ["stocksTicker"],
  getStocksSnapshotTickers: ["tickers", "includeOtc"],
  getOptionsTrades: ["optionsTicker", ...TICKS],
  getOptionsQuotes: ["optionsTicker", ...TICKS],
  getStocksTrades: ["stockTicker", ...TICKS],
  getStocksQuotes: ["stockTicker", ...TICKS],
  getLastOptionsTrade: ["optionsTicker"],
  getLastStocksTrade: ["stocksTicker"],
  getLastStocksQuote: ["stocksTicker"],
  listNews: ["ticker"],
  getMarketStatus: [],
  getMarketHolidays: [],
  listConditions: ["assetClass", "dataType", "id", "sip", ...PAGE],
  listExchanges: ["assetClass", "locale"],
  listTickers: ["ticker", "type", "market"],
  getTicker: ["ticker", "date"],
};

/** A client whose methods all take their parameters by name. */
function named(open) {
  return (...setup) => {
    const rest = open(...setup);
    return Object.fromEntries(
      Object.entries(PLACES).map(([method, names]) => [
        method,
        (given = {}) => rest[method](...names.map((name) => given[name])),
      ]),
    );
  };
}

export const CLIENTS = [
  { name: "massive", open: massiveRest, sockets: massiveSockets },
  { name: "polygon", open: named(polygonRest), sockets: polygonSockets },
];
