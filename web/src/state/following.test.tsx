import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Flow } from "../model/flow";
import { snapshot } from "../model/samples";
import { useFollowing, type Told } from "./following";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Shown = Pick<Flow, "asOf" | "tape" | "replay">;

const shown = (asOf: string, generation: number, target: string | null = null): Shown => ({
  asOf,
  tape: { generation, last: 0 },
  replay: { ...snapshot().replay, target } as Flow["replay"],
});

/** A page that shows what it is told, and how often it asked. */
function follow(first: Shown) {
  const server = { asked: 0, tells: { asOf: first.asOf, generation: first.tape.generation } as Told };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const ask = () => {
    server.asked++;
    return Promise.resolve(server.tells);
  };
  const { result, rerender } = renderHook(
    (flow: Shown) => useFollowing<Told>(flow, ["part"], ask, (told) => told),
    {
      initialProps: first,
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  return { server, show: rerender, told: () => result.current.data };
}

const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000));

test("it is asked for again at most once a second, and not where nothing went on", async () => {
  const { server, show, told } = follow(shown("10:00", 0));
  await waitFor(() => {
    expect(told()).toEqual({ asOf: "10:00", generation: 0 });
  });
  await seconds(5);
  expect(server.asked).toBe(1);

  server.tells = { asOf: "10:01", generation: 0 };
  show(shown("10:01", 0));
  await seconds(2);
  expect(told()?.asOf).toBe("10:01");
  await seconds(5);
  expect(server.asked).toBe(2);
});

test("it rests while the replay is on its way, and comes as soon as that is there", async () => {
  const { server, show, told } = follow(shown("10:00", 0));
  await seconds(0);
  server.tells = { asOf: "09:45", generation: 1 };
  show(shown("10:00", 0, "09:50"));
  show(shown("09:45", 1, "09:50"));
  await seconds(5);
  expect(server.asked).toBe(1);
  expect(told()).toEqual({ asOf: "10:00", generation: 0 });

  server.tells = { asOf: "09:50", generation: 1 };
  show(shown("09:50", 1));
  expect(told()).toEqual({ asOf: "10:00", generation: 0 });
  await seconds(0);
  expect(told()).toEqual({ asOf: "09:50", generation: 1 });
});

test("what is told of another run of the day is dropped", async () => {
  const { server, show, told } = follow(shown("10:00", 0));
  await seconds(0);
  server.tells = { asOf: "09:31", generation: 1 };
  show(shown("10:01", 0));
  await seconds(1);
  await seconds(0);
  expect(server.asked).toBeGreaterThan(1);
  expect(told()).toEqual({ asOf: "10:00", generation: 0 });
});
