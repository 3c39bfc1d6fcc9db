// The choice of underlying and expiry, which stands in the address.
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
  return {
    showUnderlying: (underlying) => {
      void isServed(underlying, expiry).then((keepsExpiry) => {
        change({ underlying, strike: undefined, ...(keepsExpiry ? {} : { expiry: undefined }) }, true);
      });
    },
    showExpiry: (next) => {
      change({ expiry: next, strike: undefined }, true);
    },
  };
}

async function isServed(underlying: string, expiry: string | undefined): Promise<boolean> {
  if (expiry === undefined) {
    return true;
  }
  try {
    await get("/api/flow/history", { underlying, expiry });
    return true;
  } catch (error) {
    return !(error instanceof Refusal && error.status === 404);
  }
}
