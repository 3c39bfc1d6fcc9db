import type { ReactNode } from "react";
import "./panel.css";

/** A titled part of the screen, with its controls beside the title. */
export function Panel({
  id,
  title,
  controls,
  children,
  className = "",
}: {
  id: string;
  title: ReactNode;
  controls?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`panel ${className}`} aria-labelledby={`${id}-title`} id={id}>
      <div className="panel-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {controls}
      </div>
      {children}
    </section>
  );
}
