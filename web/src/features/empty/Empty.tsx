import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { calendarDay, daysToExpiry, timeIn } from "../../format/times";
import type { Flow } from "../../model/flow";
import { marketClock, marketTime } from "../../model/market";
import type { Link as Line } from "../../model/status";
import { useNow } from "../../state/clock";
import { runCommand } from "../../state/commands";
import { useLiveSearch } from "../../state/search";
import "./empty.css";

const demo = "./spyglass demo";

/** What to do where there is nothing to show. */
export function Empty({ flow, link }: { flow: Flow | null; link: Line }) {
  if (link.state === "reconnecting" || link.state === "offline") {
    return link.reason === null ? <Unreachable /> : <NotLetIn reason={link.reason} />;
  }
  if (flow === null) {
    return (
      <Words title="Connecting" className="late">
        <p>Waiting for the server’s first message.</p>
      </Words>
    );
  }
  if (flow.mode === "offline") {
    return <NoMarket />;
  }
  if (flow.feed?.state === "refused") {
    return <NoKey detail={flow.feed.detail} />;
  }
  return flow.mode === "live" || flow.mode === "delayed" ? (
    <NoContracts flow={flow} link={link} />
  ) : (
    <Words title="The day is being prepared">
      <p>Its contracts appear as soon as the first of them is listed.</p>
    </Words>
  );
}

/** What the server does not show, in its words, and what it does. */
export function NotServed({ refusal, flow }: { refusal: string; flow: Flow | null }) {
  return (
    <Words title="Not shown here">
      <p>{refusal}.</p>
      {flow !== null && (
        <>
          <p>Shown here:</p>
          <ul>
            {flow.underlyings.map((each) => (
              <li key={each}>
                <Link to="/" search={{ underlying: each }}>
                  {each}
                </Link>
              </li>
            ))}
          </ul>
          <p>{flow.underlying} by expiry:</p>
          <ul>
            {flow.expiries.map((each) => (
              <li key={each}>
                <Link to="/" search={{ underlying: flow.underlying, expiry: each }}>
                  {daysToExpiry(each, flow.asOf)} · {calendarDay(each)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Words>
  );
}

function Words({
  title,
  className = "",
  children,
}: {
  title: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={`empty ${className}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The server has no key to a market and was given no day. */
function NoMarket() {
  return (
    <Words title="No market is connected">
      <p>Watch a simulated one now, with every part of the page at work:</p>
      <StartDemo />
      <p>or a day that was recorded here:</p>
      <button
        type="button"
        onClick={() => {
          runCommand("programme.day");
        }}
      >
        Choose a recorded day
      </button>
      <p>
        For the live market, put a vendor’s key into <code>.env</code> and start the server again:
      </p>
      <pre>POLYGON_API_KEY=…</pre>
    </Words>
  );
}

/** No open and no patience help: somebody has to give the server another key. */
function NoKey({ detail }: { detail: string }) {
  return (
    <Words title="The vendor refuses the key">
      <p>Nothing comes, and nothing will at the open. In its words:</p>
      <p>{detail}.</p>
      <p>
        Check <code>POLYGON_API_KEY</code>, in <code>.env</code> or the environment, and start the server
        again. Whether the vendor takes it, and what its plan has, this tells:
      </p>
      <pre>./spyglass doctor</pre>
      <p>Until then, watch a simulated day:</p>
      <StartDemo />
    </Words>
  );
}

function StartDemo() {
  return (
    <button
      type="button"
      className="primary"
      onClick={() => {
        runCommand("programme.demo");
      }}
    >
      Start the demo
    </button>
  );
}

function NoContracts({ flow: { market, clock }, link }: { flow: Flow; link: Line }) {
  const { zone } = useLiveSearch();
  const now = marketTime(clock, link.heardAt, useNow(1_000));
  const hours = market === null ? null : marketClock(market, now);
  return hours?.phase === "closed" ? (
    <Words title="The market is closed">
      <p>It opens at {timeIn(hours.next.at, zone)}; this page then fills by itself.</p>
      <p>Until then, watch a simulated day:</p>
      <StartDemo />
    </Words>
  ) : (
    <Words title="No contracts yet">
      <p>The feed has sent none so far. Whether it is entitled to them, this tells:</p>
      <pre>./spyglass doctor</pre>
      <p>or watch a simulated day instead:</p>
      <StartDemo />
    </Words>
  );
}

/** The server is there, and says why it does not talk to this page. */
function NotLetIn({ reason }: { reason: string }) {
  return (
    <Words title="The server does not let this page in">
      <p>{reason}.</p>
      <p>The page keeps trying.</p>
    </Words>
  );
}

function Unreachable() {
  return (
    <Words title="No connection to the server">
      <p>The page keeps trying. If the server has stopped, start it again:</p>
      <pre>{demo}</pre>
      <p>or, for a recorded day,</p>
      <pre>./spyglass serve --replay 2021-01-04 --underlying SPX</pre>
    </Words>
  );
}
