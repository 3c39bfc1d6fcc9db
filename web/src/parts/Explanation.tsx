import type { Entry } from "../model/glossary";

/** What a word of the glossary means, its formula, and what to beware of. */
export function Explanation({ of: { meaning, formula, caveat } }: { of: Entry }) {
  return (
    <>
      <p>{meaning}</p>
      {formula !== undefined && <p className="formula">{formula}</p>}
      {caveat !== undefined && (
        <p className="caveat">
          <span aria-hidden="true">⚠ </span>
          {caveat}
        </p>
      )}
    </>
  );
}
