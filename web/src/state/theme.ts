// Dark or light: the one thing that is kept in this browser rather than in the address.
import { useSyncExternalStore } from "react";

export type Theme = "dark" | "light";

const key = "spyglass.theme";
const listeners = new Set<() => void>();
const lightSystem = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: light)");

function chosen(): Theme | null {
  const kept = localStorage.getItem(key);
  return kept === "dark" || kept === "light" ? kept : null;
}

/** What was chosen here, or else what the system prefers. */
export function theme(): Theme {
  return chosen() ?? (lightSystem().matches ? "light" : "dark");
}

/** Chooses for this browser. */
export function choose(next: Theme): void {
  localStorage.setItem(key, next);
  show();
}

/** Sets the theme on the page, and again whenever the system's preference changes. */
export function followTheme(): void {
  lightSystem().addEventListener("change", show);
  show();
}

function show(): void {
  document.documentElement.dataset.theme = theme();
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, theme);
}
