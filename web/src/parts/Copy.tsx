import { useState } from "react";
import { Dialog } from "./Dialog";
import "./copy.css";

/**
 * A button that copies a text. Where the browser has no clipboard for this page, as off the machine
 * without HTTPS, it shows the text to be copied by hand.
 */
export function Copy({ label, text, title }: { label: string; text: string; title: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const [isShown, setShown] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      setShown(true);
    }
  };
  return (
    <>
      <button
        type="button"
        className="copy"
        title={title}
        onClick={() => {
          void copy();
        }}
      >
        {copied === text ? "Copied" : label}
      </button>
      {isShown && (
        <Dialog
          title={title}
          onClose={() => {
            setShown(false);
          }}
        >
          <textarea className="copy-text" aria-label={title} readOnly rows={3} value={text} />
        </Dialog>
      )}
    </>
  );
}
