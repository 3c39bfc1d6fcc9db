// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { Command } from "../../state/commands";
import { keyText, presses } from "./presses";

let ran: string[];
let isOn: boolean;
let handle: (event: KeyboardEvent) => void;

beforeEach(() => {
  ran = [];
  isOn = true;
  const keys = ["l", "g l", "g t", "Space", "?", "$mod+k", "Shift+ArrowLeft", "ArrowLeft", "j"];
  const commands = keys.map(
    (key): Command => ({
      ...{ id: key, title: key, group: "View", keys: key, repeats: key === "j" },
      run: () => ran.push(key),
    }),
  );
  handle = presses(
    () => commands,
    () => isOn,
  );
  document.body.replaceChildren();
});

function press(
  key: string,
  more: KeyboardEventInit = {},
  on: Element = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent("keydown", {
    ...{ key, code: key, bubbles: true, cancelable: true },
    ...more,
  });
  on.addEventListener(
    "keydown",
    (each) => {
      handle(each as KeyboardEvent);
    },
    { once: true },
  );
  on.dispatchEvent(event);
  return event;
}

function element(name: string): Element {
  return document.body.appendChild(document.createElement(name));
}

test("a key runs its command", () => {
  press("l");
  press("?", { shiftKey: true });
  press("ArrowLeft", { shiftKey: true });
  press("ArrowLeft");

  expect(ran).toEqual(["l", "?", "Shift+ArrowLeft", "ArrowLeft"]);
});

test("a key behind another is the sequence and not itself", () => {
  press("g");
  press("l");
  press("l");

  expect(ran).toEqual(["g l", "l"]);
});

test("a key that is held down does its work once, or moves on in a list", () => {
  press("ArrowLeft");
  press("j");
  for (const key of ["ArrowLeft", "j"]) {
    expect(press(key, { repeat: true }).defaultPrevented).toBe(true);
  }

  expect(ran).toEqual(["ArrowLeft", "j", "j"]);
});

test("a sequence that goes wrong begins anew", () => {
  press("g");
  press("x");
  press("l");

  expect(ran).toEqual(["l"]);
});

test("who types is left alone", () => {
  press("l", {}, element("input"));
  press(" ", { code: "Space" }, element("button"));
  expect(ran).toEqual([]);

  press("l", {}, element("button"));
  press("k", { ctrlKey: true }, element("input"));
  expect(ran).toEqual(["l", "$mod+k"]);
});

test("single keys can be turned off, chords stay", () => {
  isOn = false;
  press("l");
  press("k", { ctrlKey: true });

  expect(ran).toEqual(["$mod+k"]);
});

test("keys are told as they are printed on the keyboard", () => {
  expect(keyText("Shift+ArrowLeft", false)).toBe("Shift ←");
  expect(keyText("g l", false)).toBe("g then l");
  expect(keyText("$mod+k", true)).toBe("⌘ K");
  expect(keyText("$mod+k", false)).toBe("Ctrl K");
  expect(keyText("?", false)).toBe("?");
});
