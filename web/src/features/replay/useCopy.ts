import { useEffect, useState } from "react";

const shownMs = 4_000;

/** Copies text, and says for a while that it did, or why it could not. */
export function useCopy(): { readonly copied: string | null; readonly copy: (text: string) => void } {
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setCopied(null);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  return {
    copied,
    copy: (text) => {
      void copyText(text).then(setCopied);
    },
  };
}

async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Link copied";
  } catch (error) {
    return `This browser lets no page copy (${String(error)}). The link: ${text}`;
  }
}
