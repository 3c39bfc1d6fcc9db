// The filter grammar of prints, the twin of io.spyglass.flow.PrintFilter, which describes it. Both
// are held to the cases of filters.json. The server does the filtering; here a text is checked while
// it is typed, and its terms are switched by chips.

const words = {
  side: [["buy", "ask"], ["sell", "bid"], ["none", "unclassified"]],
  right: [
    ["call", "c"],
    ["put", "p"],
  ],
  cond: [
    ["auto"],
    ["sweep"],
    ["auction"],
    ["cross"],
    ["floor"],
    ["multileg"],
    ["stock"],
    ["compression"],
    ["single"],
  ],
} as const satisfies Record<string, readonly (readonly string[])[]>;

const wordExamples = { side: "buy", right: "call", cond: "sweep" } as const;

const examples = {
  strike: "6600",
  delta: ".3",
  dte: "0",
  prem: "250k",
  size: "100",
  price: "5",
} as const;

export type WordField = keyof typeof words;
export type NumberField = keyof typeof examples;
type Field = WordField | NumberField;
type Relation = ":" | ">" | ">=" | "<" | "<=";

/** Any of some words. */
interface WordTerm {
  readonly field: WordField;
  readonly words: readonly string[];
}

/** A number within bounds, in ten-thousandths. */
interface NumberTerm {
  readonly field: NumberField;
  readonly relation: Relation;
  readonly low: number;
  readonly high: number;
}

export type Term = WordTerm | NumberTerm;

/** Where a text is wrong, from 0, and what is expected there. */
export interface Malformed {
  readonly position: number;
  readonly expected: string;
}

export type Parsed =
  | { readonly terms: readonly Term[]; readonly malformed?: never }
  | { readonly terms?: never; readonly malformed: Malformed };

/** The most characters a filter has. */
export const longest = 500;

const order: readonly Field[] = [
  "side",
  "right",
  "strike",
  "delta",
  "dte",
  "prem",
  "size",
  "price",
  "cond",
];
const letters = "kmb";
const shortened: readonly Field[] = ["prem", "size"];

