// The page's status, as it is now and as time goes by.
import { useEffect, useRef, useState } from "react";
import type { Flow } from "../model/flow";
import { marketClock, marketTime } from "../model/market";
import { statusOf, type Link, type Status } from "../model/status";

const periodMs = 500;

/** Ages are sampled a few times a second, so that they do not flicker with every frame. */
export function useStatus(flow: Flow | null, link: Link): Status {
  const { now, ...taken } = useSample(flow, link);
  const { heardAt, feedAgeMs, clock } = taken.mode === flow?.mode ? taken : told(flow, link);
  const phase = flow?.market ? marketClock(flow.market, marketTime(clock, heardAt, now)).phase : null;
  return statusOf(flow && { ...flow, feedAgeMs, clock }, { ...link, heardAt }, phase, now);
}

interface Told {
  /** Ages of one market say nothing of another. */
  readonly mode: Flow["mode"] | undefined;
  readonly heardAt: number | null;
  readonly feedAgeMs: number | null;
  readonly clock: string | null;
}

interface Sample extends Told {
  readonly now: number;
}

function told(flow: Flow | null, { heardAt }: Link): Told {
  return {
    mode: flow?.mode,
    heardAt,
    feedAgeMs: flow?.feedAgeMs ?? null,
    clock: flow?.clock ?? null,
  };
}

function sample(flow: Flow | null, link: Link): Sample {
  return { now: Date.now(), ...told(flow, link) };
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
