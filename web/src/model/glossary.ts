// What the words on the screen mean, how the numbers are computed, and where they can be wrong.

export interface Entry {
  readonly term: string;
  readonly meaning: string;
  readonly formula?: string;
  readonly caveat?: string;
}

export const glossary = {
  net_premium: {
    term: "Net premium",
    meaning:
      "Dollars paid by buyers who crossed the spread, less dollars taken by sellers who did. Rising net call premium is money paid for calls; falling is money taken for them.",
    formula: "Σ side × price × size × 100, side +1 bought, −1 sold, 0 no side",
    caveat:
      "The side is inferred, and it says who paid the spread, not who opened a position. A print may be one leg of something else.",
  },
  premium: {
    term: "Premium",
    meaning: "All dollars that changed hands for options of this expiry on today's tape.",
    formula: "Σ price × size × 100",
    caveat:
      "Late and cancelled prints are left out. Prints before 09:30 or after the close of the tape are in no total.",
  },
  volume: {
    term: "Volume",
    meaning: "Contracts traded on the day's tape, 09:30 to 16:15 New York; what expires today stops at 16:00.",
    caveat: "Where the source has bars of a minute only, one bar counts as one print at its end.",
  },
  last_minute: {
    term: "Δ1m",
    meaning: "Contracts of the volume that traded in the last 60 seconds, let go second by second.",
    caveat: "Where the source has bars of a minute, it is the last bar, for the minute after it.",
  },
  put_call: {
    term: "Put/call ratio",
    meaning: "Put volume by call volume of this expiry.",
    formula: "put volume ÷ call volume",
    caveat: "It counts contracts, whoever bought them: a high ratio can be puts sold.",
  },
  atm_iv: {
    term: "At-the-money IV",
    meaning:
      "The volatility a year that the prices of call and put at the strike nearest to the spot imply.",
    formula: "Mean of call's and put's implied volatility, from the middle of their quotes",
    caveat:
      "Time runs in actual seconds to the expiry, so in the last minutes a tick of the quote moves it much. On SPY it is approximate.",
  },
  straddle: {
    term: "Expected move (straddle)",
    meaning:
      "What the market pays for a move either way until the expiry: call and put at the strike nearest to the spot together.",
    formula:
      "(bid + ask) ÷ 2 of the call + the same of the put, less what the strike's distance from the forward adds",
    caveat:
      "It is the mean absolute move that prices imply, about 0.8 standard deviations: larger moves are no surprise.",
  },
  strike_marks: {
    term: "Marks at the strikes",
    meaning:
      "Shaded strikes are those between the day's lowest and highest spot so far. The bracket holds those that the spot is expected to stay between until the expiry.",
    formula: "The bracket: spot ± expected move",
    caveat:
      "The range knows the spot at the ends of minutes. The expected move is a mean: about two days of five end beyond the bracket.",
  },
  unclassified: {
    term: "No side",
    meaning:
      "The share of the volume whose side could not be told. It is in volume and premium, and in no net number. The server calls it unclassified, a filter side:none.",
    caveat:
      "Mostly multi-leg packages, auctions, crosses and floor trades, which abstain on purpose. Where this is high, net numbers speak for a part of the market only.",
  },
  without_delta: {
    term: "Without delta",
    meaning: "The share of the volume traded while no delta was known, so that it is in no delta flow.",
    caveat: "Greeks are computed for strikes in view; what trades far from the spot has none.",
  },
  side: {
    term: "Side",
    meaning:
      "▲ bought: above the middle of the quote in force. ▼ sold: below it. At the middle, or without a valid quote, the tick rule decides. In the ladder ▲ 80% says that 80% of what has a side was bought; ◆ that neither side has 55%, or that less than a tenth of the volume has one.",
    formula: "max(bought, sold) ÷ (bought + sold)",
    caveat:
      "In our simulated market, where the truth is known, it is right for about nine contracts in ten that get a side. Hidden orders at the middle can read as anything.",
  },
  tick_rule: {
    term: "Tick rule",
    meaning:
      "A print above the last different price counts as bought, below it as sold. It decides where the quote cannot.",
    caveat: "It is less often right than the quote; how many contracts it decided is shown beside them.",
  },
  bars: {
    term: "Minute bars",
    meaning:
      "Some recorded days hold bars of a minute instead of trades. All of a bar's volume gets the side of its closing price.",
    caveat: "Flow from bars shows a direction, not an amount.",
  },
  greeks: {
    term: "Greeks",
    meaning:
      "Delta per dollar, gamma per dollar, theta per calendar day, vega per volatility point; each per share, computed every second from the middle of the quote.",
    formula: "Black on the forward that put–call parity implies, with the actual seconds to expiry",
    caveat:
      "SPY options are American and the formula is European: theirs are approximate and marked so.",
  },
  delta_flow: {
    term: "Net delta flow",
    meaning: "How many shares' worth of direction buyers took, less sellers.",
    formula: "Σ side × size × 100 × delta",
    caveat: "With the delta of the second before the print. Dealers' hedging need not follow it.",
  },
  open_interest: {
    term: "Open interest",
    meaning: "Contracts open at the end of the day before.",
    caveat: "Today's trades change it only tomorrow; for options that expire today it never shows them.",
  },
  spot: {
    term: "Spot",
    meaning: "The published index value, or the fund's last print.",
    caveat:
      "Without one for two minutes it is the forward that put–call parity implies, and is marked implied.",
  },
  dte: {
    term: "DTE",
    meaning: "Calendar days to expiry. 0DTE expires today in New York.",
    caveat:
      "SPX series settle on the morning's opening prices, SPXW on the close. Both are counted under their date.",
  },
  in_view: {
    term: "In view",
    meaning:
      "The strikes around the spot, which follow it. They alone have live Greeks.",
  },
  watched: {
    term: "Watched contracts",
    meaning:
      "Those whose trades the source delivers. Of a live market they are the strikes that were in view on the day, since each costs a subscription; of a recorded or simulated day all of them. Totals are sums of what is watched, and what any other contract traded is not known.",
    caveat:
      "Far strikes trade too: where few are watched, volume and put/call ratio are those of the strikes around the money and can be far from the whole expiry's.",
  },
  freshness: {
    term: "Freshness",
    meaning:
      "How long ago the feed's last fact came: live below a second, slow up to three, stale beyond. A recorded or simulated day is never stale.",
    caveat: "Stale numbers stay on the screen, dimmed, until newer ones come.",
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type Term = keyof typeof glossary;

export const terms = Object.keys(glossary) as readonly Term[];

export function entry(term: Term): Entry {
  return glossary[term];
}
