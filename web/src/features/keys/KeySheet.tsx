import type { Command } from "../../state/commands";
import { Dialog } from "../../parts/Dialog";
import { inOrder } from "./found";
import { keyText } from "./presses";
import "./keys.css";

const isMac = navigator.userAgent.includes("Mac");

/** Every key and what it does, from the same list that binds them. */
export function KeySheet({
  commands,
  isOn,
  onToggle,
  onClose,
}: {
  commands: readonly Command[];
  isOn: boolean;
  onToggle: () => void;
  onClose: () => void;
}) {
  const groups = [...new Set(inOrder(commands).map(({ group }) => group))];
  return (
    <Dialog title="Keys and help" onClose={onClose} className="key-sheet">
      <div className="key-groups">
        {groups.map((group) => (
          <Group
            key={group}
            name={group}
            commands={commands.filter((each) => each.group === group && each.keys !== undefined)}
          />
        ))}
      </div>
      <div className="key-foot">
        <label>
          <input type="checkbox" checked={isOn} onChange={onToggle} /> single keys do something
        </label>
        <a href="/glossary">Glossary: every number, its formula and its limits</a>
        <a href="/docs">The server’s interface</a>
      </div>
    </Dialog>
  );
}

function Group({ name, commands }: { name: string; commands: readonly Command[] }) {
  return commands.length === 0 ? null : (
    <section>
      <h3>{name}</h3>
      <dl>
        {commands.map(({ id, title, keys = "" }) => (
          <div key={id}>
            <dt>
              <kbd>{keyText(keys, isMac)}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
