import type { ReactNode } from "react";
import { runCommand } from "../../state/commands";
import { choose, useTheme } from "../../state/theme";
import type { Flow } from "../../model/flow";
import type { Link, Status } from "../../model/status";
import { Icon } from "../../parts/Icon";
import { Freshness } from "./Freshness";
import { MarketClock } from "./MarketClock";
import { Series } from "./Series";
import { Spot } from "./Spot";
import { ZoneChoice } from "./ZoneChoice";
import "./header.css";

/** What is shown, whether it is current, and what the market does. */
export function Header({
  flow,
  link,
  status,
  panel,
}: {
  flow: Flow | null;
  link: Link;
  status: Status;
  /** What the live side tells of itself. */
  panel: ReactNode;
}) {
  return (
    <header className={`header ${flow === null ? "bare" : ""}`} data-state={status.state}>
      <h1>
        <Mark />
        <span className="wordmark">Spyglass</span>
      </h1>
      {flow !== null && (
        <>
          <Series flow={flow} />
          <Spot flow={flow} />
          <MarketClock flow={flow} link={link} />
        </>
      )}
      <Freshness flow={flow} link={link} status={status} panel={panel} />
      <div className="tools">
        <ZoneChoice />
        <ThemeButton />
        <button
          type="button"
          className="quiet"
          aria-label="Commands"
          title="Commands (⌘K, Ctrl K)"
          onClick={() => {
            runCommand("palette");
          }}
        >
          <Icon name="list" />
        </button>
        <button
          type="button"
          className="quiet"
          aria-label="Keys and help"
          title="Keys and help (?)"
          onClick={() => {
            runCommand("help");
          }}
        >
          ?
        </button>
      </div>
    </header>
  );
}

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="10" cy="10" r="7" />
      <path d="M15.5 15.5 22 22M6.5 11.5l2.5-3 2 2 2.5-3.5" />
    </svg>
  );
}

function ThemeButton() {
  const next = useTheme() === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      className="quiet roomy"
      aria-label={`Theme: ${next}`}
      title={`Theme: ${next}`}
      onClick={() => {
        choose(next);
      }}
    >
      <Icon name={next === "light" ? "sun" : "moon"} />
    </button>
  );
}
