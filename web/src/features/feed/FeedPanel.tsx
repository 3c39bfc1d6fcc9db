import { bytes, daysAndHours, exactCount, shortAge, unknown } from "../../format/numbers";
import { timeIn, type Zone } from "../../format/times";
import type { Feeds, FeedState, FeedSummary, Hole } from "../../model/messages";
import { Facts } from "../../parts/Facts";
import { useLiveSearch } from "../../state/search";
import { useFeeds, useHoles } from "./useFeeds";
import { words } from "./words";
import "./feed.css";

/** How the live side is doing, feed by feed, and what the day lacks. */
export function FeedPanel({ summary }: { summary: FeedSummary | null }) {
  const { feeds, trouble } = useFeeds();
  const { zone } = useLiveSearch();
  if (trouble !== null) {
    return <p role="alert">▲ {trouble}</p>;
  }
  return (
    <div className="feed-panel">
      {feeds?.troubles.map((each) => (
        <p key={each} className="trouble">
          <span aria-hidden="true">▲</span> {each}
        </p>
      ))}
      {feeds?.notes.map((each) => (
        <p key={each}>
          <span aria-hidden="true">◔</span> {each}
        </p>
      ))}
      {summary !== null && <Holes summary={summary} zone={zone} />}
      {feeds?.feeds.map((feed) => (
        <OneFeed key={feed.name} feed={feed} />
      ))}
      {feeds !== null && feeds.clock !== null && <Session feeds={feeds} />}
      {feeds !== null && feeds.deletions.length > 0 && (
        <section>
          <h3>Will be deleted next</h3>
          {feeds.deletions.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </section>
      )}
    </div>
  );
}

function OneFeed({ feed }: { feed: FeedState }) {
  const { icon, text, isWell } = words[feed.state];
  const count = (value: number) => exactCount(value);
  return (
    <section>
      <h3>
        {feed.name}{" "}
        <span className={isWell || !feed.required ? "" : "trouble"}>
          <span aria-hidden="true">{icon}</span> {text}
        </span>
        {!feed.required && <small> not needed</small>}
      </h3>
      {feed.detail !== "" && <p>{feed.detail}</p>}
      {feed.state !== "off" && (
        <Facts
          facts={[
            { name: "Silent for", value: time(feed.age_ms) },
            { name: "Market to here", value: time(feed.lag_ms) },
            {
              name: "Channels",
              value: count(feed.channels) + (feed.silent === 0 ? "" : `, ${count(feed.silent)} overdue`),
            },
            { name: "Connected", value: `${count(feed.connections)}×, lost ${count(feed.losses)}×` },
            ...(feed.attempts === 0 ? [] : [{ name: "Attempts", value: count(feed.attempts) }]),
            {
              name: "Holes",
              value: `${count(feed.holes)}, filled ${count(feed.filled)}, fetching ${count(feed.fetching)}`,
            },
            { name: "Events", value: `${count(feed.events)}, fetched ${count(feed.fetched)}` },
            {
              name: "Duplicate, late",
              value: `${count(feed.duplicates)}, ${count(feed.late)}`,
            },
            {
              name: "Refused, not understood",
              value: `${count(feed.refusals)}, ${count(feed.rejected)}`,
            },
            { name: "Waiting", value: `${bytes(feed.waiting_bytes)}, stalled ${count(feed.stalls)}×` },
          ]}
        />
      )}
    </section>
  );
}

function Session({ feeds }: { feeds: Feeds }) {
  const { recording, session, plan, delay_ms, skew_ms, caches } = feeds;
  return (
    <section>
      <h3>Session</h3>
      {plan !== "" && <p>{plan}</p>}
      <Facts
        facts={[
          { name: "Behind the market", value: time(session.behind_ms) },
          { name: "Events waiting", value: exactCount(session.waiting) },
          ...(delay_ms === null || delay_ms === 0
            ? []
            : [{ name: "Plan’s delay", value: daysAndHours(delay_ms) }]),
          { name: "Vendor’s clock less ours", value: skew(skew_ms) },
          ...(recording === null
            ? []
            : [
                {
                  name: "Recording",
                  value: recording.on ? "● yes" : `▲ no: ${recording.reason}`,
                },
                {
                  name: "Recorded, lost",
                  value: `${exactCount(recording.recorded)}, ${exactCount(recording.lost)}`,
                },
                {
                  name: "Journal, free disk",
                  value: `${bytes(recording.bytes)}, ${bytes(recording.free_bytes)}`,
                },
              ]),
          ...(caches.failure === null ? [] : [{ name: "Caches", value: `▲ ${caches.failure}` }]),
        ]}
      />
    </section>
  );
}

function Holes({ summary, zone }: { summary: FeedSummary; zone: Zone | undefined }) {
  const holes = useHoles(summary);
  const open = holes.filter((each) => each.open);
  const closed = holes.filter((each) => !each.open);
  return (
    <section>
      <h3>
        Holes of the day{" "}
        <small>
          {exactCount(summary.holes)} found, {exactCount(summary.holes_open)} open
        </small>
      </h3>
      <HoleList holes={open} zone={zone} />
      {closed.length > 0 && (
        <details>
          <summary>{exactCount(closed.length)} filled</summary>
          <HoleList holes={closed} zone={zone} />
        </details>
      )}
    </section>
  );
}

function HoleList({ holes, zone }: { holes: readonly Hole[]; zone: Zone | undefined }) {
  return (
    <ul>
      {holes.map(({ from, to, reason, open, filled }) => (
        <li key={`${from} ${to} ${reason}`}>
          <span aria-hidden="true">{open ? "▲" : "●"}</span> {timeIn(from, zone)} – {timeIn(to, zone)}:{" "}
          {reason}, {open ? "open" : filled ? "filled" : "the next one took their place"}
        </li>
      ))}
    </ul>
  );
}

function time(milliseconds: number | null): string {
  return milliseconds === null ? unknown : shortAge(milliseconds);
}

/** By how much the clocks differ; which of them is wrong they do not say. */
function skew(milliseconds: number): string {
  return milliseconds === 0 ? unknown : (milliseconds < 0 ? "−" : "+") + shortAge(Math.abs(milliseconds));
}
