// The key that a server beyond this machine asks for: kept in memory, and gone with the page.
import { useSyncExternalStore } from "react";

/** Somebody waits for the key; null says that it is not given. */
export interface KeyQuestion {
  readonly answer: (key: string | null) => void;
}

let key: string | null = null;
let question: KeyQuestion | null = null;
const listeners = new Set<() => void>();

/** The key that was given last; null before. */
export function givenKey(): string | null {
  return key;
}

/** Asks the reader for the key; null where it is not given. */
export function askForKey(): Promise<string | null> {
  return new Promise((resolve) => {
    const before = question;
    put({
      answer: (given) => {
        key = given ?? key;
        put(null);
        before?.answer(given);
        resolve(given);
      },
    });
  });
}

function put(next: KeyQuestion | null): void {
  question = next;
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What waits for an answer now; null for nothing. */
export function useKeyQuestion(): KeyQuestion | null {
  return useSyncExternalStore(subscribe, () => question);
}
