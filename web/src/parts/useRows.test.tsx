import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { useRows } from "./useRows";

afterEach(cleanup);

const rowHeight = 20;

/** A list in a box of ten rows and a head; its buttons are what a feature does with it. */
function Listed({ keys, isHeld = true }: { keys: readonly number[]; isHeld?: boolean }) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const list = { count: keys.length, rowHeight, headHeight: 40, ...(isHeld ? { keys } : {}) };
  const { first, last, room, reveal } = useRows(box, list);
  return (
    <div ref={setBox} data-testid="box">
      <output>{`${String(first)} to ${String(last)}, ${String(room)} px`}</output>
      <button
        onClick={() => {
          reveal(90);
        }}
      >
        reveal
      </button>
    </div>
  );
}

/** Keys of that many rows, the newest first. */
const newest = (count: number) => Array.from({ length: count }, (_, row) => count - row);

function open(count: number, isHeld = true) {
  const { rerender } = render(<Listed keys={newest(count)} isHeld={isHeld} />);
  const box = screen.getByTestId("box");
  Object.defineProperty(box, "clientHeight", { value: 40 + 10 * rowHeight });
  return {
    box,
    scroll: (top: number) => {
      box.scrollTop = top;
      fireEvent.scroll(box);
    },
    list: (next: number) => {
      rerender(<Listed keys={newest(next)} isHeld={isHeld} />);
    },
  };
}

const shown = () => screen.getByRole("status").textContent;

test("some rows are drawn until the box has a height", () => {
  open(1000);
  expect(shown()).toBe("0 to 44, 0 px");
});

test("the rows in sight are drawn with a few more, by fours", () => {
  const { scroll } = open(1000);
  scroll(100 * rowHeight);
  expect(shown()).toBe("96 to 116, 200 px");
  scroll(103 * rowHeight);
  expect(shown()).toBe("96 to 120, 200 px");
});

test("no row beyond the last is drawn", () => {
  const { scroll, list } = open(105);
  scroll(95 * rowHeight);
  expect(shown()).toBe("88 to 105, 200 px");
  list(3);
  expect(shown()).toBe("0 to 3, 200 px");
});

test("rows in sight stay where they are while newer ones come in above", () => {
  const { box, scroll, list } = open(100);
  scroll(5);
  list(107);
  expect(box.scrollTop).toBe(5 + 7 * rowHeight);
  scroll(0);
  list(110);
  expect(box.scrollTop).toBe(0);
});

test("a list whose rows keep their places stays as it was scrolled", () => {
  const { box, scroll, list } = open(100, false);
  scroll(5);
  list(107);
  expect(box.scrollTop).toBe(5);
});

test("a row is brought into sight, and no further", () => {
  const { box, scroll } = open(100);
  scroll(0);
  fireEvent.click(screen.getByRole("button"));
  expect(box.scrollTop).toBe(81 * rowHeight);
  scroll(95 * rowHeight);
  fireEvent.click(screen.getByRole("button"));
  expect(box.scrollTop).toBe(90 * rowHeight);
});
