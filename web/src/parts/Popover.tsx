import { useId, useRef, useState, type ReactNode } from "react";
import "./popover.css";

const gap = 6;

/** A button, and what it shows beside itself until a click elsewhere or Escape. */
export function Popover({
  button,
  label,
  title,
  className = "",
  state,
  children,
}: {
  button: ReactNode;
  /** What the button is for, where what it shows does not say so. */
  label?: string;
  title?: string;
  className?: string;
  /** What style sheets see as `data-state`. */
  state?: string;
  children: ReactNode;
}) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={className}
        data-state={state}
        popoverTarget={id}
        aria-label={label}
        aria-expanded={isOpen}
        title={title}
      >
        {button}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="popover"
        onBeforeToggle={(event) => {
          if (event.newState === "open" && anchor.current !== null && box.current !== null) {
            place(box.current, anchor.current.getBoundingClientRect());
          }
        }}
        onToggle={(event) => {
          setIsOpen(event.newState === "open");
        }}
      >
        {isOpen && children}
      </div>
    </>
  );
}

/** Under the button or, in the lower half of the window, over it; never beyond an edge. */
function place(box: HTMLElement, at: DOMRect): void {
  const isLow = at.top > window.innerHeight / 2;
  box.style.top = isLow ? "auto" : `${String(at.bottom + gap)}px`;
  box.style.bottom = isLow ? `${String(window.innerHeight - at.top + gap)}px` : "auto";
  const room = isLow ? at.top : window.innerHeight - at.bottom;
  box.style.maxHeight = `${String(room - 2 * gap)}px`;
  box.style.left = `min(${String(Math.max(gap, at.left))}px, 100vw - var(--popover-width) - ${String(gap)}px)`;
}
