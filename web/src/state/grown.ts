// What may only grow while one thing is looked at, such as the end of an axis.
import { useState } from "react";

/**
 * The value that grows from the one of before: `grow` gives that very one back where it still does.
 * Another `key` begins anew.
 */
export function useGrown<Value>(key: string, grow: (before: Value | null) => Value): Value {
  const [kept, keep] = useState<{ readonly key: string; readonly value: Value } | null>(null);
  const before = kept?.key === key ? kept.value : null;
  const value = grow(before);
  if (kept?.key !== key || kept.value !== value) {
    keep({ key, value });
  }
  return value;
}
