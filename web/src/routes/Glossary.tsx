import { Link } from "@tanstack/react-router";
import { entry, terms } from "../model/glossary";
import { Explanation } from "../parts/Explanation";
import "../parts/info.css";
import "./glossary.css";

/** Every number of the screen: what it means, how it is computed, and where it can be wrong. */
export function Glossary() {
  return (
    <div className="glossary">
      <header>
        <Link to="/">← Spyglass</Link>
        <h1>Glossary</h1>
        <p>What the numbers mean, how they are computed, and where they can be wrong.</p>
      </header>
      <main>
        <nav aria-label="Words">
          {terms.map((term) => (
            <a key={term} href={`#${term}`}>
              {entry(term).term}
            </a>
          ))}
        </nav>
        <div className="entries">
          {terms.map((term) => (
            <article key={term} id={term}>
              <h2>{entry(term).term}</h2>
              <Explanation of={entry(term)} />
            </article>
          ))}
        </div>
      </main>
    </div>
  );
}
