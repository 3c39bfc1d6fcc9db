import "./icon.css";

const paths = {
  info: "M8 7.2v4M8 4.6v.2M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z",
  clock: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.5V8l2.6 1.6",
  day: "M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2v3M10.5 2v3",
  link: "M6.5 9.5l3-3M7 4.6l1.7-1.7a3.1 3.1 0 0 1 4.4 4.4L11.4 9M9 11.4l-1.7 1.7a3.1 3.1 0 0 1-4.4-4.4L4.6 7",
  loop: "M13.5 8a5.5 5.5 0 1 1-1.6-3.9M12.3 1.4v3h-3",
  play: "M4 2.5v11l9.5-5.5Z",
  pause: "M4.5 2.5v11M11.5 2.5v11",
  back: "M10 3 5 8l5 5",
  forward: "M6 3l5 5-5 5",
  farBack: "M7.5 3l-5 5 5 5M13.5 3l-5 5 5 5",
  farForward: "M2.5 3l5 5-5 5M8.5 3l5 5-5 5",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13",
  moon: "M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3Z",
  list: "M2.5 4h11M2.5 8h11M2.5 12h11",
} as const;

/** A picture of 16 × 16; the words are those of what it stands in. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