class Refusal extends Error {
  constructor(
    readonly position: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

/** The terms of a text in canonical order, or what is wrong with it. */
export function parseFilter(text: string): Parsed {
  try {
    return { terms: canonical(read(text)) };
  } catch (refusal) {
    if (refusal instanceof Refusal) {
      return { malformed: { position: refusal.position, expected: refusal.expected } };
    }
    throw refusal;
  }
}

function canonical(terms: readonly Term[]): Term[] {
  const texts = terms.map(termText);
  return terms
    .filter((_, i) => texts.indexOf(texts[i] ?? "") === i)
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

function read(text: string): Term[] {
  if (text.length > longest) {
    throw new Refusal(longest, `a filter has at most ${String(longest)} characters`);
  }
  return [...text.matchAll(/[^ \t\r\n]+/g)].map((match) => readTerm(match[0], match.index));
}

function readTerm(text: string, at: number): Term {
  if (/^[0-9.][0-9.-]*$/.test(text)) {
    return { field: "strike", relation: ":", ...readBounds("strike", ":", text, at) };
  }
  const name = /^[A-Za-z]*/.exec(text)?.[0] ?? "";
  const lower = name.toLowerCase();
  const field = order.find((each) => each === (lower === "premium" ? "prem" : lower));
  if (field === undefined) {
    throw new Refusal(at, `write ${anyOf(order)}, such as prem>=250k, not '${text}'`);
  }
  const found = /^(:|>=|>|<=|<|=(?![<>]))/.exec(text.slice(name.length))?.[0];
  const relation = found === "=" ? ":" : (found as Relation | undefined);
  const isWords = isWordField(field);
  if (relation === undefined || (isWords && relation !== ":")) {
    throw new Refusal(at + name.length, `write ${example(field)}`);
  }
  const skipped = name.length + relation.length;
  const rest = text.slice(skipped);
  return isWords
    ? { field, words: readWords(field, rest, at + skipped) }
    : { field, relation, ...readBounds(field, relation, rest, at + skipped) };
}

function example(field: Field): string {
  return isWordField(field)
    ? `${field}:${wordExamples[field]}, with no spaces`
    : `${field}>=${examples[field]}, with : > >= < or <= and no spaces`;
}

function isWordField(field: Field): field is WordField {
  return field in words;
}

function anyOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

function spellings(field: WordField): readonly (readonly string[])[] {
  return words[field];
}

function names(field: WordField): string[] {
  return spellings(field).map(([name = ""]) => name);
}

function readWords(field: WordField, text: string, at: number): string[] {
  let from = at;
  const given = text.split(",").map((word) => {
    const known = spellings(field).find((each) => each.includes(word.toLowerCase()))?.[0];
    if (known === undefined) {
      throw new Refusal(from, `${field} wants ${anyOf(names(field))}, not '${word}'`);
    }
    from += word.length + 1;
    return known;
  });
  return names(field).filter((word) => given.includes(word));
}

function readBounds(field: NumberField, relation: Relation, text: string, at: number) {
  const dash = relation === ":" ? text.indexOf("-") : -1;
  const low = readNumber(field, dash < 0 ? text : text.slice(0, dash), at);
  if (dash < 0) {
    return { low, high: low };
  }
  const high = readNumber(field, text.slice(dash + 1), at + dash + 1);
  if (high < low) {
    throw new Refusal(at, `${field} wants a range that rises, not '${text}'`);
  }
  return { low, high };
}

function readNumber(field: NumberField, text: string, at: number): number {
  const match = /^(\d*)(?:\.(\d+))?([kmb]?)$/.exec(text.toLowerCase());
  const [, whole = "", decimals = "", letter = ""] = match ?? [];
  if (whole + decimals === "") {
    throw new Refusal(at, `${field} wants a number such as ${examples[field]}, not '${text}'`);
  }
  const places = letter === "" ? 4 : 4 + 3 * (letters.indexOf(letter) + 1);
  const shifted = BigInt(whole + decimals) * 10n ** BigInt(places);
  const unit = 10n ** BigInt(decimals.length);
  if (shifted % unit !== 0n || shifted / unit >= 10n ** 15n) {
    const expected = `${field} wants a number below 100b of at most 4 decimals`;
    throw new Refusal(at, `${expected}, not '${text}'`);
  }
  return Number(shifted / unit);
}

/** The canonical text. */
export function filterText(terms: readonly Term[]): string {
  return canonical(terms).map(termText).join(" ");
}

function termText(term: Term): string {
  if ("words" in term) {
    return `${term.field}:${term.words.join(",")}`;
  }
  const { field, relation, low, high } = term;
  const first = field + relation + numberText(low, field);
  return low === high ? first : `${first}-${numberText(high, field)}`;
}

function numberText(tenThousandths: number, field: NumberField): string {
  const digits = (decimalText(tenThousandths, 4));
  if (!shortened.includes(field)) {
    return digits;
  }
  const power = [3, 2, 1].find((each) => tenThousandths >= 10_000 * 1000 ** each);
  if (power === undefined || tenThousandths % (100 * 1000 ** power) !== 0) {
    return digits;
  }
  return decimalText(tenThousandths / (100 * 1000 ** power), 2) + letters.charAt(power - 1);
}

function decimalText(unscaled: number, decimals: number): string {
  const unit = 10 ** decimals;
  const whole = Math.floor(unscaled / unit);
  const behind = String(unscaled % unit).padStart(decimals, "0").replace(/0+$/, "");
  if (behind === "") {
    return String(whole);
  }
  return `${whole === 0 ? "" : String(whole)}.${behind}`;
}

/** The words of a field that the filter lets pass, none where it says nothing of it. */
export function wordsOf(terms: readonly Term[], field: WordField): readonly string[] {
  return terms.find((term): term is WordTerm => term.field === field)?.words ?? [];
}

/** The filter with a word of a field switched on or off. */
export function toggleWord(terms: readonly Term[], field: WordField, word: string): Term[] {
  const before = wordsOf(terms, field);
  const wanted = names(field).filter((each) =>
    each === word ? !before.includes(each) : before.includes(each),
  );
  const others = terms.filter((term) => term.field !== field);
  return canonical(wanted.length === 0 ? others : [...others, { field, words: wanted }]);
}

/** The least number of a field that passes, as text; null where nothing is said of it, or more. */
export function floorOf(terms: readonly Term[], field: NumberField): string | null {
  const [term, ...more] = terms.filter((each) => each.field === field);
  return term !== undefined && more.length === 0 && "relation" in term && term.relation === ">="
    ? numberText(term.low, field)
    : null;
}

/** The filter with a number at least `floor`, or with nothing said of it. */
export function withFloor(
  terms: readonly Term[],
  field: NumberField,
  floor: string | null,
): Term[] {
  const others = terms.filter((term) => term.field !== field);
  if (floor === null) {
    return canonical(others);
  }
  const low = readNumber(field, floor, 0);
  return canonical([...others, { field, relation: ">=", low, high: low }]);
}
