// The page's status, as it is now and as time goes by.
import { useEffect, useRef, useState } from "react";
import type { Flow } from "../model/flow";
import { marketClock } from "../model/market";
import { statusOf, type Link, type Status } from "../model/status";

const periodMs = 500;

/** Ages are sampled a few times a second, so that they do not flicker with every frame. */
export function useStatus(flow: Flow | null, link: Link): Status {
  const { now, heardAt, feedAgeMs } = useSample(flow, link);
  const phase = flow?.market ? marketClock(flow.market, now).phase : null;
  return statusOf(flow && { ...flow, feedAgeMs }, { ...link, heardAt }, phase, now);
}

interface Sample {
  readonly now: number;
  readonly heardAt: number | null;
  readonly feedAgeMs: number | null;
}

function sample(flow: Flow | null, link: Link): Sample {
  return { now: Date.now(), heardAt: link.heardAt, feedAgeMs: flow?.feedAgeMs ?? null };
}

function useSample(flow: Flow | null, link: Link): Sample {
  const latest = useRef({ flow, link });
  useEffect(() => {
    latest.current = { flow, link };
  });
  const [taken, setTaken] = useState(() => sample(flow, link));
  useEffect(() => {
    const timer = setInterval(() => {
      setTaken(sample(latest.current.flow, latest.current.link));
    }, periodMs);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return taken;
}
