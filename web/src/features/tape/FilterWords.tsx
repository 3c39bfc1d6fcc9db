import { useId, useState, type Ref } from "react";
import { filterText, parseFilter } from "../../model/filter";

interface WordsProps {
  /** The filter in force, as the address has it. */
  readonly filter: string;
  readonly onChange: (filter: string) => void;
  readonly box: Ref<HTMLInputElement>;
}

/** The filter in words: taken with Enter or on leaving, given up with Escape, and told what is wrong with it. */
export function FilterWords({ filter, onChange, box }: WordsProps) {
  const [edit, setEdit] = useState<{ of: string; text: string; isTried: boolean } | null>(null);
  const errorId = useId();
  const current = edit?.of === filter ? edit : { of: filter, text: filter, isTried: true };
  const { malformed, terms } = parseFilter(current.text);
  const isWrong = current.isTried && malformed !== undefined;
  const take = () => {
    if (terms === undefined) {
      setEdit({ ...current, isTried: true });
    } else if (filterText(terms) !== filter) {
      onChange(filterText(terms));
    } else {
      setEdit(null);
    }
  };
  return (
    <form
      className="filter-words"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <input
        ref={box}
        type="search"
        aria-label="Filter in words"
        placeholder="side:buy prem>=250k cond:sweep"
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? errorId : undefined}
        value={current.text}
        onChange={(event) => {
          setEdit({ of: filter, text: event.target.value, isTried: isWrong });
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.preventDefault();
            setEdit(null);
          }
        }}
        onBlur={take}
      />
      {isWrong && (
        <p className="malformed" id={errorId} role="alert">
          ▲ Character {malformed.position + 1}: {malformed.expected}
        </p>
      )}
    </form>
  );
}
