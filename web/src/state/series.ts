// The choice of underlying and expiry, which stands in the address.
import { useRef } from "react";
import { get, Refusal } from "./api";
import { useChangeSearch, useLiveSearch } from "./search";

export interface SeriesChoice {
  /** Keeps the expiry that the address names if the other underlying has it. */
  readonly showUnderlying: (underlying: string) => void;
  /** The day's first for undefined. */
  readonly showExpiry: (expiry: string | undefined) => void;
}

export function useSeries(): SeriesChoice {
  const { expiry } = useLiveSearch();
  const change = useChangeSearch();
  const choices = useRef(0);
  return {
    showUnderlying: (underlying) => {
      const choice = ++choices.current;
      void isServed(underlying, expiry).then((keepsExpiry) => {
        if (choice !== choices.current) {
          return;
        }
        change({ underlying, strike: undefined, ...(keepsExpiry ? {} : { expiry: undefined }) }, true);
      });
    },
    showExpiry: (next) => {
      choices.current++;
      change({ expiry: next, strike: undefined }, true);
    },
  };
}

/** Asks for next to nothing: the server refuses with 404 what it does not show. */
export async function askWhetherServed(asked: {
  underlying: string | undefined;
  expiry: string | undefined;
}): Promise<void> {
  await get("/api/heatmap", { ...asked, step: 900, since: 999_999 });
}

async function isServed(underlying: string, expiry: string | undefined): Promise<boolean> {
  if (expiry === undefined) {
    return true;
  }
  try {
    await askWhetherServed({ underlying, expiry });
    return true;
  } catch (error) {
    return !(error instanceof Refusal && error.status === 404);
  }
}
