import { expect, test } from "vitest";
import { most, withNewer, withOlder } from "./prints";
import { answer, print } from "./samples";

const seqs = (prints: { rows: readonly { seq: number }[] }) => prints.rows.map(({ seq }) => seq);

test("the first answer is the run, and older ones may be behind a full one", () => {
  expect(withNewer(undefined, answer([5, 3], 7), 200)).toMatchObject({ last: 7, hasOlder: false });
  expect(withNewer(undefined, answer([5, 3], 7), 2)).toMatchObject({ last: 7, hasOlder: true });
});

test("newer prints go before the others", () => {
  const before = withNewer(undefined, answer([5, 3], 7), 200);
  const after = withNewer(before, answer([9, 8], 10), 1000);

  expect(seqs(after)).toEqual([9, 8, 5, 3]);
  expect(after.last).toBe(10);
});

test("a look that found nothing moves on, and keeps the rows as they are", () => {
  const before = withNewer(undefined, answer([5, 3], 7), 200);
  const after = withNewer(before, answer([], 30), 1000);

  expect(after.rows).toBe(before.rows);
  expect(after.last).toBe(30);
});

test("a full answer begins the run anew, for it may leave some out", () => {
  const before = withNewer(undefined, answer([5, 3], 7), 200);
  const after = withNewer(before, answer([29, 28], 30), 2);

  expect(seqs(after)).toEqual([29, 28]);
  expect(after.hasOlder).toBe(true);
});

test("another run of the day begins anew", () => {
  const before = withNewer(undefined, answer([5, 3], 7), 200);
  const after = withNewer(before, { ...answer([2, 1], 2), generation: 1 }, 200);

  expect(seqs(after)).toEqual([2, 1]);
  expect(after.last).toBe(2);
});

test("what was there already does not come twice", () => {
  const before = withNewer(undefined, answer([5, 3], 7), 200);

  expect(seqs(withNewer(before, answer([9, 5], 9), 1000))).toEqual([9, 5, 3]);
  expect(seqs(withOlder(before, answer([3, 2], 9), 500))).toEqual([5, 3, 2]);
});

test("older prints go behind the others until there are none", () => {
  const before = withNewer(undefined, answer([5, 4], 7), 2);
  const middle = withOlder(before, answer([3, 2], 7), 2);
  const end = withOlder(middle, answer([1], 7), 2);

  expect(middle.hasOlder).toBe(true);
  expect(seqs(end)).toEqual([5, 4, 3, 2, 1]);
  expect(end.hasOlder).toBe(false);
});

test("the run does not grow without end", () => {
  const rows = Array.from({ length: most }, (_, i) => print({ seq: most - i }));
  const after = withNewer({ rows, generation: 0, last: most, hasOlder: false }, answer([most + 1], most + 1), 1000);

  expect(after.rows).toHaveLength(most);
  expect(after.rows[0]?.seq).toBe(most + 1);
  expect(after.hasOlder).toBe(true);
});
