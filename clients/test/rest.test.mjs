// Every REST page type of the simulator, asked for by the vendor's own clients.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CLIENTS, CONTRACT, DATE, EXPIRY, KEY, PREVIOUS, REST } from "./simulator.mjs";

const optionsTicker = CONTRACT;
const day = { multiplier: 1, from: DATE, to: DATE };

for (const { name, open } of CLIENTS) {
  describe(`${name} over REST`, () => {
    const rest = open(KEY, REST);
    const all = open(KEY, REST, { pagination: true });

    it("gets bars of options, stocks and indices", async () => {
      const stock = await rest.getStocksAggregates({
        stocksTicker: "SPY", multiplier: 1, timespan: "day", from: PREVIOUS, to: DATE,
      });
      const index = await rest.getIndicesAggregates({
        indicesTicker: "I:SPX", ...day, multiplier: 5, timespan: "minute",
      });
      const before = { multiplier: 1, from: PREVIOUS, to: PREVIOUS };
      const minutes = await rest.getOptionsAggregates({ optionsTicker, ...before, timespan: "minute" });
      const seconds = await rest.getOptionsAggregates({ optionsTicker, ...before, timespan: "second" });
      const today = await rest.getOptionsAggregates({ optionsTicker, ...day, timespan: "hour" });
      assert.equal(today.status, "OK");
      assert.equal(volume(minutes), volume(seconds));
      assert.equal(stock.results.length, 2);
      assert.ok(index.results.every((bar) => bar.v === undefined && bar.h >= bar.l));
    });

    it("gets yesterday's bar, a day's open and close, and the stocks of a day", async () => {
      const previous = await rest.getPreviousOptionsAggregates({ optionsTicker });
      const openClose = await rest.getOptionsOpenClose({ optionsTicker, date: PREVIOUS });
      const index = await rest.getIndicesOpenClose({ indicesTicker: "I:SPX", date: PREVIOUS });
      const grouped = await rest.getGroupedStocksAggregates({ date: PREVIOUS });
      assert.equal(previous.results[0].T, CONTRACT);
      assert.equal(openClose.close, previous.results[0].c);
      assert.equal(index.volume, undefined);
      assert.equal(grouped.results[0].T, "SPY");
    });

    it("walks the contracts of an expiry by its own paging", async () => {
      const wanted = {
        underlyingTicker: "SPX", contractType: "call", expirationDate: EXPIRY, sort: "strike_price",
      };
      const whole = await rest.listOptionsContracts({ ...wanted, limit: 1000 });
      const paged = await all.listOptionsContracts({ ...wanted, limit: 50 });
      const contract = await rest.getOptionsContract({ optionsTicker });
      assert.ok(whole.results.length > 100);
      assert.deepEqual(tickers(paged), tickers(whole));
      assert.equal(contract.results.ticker, CONTRACT);
    });

    it("walks the chain of an index, and gets one contract of it", async () => {
      const underlyingAsset = "I:SPX";
      const whole = await all.getOptionsChain({ underlyingAsset, expirationDate: EXPIRY, limit: 250 });
      const one = await rest.getOptionContract({ underlyingAsset, optionContract: CONTRACT });
      const names = whole.results.map((each) => each.details.ticker);
      const found = whole.results.find((each) => each.details.ticker === CONTRACT);
      assert.equal(new Set(names).size, names.length);
      assert.equal(found.open_interest, one.results.open_interest);
      assert.ok(Math.abs(found.greeks.delta - one.results.greeks.delta) < 0.2);
      assert.ok(one.results.implied_volatility > 0);
      assert.ok(one.results.underlying_asset.value > 1000);
    });

    it("gets anything by its ticker, and the indices", async () => {
      const any = await rest.getSnapshots({ tickerAnyOf: `SPY,I:VIX,${CONTRACT},NOPE1` });
      const indices = await rest.getIndicesSnapshot({ tickerAnyOf: "I:SPX,I:VIX" });
      const stock = await rest.getStocksSnapshotTicker({ stocksTicker: "SPY" });
      const stocks = await rest.getStocksSnapshotTickers({ tickers: ["SPY"] });
      const types = any.results.map((each) => each.type);
      assert.deepEqual(types, ["stocks", "indices", "options", undefined]);
      assert.equal(any.results[3].error, "NOT_FOUND");
      assert.equal(indices.results.length, 2);
      assert.equal(stock.ticker.ticker, "SPY");
      assert.equal(stocks.tickers.length, 1);
    });

    it("gets trades and quotes in the order asked for", async () => {
      for (const [method, of] of [
        ["getOptionsTrades", { optionsTicker }],
        ["getOptionsQuotes", { optionsTicker }],
        ["getStocksTrades", { stockTicker: "SPY" }],
        ["getStocksQuotes", { stockTicker: "SPY" }],
      ]) {
        const page = await rest[method]({ ...of, timestamp: DATE, order: "asc", limit: 100 });
        const times = page.results.map((row) => row.sip_timestamp);
        assert.equal(page.results.length, 100, method);
        assert.deepEqual(times, times.toSorted((a, b) => a - b), method);
        assert.ok(page.next_url.startsWith(REST), method);
      }
    });

    it("gets the last trade and the last quote", async () => {
      const option = await rest.getLastOptionsTrade({ optionsTicker });
      const stock = await rest.getLastStocksTrade({ stocksTicker: "SPY" });
      const quote = await rest.getLastStocksQuote({ stocksTicker: "SPY" });
      assert.equal(option.results.T, CONTRACT);
      assert.ok(stock.results.p > 0);
      assert.ok(quote.results.P >= quote.results.p);
    });

    it("gets news, market status, holidays and reference tables", async () => {
      const news = await rest.listNews({ ticker: "SPY" });
      const status = await rest.getMarketStatus({});
      const holidays = await rest.getMarketHolidays({});
      const conditions = await rest.listConditions({
        assetClass: "options", dataType: "trade", limit: 1000,
      });
      const exchanges = await rest.listExchanges({ assetClass: "options" });
      const known = await rest.listTickers({ market: "indices" });
      const ticker = await rest.getTicker({ ticker: "SPY" });
      assert.equal(news.results.length, 10);
      assert.equal(status.market, "open");
      assert.ok(holidays.length > 10);
      assert.equal(conditions.results.length, 33);
      assert.ok(exchanges.results.some((each) => each.id === 302));
      assert.equal(known.results.length, 2);
      assert.equal(ticker.results.type, "ETF");
    });

    it("is refused in the vendor's words", async () => {
      await assert.rejects(open("invalid", REST).getMarketStatus({}), (error) =>
        text(error).includes("Unknown API Key"),
      );
      await assert.rejects(open("starter", REST).getOptionsTrades({ optionsTicker }), (error) =>
        text(error).includes("NOT_AUTHORIZED"),
      );
    });
  });
}

describe("the newer paths", () => {
  const { open } = CLIENTS.find((each) => each.name === "massive");
  const rest = open(KEY, REST);

  it("give trades, quotes and exchanges", async () => {
    const trades = await rest.getOptionsV3TradesTicker({ ticker: CONTRACT });
    const quotes = await rest.getOptionsV3QuotesTicker({ ticker: CONTRACT });
    const options = await rest.getOptionsV1Exchanges({});
    const stocks = await rest.getStocksV1Exchanges({});
    assert.equal(trades.results[0].ticker, CONTRACT);
    assert.ok(quotes.results[0].ask_price >= quotes.results[0].bid_price);
    assert.ok(options.results.some((each) => each.id === "302"));
    assert.ok(stocks.results.some((each) => each.id === "11"));
  });
});

function volume(answer) {
  return answer.results.reduce((sum, bar) => sum + bar.v, 0);
}

function tickers(answer) {
  return answer.results.map((each) => each.ticker).toSorted();
}

function text(error) {
  return JSON.stringify(error.response?.data ?? error.message ?? error);
}
