// Made from the server's openapi.json by `npm run api`; what to change is that file.

export interface paths {
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process serves
         * @description Answers as long as the process serves, whatever its feeds do.
         */
        readonly get: operations["health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process lives
         * @description For a watchdog: where this is not answered, start the process anew.
         */
        readonly get: operations["live"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether to send users here
         * @description For a load balancer. A feed that is down is degraded and no reason to send users elsewhere: what came before is served.
         */
        readonly get: operations["ready"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the server counts about itself
         * @description Prometheus's text format; docs/operations.md lists the names.
         */
        readonly get: operations["metrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/flow": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The state as one document
         * @description What is shown of an expiry: totals and every contract that the source delivers.
         */
        readonly get: operations["flow"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/flow/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The state by the minute
         * @description Volume, premium, net premium and spot by the minute, and the net premium of each contract that traded.
         */
        readonly get: operations["flowHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/heatmap": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What traded by strike and time
         * @description The cells of calls and puts in which something traded, a step of time wide. Values are absolute: whoever holds the cells before `since` asks for the rest alone.
         */
        readonly get: operations["heatmap"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/contracts/{ticker}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A contract's day by the minute
         * @description What it traded in each minute with which side, and its price, volatility and Greeks at each minute's end from the one on in which it first traded or was in view.
         */
        readonly get: operations["contractHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tape": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The newest prints
         * @description The newest prints on the tape of an expiry that pass a filter, the newest first.
         */
        readonly get: operations["tape"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tape.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All prints as a file
         * @description Every print on the tape of an expiry that passes a filter, the oldest first, as comma-separated values with a header; unknown is empty. The columns are those of a print of /api/tape, with the time on UTC's and on New York's clock, and the expiry.
         */
        readonly get: operations["tapeCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/feeds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How the live side is doing
         * @description Sources, recording, clock, plan and what will be deleted, whether the live market is shown or not.
         */
        readonly get: operations["feeds"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/holes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The holes in the feed of the shown day
         * @description From when to when events were missing, why, and whether they were fetched afterwards. A day in which a hole is open lacks prints.
         */
        readonly get: operations["holes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The recorded days
         * @description What a replay can be asked to show, the newest day first.
         */
        readonly get: operations["days"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where the replay is
         * @description The one clock that every viewer sees.
         */
        readonly get: operations["replay"];
        readonly put?: never;
        /**
         * Steer the replay, or show another day or market
         * @description Whoever steers, every viewer sees it. A live market that is not shown goes on being recorded. On loopback it needs no key.
         */
        readonly post: operations["steerReplay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ws/stream": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The state as it changes (WebSocket)
         * @description After the upgrade each text message is a StreamMessage: a snapshot first, then a frame every 200 ms while something changed, and a heartbeat every second otherwise. `seq` counts frames; snapshots and heartbeats repeat the last. A viewer that finds a hole sends a StreamRequest and gets a snapshot. One that reads too slowly, or that asked for a slower pace, is left frames out and gets a snapshot when it is due. Where another day or market is shown from now on, a snapshot says so. Close codes: 1001 the server stops, 1012 what is shown now is another day without what the viewer looks at, 1008 a message that is no StreamRequest, 1013 all places are taken.
         */
        readonly get: operations["stream"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This document
         * @description OpenAPI 3.1; `/docs` and `/redoc` show it.
         */
        readonly get: operations["openapi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This document in Swagger UI
         * @description A page to read it and to try it on this server.
         */
        readonly get: operations["swaggerUi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/redoc": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This document in ReDoc
         * @description A page to read it.
         */
        readonly get: operations["redoc"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: date-time
         * @description An instant, ISO-8601 in UTC with up to nanoseconds
         * @example 2026-11-20T18:42:07Z
         */
        readonly Instant: string;
        /**
         * Format: date-time
         * @description An instant, ISO-8601 in UTC with up to nanoseconds; null for unknown
         * @example 2026-11-20T18:42:07Z
         */
        readonly InstantOrNull: string | null;
        /**
         * Format: date
         * @description A date; null before it is known
         * @example 2026-11-20
         */
        readonly DateOrNull: string | null;
        /** @description A column: place i belongs to contract `id[i]`, null for unknown */
        readonly Numbers: readonly (number | null)[];
        /** @description A column: place i belongs to the minute that begins i × `step_seconds` after `from`, null for unknown */
        readonly Minutes: readonly (number | null)[];
        /**
         * @description Which market is shown: as it happens, with the vendor's delay, a recorded day, the simulated market, or none
         * @enum {string}
         */
        readonly Mode: "live" | "delayed" | "replay" | "demo" | "offline";
        /**
         * @description Where the spot comes from: published values, the vendor's chain of options, or put–call parity; null before there is one
         * @enum {string|null}
         */
        readonly SpotSource: "published" | "chain" | "parity" | null;
        /** @description Whether what arrives is being recorded; null where that is not known */
        readonly Recording: boolean | null;
        /**
         * @description The underlying's value in dollars or points; null before the first
         * @example 6042.31
         */
        readonly Spot: number | null;
        /**
         * @description Call or put
         * @enum {string}
         */
        readonly Right: "C" | "P";
        /** @description Number of the last frame cut; whoever finds a hole has missed a frame */
        readonly Sequence: number;
        /** @description Sums over the calls and over the puts of the shown expiry that are watched; null where none is */
        readonly Totals: {
            /** @description Calls traded on the tape, contracts */
            readonly call_volume: number | null;
            /** @description Puts traded on the tape, contracts */
            readonly put_volume: number | null;
            /** @description Dollars traded in calls */
            readonly call_premium: number | null;
            /** @description Dollars traded in puts */
            readonly put_premium: number | null;
            /** @description Dollars of calls bought less sold */
            readonly call_net_premium: number | null;
            /** @description Dollars of puts bought less sold */
            readonly put_net_premium: number | null;
            /** @description Put volume by call volume, null before a call traded */
            readonly put_call_ratio: number | null;
            /** @description Calls traded without a side, contracts */
            readonly call_unclassified: number | null;
            /** @description Puts traded without a side, contracts */
            readonly put_unclassified: number | null;
            /** @description How many contracts of the expiry are watched, so that what they trade is known and in the sums */
            readonly watched: number | null;
            /** @description How many contracts the expiry has */
            readonly contracts: number | null;
        };
        /** @description What is known of a contract. What it traded is null until it is watched: from when it was in view, or had a quote or a print */
        readonly Contract: {
            /**
             * @description The contract as Polygon spells it
             * @example O:SPXW261120C06000000
             */
            readonly ticker: string;
            /** @description Contracts traded on the tape */
            readonly volume: number | null;
            /** @description Dollars traded: price × size × 100 */
            readonly premium: number | null;
            /** @description Contracts bought: the buyer crossed the spread */
            readonly bought: number | null;
            /** @description Contracts sold: the seller crossed the spread */
            readonly sold: number | null;
            /** @description Contracts traded without a side */
            readonly unclassified: number | null;
            /** @description Of the contracts with a side, those whose side the tick rule told */
            readonly by_tick_rule: number | null;
            /** @description Σ side × size × 100 × delta, in shares of the underlying */
            readonly net_delta_flow: number | null;
            /** @description Σ side × size × 100 × gamma, in shares a dollar */
            readonly net_gamma_flow: number | null;
            /** @description Price of the last print, dollars a share */
            readonly last: number | null;
            /** @description Best bid, dollars a share */
            readonly bid: number | null;
            /** @description Best offer, dollars a share */
            readonly ask: number | null;
            /** @description Implied volatility a year, 0.20 for 20 % */
            readonly iv: number | null;
            /** @description Delta, a dollar of the underlying */
            readonly delta: number | null;
            /** @description Gamma, a dollar of the underlying */
            readonly gamma: number | null;
            /** @description Theta, dollars a calendar day */
            readonly theta: number | null;
            /** @description Vega, dollars a volatility point (0.01) */
            readonly vega: number | null;
            /** @description Milliseconds before `as_of` at which volatility and Greeks were computed */
            readonly greeks_age_ms: number | null;
            /** @description Dollars bought less dollars sold */
            readonly net_premium: number | null;
            /** @description Contracts bid */
            readonly bid_size: number | null;
            /** @description Contracts offered */
            readonly ask_size: number | null;
            /** @description Open contracts at the end of the day before */
            readonly open_interest: number | null;
            /** @description Contracts traded outside the tape's hours, in no total */
            readonly outside: number | null;
            /** @description Contracts with a side but without a delta, in no delta flow */
            readonly without_delta: number | null;
            /** @description Contracts traded on the tape in the last 60 seconds, by whole seconds */
            readonly last_minute_volume: number | null;
            /** @description Implied volatility a year as the vendor computes it; null where its plan gives none */
            readonly vendor_iv: number | null;
            /** @description Delta as the vendor computes it */
            readonly vendor_delta: number | null;
            /** @description Gamma as the vendor computes it */
            readonly vendor_gamma: number | null;
            /** @description Theta as the vendor computes it */
            readonly vendor_theta: number | null;
            /** @description Vega as the vendor computes it */
            readonly vendor_vega: number | null;
            /** @description Milliseconds before `as_of` from which the vendor's numbers are */
            readonly vendor_age_ms: number | null;
            /**
             * @description Strike price, dollars
             * @example 6000
             */
            readonly strike: number;
            readonly right: components["schemas"]["Right"];
            /** @description Whether the strike is one of those about the spot that the ladder shows first */
            readonly in_view: boolean;
        };
        /** @description What is shown of an underlying, whole */
        readonly Flow: {
            /**
             * @description Symbol of the underlying
             * @example SPX
             */
            readonly underlying: string;
            /** @description The shown expiry; null before a contract is known */
            readonly expiry: components["schemas"]["DateOrNull"];
            readonly spot: components["schemas"]["Spot"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            readonly mode: components["schemas"]["Mode"];
            readonly totals: components["schemas"]["Totals"];
            /** @description Every contract of the shown expiry, by strike, calls before puts */
            readonly contracts: readonly components["schemas"]["Contract"][];
            /**
             * @description Root of the leading series, SPXW or SPX; null before it is known
             * @example SPXW
             */
            readonly root: string | null;
            readonly spot_source: components["schemas"]["SpotSource"];
            /** @description Whether the options are American and the Greeks only approximate, by the European formula */
            readonly greeks_approx: boolean;
            readonly recording: components["schemas"]["Recording"];
            readonly previous_close: components["schemas"]["PreviousClose"];
            readonly open: components["schemas"]["Open"];
            readonly bars: components["schemas"]["Bars"];
        };
        /** @description The minutes of one contract */
        readonly ContractMinutes: {
            /**
             * @description The contract as Polygon spells it
             * @example O:SPXW261120C06000000
             */
            readonly ticker: string;
            /**
             * @description Strike price, dollars
             * @example 6000
             */
            readonly strike: number;
            /** @description Dollars bought less sold in each minute */
            readonly net_premium: components["schemas"]["Minutes"];
        };
        /** @description The shown expiry by the minute so far */
        readonly FlowHistory: {
            /**
             * @description Symbol of the underlying
             * @example SPX
             */
            readonly underlying: string;
            /** @description The shown expiry; null before a contract is known */
            readonly expiry: components["schemas"]["DateOrNull"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            /** @description When the first minute begins; null before the expiry is known */
            readonly from: components["schemas"]["InstantOrNull"];
            /**
             * @description Length of a step
             * @constant
             */
            readonly step_seconds: 60;
            /** @description Calls traded in each minute, contracts */
            readonly call_volume: components["schemas"]["Minutes"];
            /** @description Puts traded in each minute, contracts */
            readonly put_volume: components["schemas"]["Minutes"];
            /** @description Dollars traded in calls in each minute */
            readonly call_premium: components["schemas"]["Minutes"];
            /** @description Dollars traded in puts in each minute */
            readonly put_premium: components["schemas"]["Minutes"];
            /** @description Dollars of calls bought less sold in each minute */
            readonly call_net_premium: components["schemas"]["Minutes"];
            /** @description Dollars of puts bought less sold in each minute */
            readonly put_net_premium: components["schemas"]["Minutes"];
            /** @description Spot at each minute's end */
            readonly spot: components["schemas"]["Minutes"];
            /** @description Each contract that traded, by strike */
            readonly contracts: readonly components["schemas"]["ContractMinutes"][];
        };
        /** @description The minutes so far, as a snapshot gives them */
        readonly History: {
            /** @description When the first minute begins; null before the expiry is known */
            readonly from: components["schemas"]["InstantOrNull"];
            /**
             * @description Length of a step
             * @constant
             */
            readonly step_seconds: 60;
            /** @description Calls traded in each minute, contracts */
            readonly call_volume: components["schemas"]["Minutes"];
            /** @description Puts traded in each minute, contracts */
            readonly put_volume: components["schemas"]["Minutes"];
            /** @description Dollars traded in calls in each minute */
            readonly call_premium: components["schemas"]["Minutes"];
            /** @description Dollars traded in puts in each minute */
            readonly put_premium: components["schemas"]["Minutes"];
            /** @description Dollars of calls bought less sold in each minute */
            readonly call_net_premium: components["schemas"]["Minutes"];
            /** @description Dollars of puts bought less sold in each minute */
            readonly put_net_premium: components["schemas"]["Minutes"];
            /** @description Spot at each minute's end */
            readonly spot: components["schemas"]["Minutes"];
        };
        /** @description Where a replay is and how it moves */
        readonly Replay: {
            /** @description The first instant of the controls */
            readonly from: components["schemas"]["Instant"];
            /** @description The last instant of the controls */
            readonly to: components["schemas"]["Instant"];
            /** @description The instant up to which events were handled */
            readonly position: components["schemas"]["Instant"];
            /** @description Whether it moves */
            readonly playing: boolean;
            /** @description Whether it is on its way to an instant asked for */
            readonly seeking: boolean;
            /**
             * Format: date-time
             * @description The instant that it is on its way to; frames rest meanwhile. Null where it is on none
             */
            readonly target: string | null;
            /** @description Seconds of the day a second of the clock; max for as fast as possible */
            readonly speed: number | "max";
            /** @description Whether it begins again at the end */
            readonly loop: boolean;
            /** @description Whether the last event was handled */
            readonly ended: boolean;
            /** @description Why it cannot go on; null while it can */
            readonly failure: string | null;
            /** @description Whether the action live leads back to a live market */
            readonly live: boolean;
        };
        /** @description What a replay is told. `seek` wants `at`, `speed` wants `speed`, `play` takes a `speed` and `loop` a `loop`; with a `date` the replay of that day is shown first; `live` and `demo` show another market. Null is as good as absent */
        readonly ReplayRequest: {
            /**
             * @description What to do
             * @enum {string}
             */
            readonly action: "play" | "pause" | "step" | "seek" | "speed" | "loop" | "live" | "demo";
            /**
             * Format: date
             * @description The recorded day that is meant; the one that is shown without it
             * @example 2026-11-18
             */
            readonly date?: string | null;
            /**
             * @description An ISO-8601 instant, of another recorded day as well, or HH:MM or HH:MM:SS in New York on the replay's day
             * @example 10:30
             * @example 2026-11-20T15:30:00Z
             */
            readonly at?: string | null;
            /** @description Seconds of the day a second of the clock; max for as fast as possible */
            readonly speed?: number | "max" | null;
            /** @description Whether to begin again at the end; without it the other way than now */
            readonly loop?: boolean | null;
        };
        /** @description How old what is shown is, milliseconds: of a live market since the last quote or print was taken in, of any other since its last fact; null for unknown */
        readonly Age: number | null;
        /**
         * @description What a source does: nothing is asked of it; it is being connected to; it delivers; it is connected and does not deliver what is due; it was lost and waits for the next attempt; the vendor refused it; it was closed on purpose
         * @enum {string}
         */
        readonly FeedStateName: "off" | "connecting" | "streaming" | "stale" | "waiting" | "refused" | "closed";
        /** @description How the worst of the feeds that the live market needs is doing, and what the day lacks; null where no live market is shown */
        readonly FeedSummary: {
            readonly state: components["schemas"]["FeedStateName"];
            /**
             * @description Why, in plain words; empty where the state says it all
             * @example a ping was not answered
             */
            readonly detail: string;
            /** @description Holes of the day of which something is still missing */
            readonly holes_open: number;
            /** @description Holes of the day that were found */
            readonly holes: number;
        } | null;
        /** @description What the live side tells of itself, whether it is shown or not */
        readonly Feeds: {
            /**
             * @description Whether something is the matter
             * @enum {string}
             */
            readonly status: "ready" | "degraded";
            /**
             * @description What is the matter, in plain words
             * @example [
             *       "options: a ping was not answered"
             *     ]
             */
            readonly troubles: readonly string[];
            /**
             * @description What is worth knowing and takes nothing from what is shown, in plain words
             * @example [
             *       "this machine's clock is 3,600 s behind the vendor's, which is followed: set the clock"
             *     ]
             */
            readonly notes: readonly string[];
            /** @description What time it is at the market; null without a live market */
            readonly clock: components["schemas"]["InstantOrNull"];
            /** @description The vendor's clock less this machine's, milliseconds; 0 for unknown */
            readonly skew_ms: number;
            /** @description How late the plan delivers, milliseconds; 0 for at once */
            readonly delay_ms: number | null;
            /**
             * @description What the vendor's plan gives, in plain words; empty for unknown
             * @example Advanced: trades, quotes, real time; index values
             */
            readonly plan: string;
            readonly recording: components["schemas"]["RecordingState"];
            readonly session: components["schemas"]["SessionState"];
            /** @description The sources, in a fixed order; none without a live market */
            readonly feeds: readonly components["schemas"]["FeedState"][];
            readonly caches: components["schemas"]["CacheState"];
            /**
             * @description What will be deleted next to bound the use of the disk, and why
             * @example [
             *       "journal/2026-10-20, 120 MB: older than 30 days"
             *     ]
             */
            readonly deletions: readonly string[];
        };
        /** @description Whether what comes is recorded; null where there is nothing to record */
        readonly RecordingState: {
            /** @description False while it cannot be */
            readonly on: boolean;
            /** @description Since when this is so; null from the start */
            readonly since: components["schemas"]["InstantOrNull"];
            /** @description Why it is off; empty while it is on */
            readonly reason: string;
            /** @description Events of the day that are safe on the disk */
            readonly recorded: number;
            /** @description Events that went unrecorded */
            readonly lost: number;
            /** @description Length of the day's record */
            readonly bytes: number;
            /** @description What the disk has left; null for unknown */
            readonly free_bytes: number | null;
        } | null;
        /** @description How far the session is behind */
        readonly SessionState: {
            /** @description From the event it handles to the market's clock, less the plan's delay, milliseconds; null for unknown */
            readonly behind_ms: number | null;
            /** @description Events that wait for it */
            readonly waiting: number;
        };
        /** @description How the writing of the day's caches went */
        readonly CacheState: {
            /** @description Why the last attempt failed; null where it did not */
            readonly failure: string | null;
        };
        /** @description How one source is doing; counts are since the day's opening */
        readonly FeedState: {
            /**
             * @description Which
             * @example options
             * @example chain-SPX
             */
            readonly name: string;
            readonly state: components["schemas"]["FeedStateName"];
            /** @description Why, in plain words; empty where the state says it all */
            readonly detail: string;
            /** @description Whether the live side is degraded without it */
            readonly required: boolean;
            /** @description Milliseconds since it last gave a sign of life; null for unknown */
            readonly age_ms: number | null;
            /** @description Milliseconds from the market to this machine, of what it gave last; null for unknown */
            readonly lag_ms: number | null;
            /** @description Channels it is subscribed to or asks for */
            readonly channels: number;
            /** @description Channels that are overdue */
            readonly silent: number;
            /** @description Attempts to connect since it was last connected */
            readonly attempts: number;
            /** @description Connections established */
            readonly connections: number;
            /** @description Connections lost */
            readonly losses: number;
            /** @description Holes found */
            readonly holes: number;
            /** @description Holes filled */
            readonly filled: number;
            /** @description Holes that are being filled */
            readonly fetching: number;
            /** @description Events that came on time */
            readonly events: number;
            /** @description Events fetched afterwards */
            readonly fetched: number;
            /** @description Events left out as duplicates */
            readonly duplicates: number;
            /** @description Events that came behind later ones */
            readonly late: number;
            /** @description Requests and channels refused */
            readonly refusals: number;
            /** @description Messages that were not understood */
            readonly rejected: number;
            /** @description Bytes received and not handled yet */
            readonly waiting_bytes: number;
            /** @description Times that it had to wait until what it had received was handled */
            readonly stalls: number;
        };
        /** @description The holes in the feed of the shown day */
        readonly Holes: {
            /**
             * Format: date
             * @description The trading day
             */
            readonly date: string;
            /** @description In the order in which they were found; beyond 1,000 the first are left out */
            readonly holes: readonly components["schemas"]["Hole"][];
        };
        /** @description A stretch of time for which events are missing, or were fetched afterwards */
        readonly Hole: {
            /** @description The last instant before it that is known to be whole */
            readonly from: components["schemas"]["Instant"];
            /** @description The first instant behind it that is known to be whole */
            readonly to: components["schemas"]["Instant"];
            /**
             * @description Why, in plain words
             * @example a ping was not answered
             */
            readonly reason: string;
            /** @description Whether the missing events were fetched */
            readonly filled: boolean;
            /** @description Whether something is still missing: not where it was filled, nor of an index once its next value came */
            readonly open: boolean;
            /** @description When it was found or, where it is filled, was filled */
            readonly found: components["schemas"]["InstantOrNull"];
        };
        /** @description The recorded days */
        readonly Days: {
            /** @description The newest first */
            readonly days: readonly components["schemas"]["RecordedDay"][];
        };
        /** @description A day that can be replayed */
        readonly RecordedDay: {
            /**
             * Format: date
             * @description The trading day
             */
            readonly date: string;
            /**
             * @description Where it is recorded: in the journal of a live day, or in files of the lake
             * @enum {string}
             */
            readonly source: "journal" | "lake";
            /** @description Symbols of the underlyings whose options it holds */
            readonly underlyings: readonly string[];
            /** @description Whether it is recorded from the opening to the close without an open hole */
            readonly complete: boolean;
        };
        /** @description What is wrong and what is expected (RFC 9457) */
        readonly Problem: {
            /**
             * @description Always about:blank
             * @constant
             */
            readonly type: "about:blank";
            /**
             * @description The status in words
             * @example Not Found
             */
            readonly title: string;
            /** @description The HTTP status */
            readonly status: number;
            /** @description What is wrong, where, and what to do */
            readonly detail: string;
            /** @description The path that was asked for */
            readonly instance: string;
        };
        /** @description That the process serves */
        readonly Health: {
            /**
             * @description Always ok
             * @constant
             */
            readonly status: "ok";
        };
        /** @description That the process lives */
        readonly Liveness: {
            /**
             * @description Always live
             * @constant
             */
            readonly status: "live";
        };
        /** @description How far the server can be used */
        readonly Readiness: {
            /**
             * @description Before a replay's first fact; serving; serving, with the troubles named; told to end
             * @enum {string}
             */
            readonly status: "starting" | "ready" | "degraded" | "stopping";
            /** @description Where facts come from; none where no market is connected and no day shown */
            readonly feeds: readonly components["schemas"]["FeedHealth"][];
            /**
             * @description Why it is degraded, in plain words
             * @example [
             *       "options: a ping was not answered"
             *     ]
             */
            readonly troubles: readonly string[];
        };
        /** @description How a feed is doing */
        readonly FeedHealth: {
            /**
             * @description The feed
             * @example options
             * @example replay
             */
            readonly name: string;
            /**
             * @description Whether it delivers, or is down
             * @enum {string}
             */
            readonly state: "ok" | "degraded";
            /** @description Milliseconds since it last gave a sign of life; null before the first */
            readonly age_ms: number | null;
            /** @description Why it is in that state, in plain words; empty where the state says it all */
            readonly detail: string;
        };
        /** @description Contracts that became known, by columns */
        readonly StreamListed: {
            /** @description The number that rows and view refer to */
            readonly id: readonly number[];
            /** @description The contract as Polygon spells it */
            readonly ticker: readonly string[];
            /** @description Strike price, dollars */
            readonly strike: readonly number[];
            /** @description Call or put */
            readonly right: readonly components["schemas"]["Right"][];
        };
        /** @description Numbers by columns, named as in Contract, with the same units: place i belongs to contract `id[i]`. Values are absolute */
        readonly StreamRows: {
            /** @description The contracts whose numbers are given */
            readonly id: readonly number[];
            readonly volume: components["schemas"]["Numbers"];
            readonly premium: components["schemas"]["Numbers"];
            readonly bought: components["schemas"]["Numbers"];
            readonly sold: components["schemas"]["Numbers"];
            readonly unclassified: components["schemas"]["Numbers"];
            readonly by_tick_rule: components["schemas"]["Numbers"];
            readonly net_delta_flow: components["schemas"]["Numbers"];
            readonly net_gamma_flow: components["schemas"]["Numbers"];
            readonly last: components["schemas"]["Numbers"];
            readonly bid: components["schemas"]["Numbers"];
            readonly ask: components["schemas"]["Numbers"];
            readonly iv: components["schemas"]["Numbers"];
            readonly delta: components["schemas"]["Numbers"];
            readonly gamma: components["schemas"]["Numbers"];
            readonly theta: components["schemas"]["Numbers"];
            readonly vega: components["schemas"]["Numbers"];
            readonly greeks_age_ms: components["schemas"]["Numbers"];
            readonly net_premium: components["schemas"]["Numbers"];
            readonly bid_size: components["schemas"]["Numbers"];
            readonly ask_size: components["schemas"]["Numbers"];
            readonly open_interest: components["schemas"]["Numbers"];
            readonly outside: components["schemas"]["Numbers"];
            readonly without_delta: components["schemas"]["Numbers"];
            readonly last_minute_volume: components["schemas"]["Numbers"];
            readonly vendor_iv: components["schemas"]["Numbers"];
            readonly vendor_delta: components["schemas"]["Numbers"];
            readonly vendor_gamma: components["schemas"]["Numbers"];
            readonly vendor_theta: components["schemas"]["Numbers"];
            readonly vendor_vega: components["schemas"]["Numbers"];
            readonly vendor_age_ms: components["schemas"]["Numbers"];
        };
        /** @description The newest prints that pass a filter */
        readonly TapePrints: {
            /** @description Symbol of the underlying */
            readonly underlying: string;
            /** @description The expiry; null before a contract is known */
            readonly expiry: components["schemas"]["DateOrNull"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            /** @description Another one whenever the day began again or another is shown; numbers of prints of different ones do not compare */
            readonly generation: number;
            /** @description Number of the newest print on the tape, 0 for none */
            readonly last: number;
            /** @description The filter in its canonical text */
            readonly filter: string;
            /** @description The prints, the newest first */
            readonly prints: readonly components["schemas"]["TapePrint"][];
        };
        /** @description A print on the tape */
        readonly TapePrint: {
            /** @description Its number on the tape, from 1 */
            readonly seq: number;
            /** @description When it happened, to the nanosecond */
            readonly time: components["schemas"]["Instant"];
            /** @description Symbol of the contract */
            readonly ticker: string;
            /** @description Root of the symbol */
            readonly root: string;
            /** @description Strike, dollars or index points */
            readonly strike: number;
            /** @description Call or put */
            readonly right: components["schemas"]["Right"];
            /**
             * @description Who crossed the spread: the buyer, the seller, or null for nobody that can be told
             * @enum {unknown}
             */
            readonly side: "buy" | "sell" | null;
            /** @description Whether the tick rule decided the side */
            readonly by_tick_rule: boolean;
            /** @description Dollars a share */
            readonly price: number | null;
            /** @description Contracts */
            readonly size: number;
            /** @description Dollars: price x size x 100 */
            readonly premium: number | null;
            /** @description Best bid at the print, dollars a share */
            readonly bid: number | null;
            /** @description Best offer at the print, dollars a share */
            readonly ask: number | null;
            /** @description Implied volatility of the second before, 0.2 for 20 % */
            readonly iv: number | null;
            /** @description The contract's delta of the second before */
            readonly delta: number | null;
            /** @description Spot at the print */
            readonly spot: number | null;
            /** @description Name of the exchange */
            readonly exchange: string | null;
            /** @description What its condition codes mean, in words */
            readonly conditions: readonly string[];
            /** @description Whether it stands for all trades of a minute */
            readonly bars: boolean;
        };
        /** @description How many prints on the tape there are */
        readonly Tape: {
            /** @description Number of the run of the day: another after a seek back or a loop */
            readonly generation: number;
            /** @description Number of the newest print, 0 for none */
            readonly last: number;
        };
        /**
         * @description What a market does
         * @enum {string}
         */
        readonly PhaseName: "overnight" | "pre_open" | "regular" | "late" | "curb";
        /** @description What the market does from an instant to another */
        readonly Phase: {
            readonly phase: components["schemas"]["PhaseName"];
            /** @description Its first instant */
            readonly from: components["schemas"]["Instant"];
            /** @description The first instant behind it */
            readonly to: components["schemas"]["Instant"];
        };
        /** @description What the next trading day begins with */
        readonly NextPhase: {
            readonly phase: components["schemas"]["PhaseName"];
            /** @description Its first instant */
            readonly from: components["schemas"]["Instant"];
        };
        /** @description The hours of the trading day; between the phases the market is closed */
        readonly Market: {
            /**
             * Format: date
             * @description The trading day
             */
            readonly date: string;
            /** @description In the order of time */
            readonly phases: readonly components["schemas"]["Phase"][];
            readonly next: components["schemas"]["NextPhase"];
            /** @description Whether the exchange closes early */
            readonly short_day: boolean;
            /** @description When the leading series of what is shown stops trading; null before it is known */
            readonly expires_at: components["schemas"]["InstantOrNull"];
        };
        /** @description A column: place i belongs to minute `first` + i, null for unknown */
        readonly ChangedMinutes: readonly (number | null)[];
        /** @description The minutes that changed, one after another, by columns. Values are absolute */
        readonly StreamMinutes: {
            /** @description Number of the first minute given, 0 for the one that begins at the history's from */
            readonly first: number;
            /** @description Calls traded in each minute, contracts */
            readonly call_volume: components["schemas"]["ChangedMinutes"];
            /** @description Puts traded in each minute, contracts */
            readonly put_volume: components["schemas"]["ChangedMinutes"];
            /** @description Dollars traded in calls in each minute */
            readonly call_premium: components["schemas"]["ChangedMinutes"];
            /** @description Dollars traded in puts in each minute */
            readonly put_premium: components["schemas"]["ChangedMinutes"];
            /** @description Dollars of calls bought less sold in each minute */
            readonly call_net_premium: components["schemas"]["ChangedMinutes"];
            /** @description Dollars of puts bought less sold in each minute */
            readonly put_net_premium: components["schemas"]["ChangedMinutes"];
            /** @description Spot at each minute's end */
            readonly spot: components["schemas"]["ChangedMinutes"];
        };
        /** @description Everything, as it is now */
        readonly Snapshot: {
            /**
             * @description Always snapshot (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly type: "snapshot";
            readonly seq: components["schemas"]["Sequence"];
            /**
             * @description Symbol of the underlying
             * @example SPX
             */
            readonly underlying: string;
            /** @description Symbols of the underlyings that can be asked for */
            readonly underlyings: readonly string[];
            /**
             * @description Root of the leading series, SPXW or SPX; null before it is known
             * @example SPXW
             */
            readonly root: string | null;
            /** @description The shown expiry; null before a contract is known */
            readonly expiry: components["schemas"]["DateOrNull"];
            /** @description The expiries that can be asked for, the nearest first */
            readonly expiries: readonly string[];
            readonly mode: components["schemas"]["Mode"];
            /** @description Whether the options are American and the Greeks only approximate, by the European formula */
            readonly greeks_approx: boolean;
            readonly previous_close: components["schemas"]["PreviousClose"];
            readonly market: components["schemas"]["Market"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            readonly spot: components["schemas"]["Spot"];
            readonly spot_source: components["schemas"]["SpotSource"];
            readonly recording: components["schemas"]["Recording"];
            readonly totals: components["schemas"]["Totals"];
            readonly open: components["schemas"]["Open"];
            readonly bars: components["schemas"]["Bars"];
            readonly tape: components["schemas"]["Tape"];
            readonly age_ms: components["schemas"]["Age"];
            /** @description What time it is at the market; null where no live market is shown */
            readonly clock: components["schemas"]["InstantOrNull"];
            readonly feed: components["schemas"]["FeedSummary"];
            /** @description The contracts about the spot that the ladder shows first: calls before puts, strikes upwards */
            readonly view: readonly number[];
            readonly listed: components["schemas"]["StreamListed"];
            readonly rows: components["schemas"]["StreamRows"];
            readonly history: components["schemas"]["History"];
            /** @description The replay's clock; null where none is shown */
            readonly replay: components["schemas"]["Replay"] | null;
        };
        /** @description What changed since the frame before: the head whole, the rest where it changed */
        readonly Frame: {
            /**
             * @description Always frame (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly type: "frame";
            /** @description Number of this frame, one more than the one before */
            readonly seq: components["schemas"]["Sequence"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            readonly spot: components["schemas"]["Spot"];
            readonly spot_source: components["schemas"]["SpotSource"];
            readonly recording: components["schemas"]["Recording"];
            readonly totals: components["schemas"]["Totals"];
            readonly open: components["schemas"]["Open"];
            readonly bars: components["schemas"]["Bars"];
            readonly tape: components["schemas"]["Tape"];
            readonly age_ms: components["schemas"]["Age"];
            /** @description What time it is at the market; null where no live market is shown */
            readonly clock: components["schemas"]["InstantOrNull"];
            readonly feed: components["schemas"]["FeedSummary"];
            /** @description The contracts about the spot that the ladder shows first: calls before puts, strikes upwards */
            readonly view?: readonly number[];
            readonly listed?: components["schemas"]["StreamListed"];
            readonly rows: components["schemas"]["StreamRows"];
            readonly minutes?: components["schemas"]["StreamMinutes"];
            /** @description The expiries that can be asked for, the nearest first, where they changed */
            readonly expiries?: readonly string[];
            /** @description The replay's clock; null where none is shown */
            readonly replay: components["schemas"]["Replay"] | null;
        };
        /** @description That nothing changed for a second */
        readonly Heartbeat: {
            /**
             * @description Always heartbeat (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            readonly type: "heartbeat";
            readonly seq: components["schemas"]["Sequence"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            readonly age_ms: components["schemas"]["Age"];
            /** @description What time it is at the market; null where no live market is shown */
            readonly clock: components["schemas"]["InstantOrNull"];
            readonly feed: components["schemas"]["FeedSummary"];
            readonly recording: components["schemas"]["Recording"];
            /** @description The replay's clock; null where none is shown */
            readonly replay: components["schemas"]["Replay"] | null;
        };
        /** @description A message of the stream */
        readonly StreamMessage: components["schemas"]["Snapshot"] | components["schemas"]["Frame"] | components["schemas"]["Heartbeat"];
        /** @description What a viewer may send */
        readonly StreamRequest: components["schemas"]["SnapshotRequest"] | components["schemas"]["PaceRequest"];
        /** @description The underlying's close of the trading day before; null for unknown */
        readonly PreviousClose: number | null;
        /** @description The first spot in the regular hours; null before it */
        readonly Open: number | null;
        /** @description Whether prints are minute bars, true, or single trades, false; null before the first print */
        readonly Bars: boolean | null;
        /** @description That a viewer wants a snapshot */
        readonly SnapshotRequest: {
            /**
             * @description Always snapshot
             * @constant
             */
            readonly type: "snapshot";
        };
        /** @description How often a viewer wants a state, as a hidden tab does less often: snapshots take the place of frames */
        readonly PaceRequest: {
            /**
             * @description Always pace
             * @constant
             */
            readonly type: "pace";
            /**
             * @description Milliseconds from one state to the next at least
             * @enum {integer}
             */
            readonly ms: 250 | 2000;
        };
        /**
         * @description What a cell sums
         * @enum {string}
         */
        readonly Measure: "net_premium" | "premium" | "volume" | "delta_flow";
        /** @description Cells by columns: place i of each belongs to one cell */
        readonly Cells: {
            /** @description Place of the strike in strikes */
            readonly strike_index: readonly number[];
            /** @description Number of the step */
            readonly step_index: readonly number[];
            /** @description The sum */
            readonly value: readonly number[];
        };
        /** @description What traded by strike and time */
        readonly Heatmap: {
            /**
             * @description Symbol of the underlying
             * @example SPX
             */
            readonly underlying: string;
            /** @description The expiry; null before a contract is known */
            readonly expiry: components["schemas"]["DateOrNull"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            /** @description Number of the run of the day: another after a seek back or a loop */
            readonly generation: number;
            readonly measure: components["schemas"]["Measure"];
            /** @description When step 0 begins */
            readonly from: components["schemas"]["Instant"];
            /**
             * @description Length of a step
             * @enum {integer}
             */
            readonly step_seconds: 60 | 300 | 900;
            /** @description How many have begun */
            readonly steps: number;
            /** @description The first step given */
            readonly since: number;
            /** @description Those at which something traded, upwards */
            readonly strikes: readonly number[];
            /** @description Cells of calls */
            readonly calls: components["schemas"]["Cells"];
            /** @description Cells of puts */
            readonly puts: components["schemas"]["Cells"];
        };
        /** @description A contract's day by the minute */
        readonly ContractHistory: {
            /**
             * @description The contract as Polygon spells it
             * @example O:SPXW261120C06000000
             */
            readonly ticker: string;
            /**
             * @description Symbol of the underlying
             * @example SPX
             */
            readonly underlying: string;
            /**
             * @description Root of the series
             * @example SPXW
             */
            readonly root: string;
            /**
             * Format: date
             * @description Date in the symbol
             */
            readonly expiry: string;
            /** @description Strike price, dollars */
            readonly strike: number;
            readonly right: components["schemas"]["Right"];
            /** @description Time of the newest event that counted */
            readonly as_of: components["schemas"]["InstantOrNull"];
            /** @description Number of the run of the day: another after a seek back or a loop */
            readonly generation: number;
            /** @description When the first minute begins */
            readonly from: components["schemas"]["Instant"];
            /**
             * @description Length of a step
             * @constant
             */
            readonly step_seconds: 60;
            /** @description Contracts traded in each minute */
            readonly volume: components["schemas"]["Minutes"];
            /** @description Of them those bought: the buyer crossed the spread */
            readonly bought: components["schemas"]["Minutes"];
            /** @description Of them those sold */
            readonly sold: components["schemas"]["Minutes"];
            /** @description Of them those without a side */
            readonly unclassified: components["schemas"]["Minutes"];
            /** @description Dollars traded in each minute */
            readonly premium: components["schemas"]["Minutes"];
            /** @description Dollars bought less sold in each minute */
            readonly net_premium: components["schemas"]["Minutes"];
            /** @description Price of the last print, dollars a share, at each minute's end */
            readonly last: components["schemas"]["Minutes"];
            /** @description Best bid then */
            readonly bid: components["schemas"]["Minutes"];
            /** @description Best offer then */
            readonly ask: components["schemas"]["Minutes"];
            /** @description Implied volatility then, 0.20 for 20 % */
            readonly iv: components["schemas"]["Minutes"];
            /** @description Delta then */
            readonly delta: components["schemas"]["Minutes"];
            /** @description Gamma then */
            readonly gamma: components["schemas"]["Minutes"];
            /** @description Theta then, dollars a calendar day */
            readonly theta: components["schemas"]["Minutes"];
            /** @description Vega then, dollars a volatility point */
            readonly vega: components["schemas"]["Minutes"];
            /** @description Spot then */
            readonly spot: components["schemas"]["Minutes"];
        };
    };
    responses: {
        /** @description The request is not as expected */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The header X-API-Key with the admin key is missing or wrong */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A page of an origin that CORS_ORIGINS does not name, or off loopback without an ADMIN_API_KEY */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was asked for is not served; the detail names what is */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server shows something that cannot do this */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too long */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A server on loopback does not answer to this name */
        readonly Misdirected: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server made an error; its log says more */
        readonly ServerError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other problem */
        readonly Unexpected: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Symbol of an underlying that is served; the first one without it
         * @example SPX
         */
        readonly Underlying: string;
        /**
         * @description Which prints, in the grammar of docs/filters.md; all without it
         * @example side:buy prem>=250k dte:0
         */
        readonly Filter: string;
        /**
         * @description A date of expiry that is served; the day's first one without it
         * @example 2026-11-20
         */
        readonly Expiry: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It does */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly live: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It does */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Liveness"];
                };
            };
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly ready: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description ready or degraded */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description starting or stopping */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly metrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counters */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            readonly 421: components["responses"]["Misdirected"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly flow: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Symbol of an underlying that is served; the first one without it
                 * @example SPX
                 */
                readonly underlying?: components["parameters"]["Underlying"];
                /**
                 * @description A date of expiry that is served; the day's first one without it
                 * @example 2026-11-20
                 */
                readonly expiry?: components["parameters"]["Expiry"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The state */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Flow"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly flowHistory: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Symbol of an underlying that is served; the first one without it
                 * @example SPX
                 */
                readonly underlying?: components["parameters"]["Underlying"];
                /**
                 * @description A date of expiry that is served; the day's first one without it
                 * @example 2026-11-20
                 */
                readonly expiry?: components["parameters"]["Expiry"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The minutes so far */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FlowHistory"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly heatmap: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Symbol of an underlying that is served; the first one without it
                 * @example SPX
                 */
                readonly underlying?: components["parameters"]["Underlying"];
                /**
                 * @description A date of expiry that is served; the day's first one without it
                 * @example 2026-11-20
                 */
                readonly expiry?: components["parameters"]["Expiry"];
                /**
                 * @description What a cell sums: dollars bought less sold, dollars, contracts, or shares' worth of delta bought less sold
                 * @example premium
                 */
                readonly measure?: "net_premium" | "premium" | "volume" | "delta_flow";
                /**
                 * @description Seconds that a step lasts
                 * @example 300
                 */
                readonly step?: 60 | 300 | 900;
                /**
                 * @description Number of the first step wanted
                 * @example 0
                 */
                readonly since?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The cells */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Heatmap"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly contractHistory: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The contract in any usual spelling, URL-encoded
                 * @example O:SPXW261120C06000000
                 */
                readonly ticker: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The minutes so far */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContractHistory"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly tape: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Symbol of an underlying that is served; the first one without it
                 * @example SPX
                 */
                readonly underlying?: components["parameters"]["Underlying"];
                /**
                 * @description A date of expiry that is served; the day's first one without it
                 * @example 2026-11-20
                 */
                readonly expiry?: components["parameters"]["Expiry"];
                /**
                 * @description Which prints, in the grammar of docs/filters.md; all without it
                 * @example side:buy prem>=250k dte:0
                 */
                readonly filter?: components["parameters"]["Filter"];
                /**
                 * @description Prints with a greater number only
                 * @example 0
                 */
                readonly after?: number;
                /**
                 * @description Prints with a smaller number only
                 * @example 1000
                 */
                readonly before?: number;
                /**
                 * @description How many prints at most
                 * @example 50
                 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The prints */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TapePrints"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly tapeCsv: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Symbol of an underlying that is served; the first one without it
                 * @example SPX
                 */
                readonly underlying?: components["parameters"]["Underlying"];
                /**
                 * @description A date of expiry that is served; the day's first one without it
                 * @example 2026-11-20
                 */
                readonly expiry?: components["parameters"]["Expiry"];
                /**
                 * @description Which prints, in the grammar of docs/filters.md; all without it
                 * @example side:buy prem>=250k dte:0
                 */
                readonly filter?: components["parameters"]["Filter"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly feeds: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What it tells of itself */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Feeds"];
                };
            };
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly holes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The holes */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Holes"];
                };
            };
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly days: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The days */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Days"];
                };
            };
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly replay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The clock */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Replay"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly steerReplay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description At most 4096 bytes */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        readonly responses: {
            /** @description The clock as it is then; null where no replay is shown */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Replay"] | null;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 421: components["responses"]["Misdirected"];
            readonly 500: components["responses"]["ServerError"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly stream: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Symbol of an underlying that is served; the first one without it
                 * @example SPX
                 */
                readonly underlying?: components["parameters"]["Underlying"];
                /**
                 * @description A date of expiry that is served; the day's first one without it
                 * @example 2026-11-20
                 */
                readonly expiry?: components["parameters"]["Expiry"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The messages */
            readonly 101: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StreamMessage"];
                };
            };
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 421: components["responses"]["Misdirected"];
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly openapi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description This document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly swaggerUi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            readonly default: components["responses"]["Unexpected"];
        };
    };
    readonly redoc: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            readonly default: components["responses"]["Unexpected"];
        };
    };
}
