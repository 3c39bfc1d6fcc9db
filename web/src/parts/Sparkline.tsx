import type { Value } from "../model/messages";
import { polyline } from "./polyline";
import "./sparkline.css";

/** The course of the day so far in a small space: words beside it say what it is. */
export function Sparkline({
  values,
  className = "",
  hasZero = false,
}: {
  values: readonly Value[];
  className?: string;
  /** Whether zero is drawn, and always within the range. */
  hasZero?: boolean;
}) {
  const line = polyline(values, hasZero);
  if (line === null) {
    return null;
  }
  return (
    <svg
      className={`sparkline ${className}`}
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {line.zero !== null && <line className="zero" x1="0" x2="100" y1={line.zero} y2={line.zero} />}
      <path d={line.path} />
    </svg>
  );
}
