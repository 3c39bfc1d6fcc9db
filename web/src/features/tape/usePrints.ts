import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../state/api";
import { withNewer, withOlder, type Prints, type TapeAnswer } from "./prints";

/** Which tape, and how far it is looked through. */
export interface Look {
  readonly underlying: string;
  readonly expiry: string | null;
  /** In canonical text; null where none can be asked for. */
  readonly filter: string | null;
  readonly generation: number;
  /** Whether the replay is on its way, and nothing is asked for. */
  readonly isGoing: boolean;
  /** The number of the newest print wanted. */
  readonly until: number;
  /** Whether newer ones are there and not wanted. */
  readonly isHeld: boolean;
}

const first = 200;
const more = 1000;
const pauseMs = 500;
const pauseAfterErrorMs = 5000;

/** The prints that pass, asked for at most twice a second, and only while there are newer ones. */
export function usePrints(look: Look) {
  const client = useQueryClient();
  const { underlying, filter, generation, until, isHeld, isGoing } = look;
  const expiry = look.expiry ?? undefined;
  const key = ["tape", underlying, expiry, filter];
  const ask = (range: { after?: number; before?: number }, limit: number, signal?: AbortSignal) =>
    get<TapeAnswer>(
      "/api/tape",
      { underlying, expiry, filter: filter ?? "", limit, ...range },
      signal,
    );
  const isBehind = (prints: Prints | undefined) =>
    prints?.generation !== generation || prints.last < until;

  const newer = useQuery<Prints>({
    queryKey: key,
    enabled: filter !== null && !isGoing,
    staleTime: ({ state }) => (isBehind(state.data) ? 0 : Infinity),
    queryFn: async ({ signal }) => {
      const before = client.getQueryData<Prints>(key);
      const known = before?.generation === generation ? before : undefined;
      const limit = known === undefined ? first : more;
      const range = {
        ...(known === undefined ? {} : { after: known.last }),
        ...(isHeld ? { before: until + 1 } : {}),
      };
      const answer = await ask(range, limit, signal);
      if (answer.generation !== generation) {
        return before ?? { rows: [], generation: answer.generation, last: 0, hasOlder: false };
      }
      const looked = { ...answer, last: isHeld ? Math.min(until, answer.last) : answer.last };
      return withNewer(client.getQueryData<Prints>(key), looked, limit);
    },
    // Rows that stay are the same objects already.
    structuralSharing: false,
    refetchInterval: ({ state }) => {
      if (state.status === "error") {
        return pauseAfterErrorMs;
      }
      return isBehind(state.data) ? pauseMs : false;
    },
  });

  const older = useMutation({
    mutationFn: (before: number) => ask({ before }, more),
    onSuccess: (answer) => {
      const known = client.getQueryData<Prints>(key);
      if (known !== undefined && answer.generation === known.generation) {
        client.setQueryData(key, withOlder(known, answer, more));
      }
    },
  });

  return {
    prints: newer.data,
    error: newer.error,
    retry: () => void newer.refetch(),
    loadOlder: () => {
      const oldest = newer.data?.rows.at(-1)?.seq;
      const isIdle = !isGoing && !older.isPending;
      if (oldest !== undefined && newer.data?.hasOlder === true && isIdle) {
        older.mutate(oldest);
      }
    },
  };
}
