import { useQuery } from "@tanstack/react-query";
import { calendarDay } from "../../format/times";
import type { RecordedDay } from "../../model/messages";
import { Dialog } from "../../parts/Dialog";
import { get } from "../../state/api";
import "./programme.css";

/** The recorded days to choose from, the newest first. */
export function DayChoice({
  onChoose,
  onClose,
}: {
  onChoose: (date: string) => void;
  onClose: () => void;
}) {
  const { data, error } = useQuery({
    queryKey: ["days"],
    queryFn: ({ signal }) => get<{ days: readonly RecordedDay[] }>("/api/days", {}, signal),
    staleTime: 0,
  });
  return (
    <Dialog title="Replay a recorded day" onClose={onClose} className="day-choice">
      <p className="day-note">Everybody who looks at this server will see it.</p>
      {error !== null && <p role="alert">▲ {error.message}</p>}
      {data?.days.length === 0 && (
        <p className="day-note">
          Nothing is recorded here. Live days are, as they happen; <code>./spyglass import</code> and{" "}
          <code>./spyglass backfill-trades</code> bring past ones.
        </p>
      )}
      <ul>
        {data?.days.map((day) => (
          <li key={day.date}>
            <button
              type="button"
              onClick={() => {
                onChoose(day.date);
              }}
            >
              <strong>{calendarDay(day.date)}</strong> <span>{day.underlyings.join(", ")}</span>{" "}
              <small>{about(day)}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function about({ source, complete }: RecordedDay): string {
  const from = source === "journal" ? "recorded live" : "from the lake";
  return complete ? from : `${from}, ◔ not complete`;
}
