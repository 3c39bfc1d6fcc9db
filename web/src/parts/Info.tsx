import { entry, type Term } from "../model/glossary";
import { Explanation } from "./Explanation";
import { Icon } from "./Icon";
import { Popover } from "./Popover";
import "./info.css";

/** A word's meaning, a click away from it. */
export function Info({ term }: { term: Term }) {
  return (
    <Popover button={<Icon name="info" />} className="info" label={`What is ${entry(term).term}?`}>
      <p>
        <strong>{entry(term).term}</strong>
      </p>
      <Explanation of={entry(term)} />
      <p>
        <a href={`/glossary#${term}`} target="_blank" rel="noreferrer">
          Glossary
        </a>
      </p>
    </Popover>
  );
}
