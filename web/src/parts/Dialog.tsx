import { useLayoutEffect, useRef, type ReactNode } from "react";
import "./dialog.css";

/**
 * What lies over the page until it is closed: by its button, by Escape, by a click beside it. The
 * focus goes to what has the attribute `data-focus`, else to its first control, and in the end back
 * to where it was, also where the dialog is taken away.
 */
export function Dialog({
  title,
  onClose,
  children,
  className = "",
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  className?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>("[data-focus]")?.focus();
    return () => {
      shown?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-label={title}
      onClose={() => {
        if (dialog.current?.open === false) {
          onClose();
        }
      }}
      onClick={(event) => {
        if (event.target === dialog.current) {
          dialog.current.close();
        }
      }}
    >
      <div className="dialog-head">
        <h2>{title}</h2>
        <button
          type="button"
          aria-label="Close"
          onClick={() => {
            dialog.current?.close();
          }}
        >
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
}
