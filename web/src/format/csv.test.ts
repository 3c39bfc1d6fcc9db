import { expect, test } from "vitest";
import { csv } from "./csv";

test("a table is a header and a line a row", () => {
  expect(csv(["time", "value"], [["14:30", 1.5], ["14:31", -2]])).toBe(
    "time,value\r\n14:30,1.5\r\n14:31,-2\r\n",
  );
});

test("what is unknown is empty, and zero is not", () => {
  expect(csv(["a", "b"], [[null, 0]])).toBe("a,b\r\n,0\r\n");
});

test("commas and quotes stay within their field", () => {
  expect(csv(["a"], [['say "a, b"']])).toBe('a\r\n"say ""a, b"""\r\n');
});
