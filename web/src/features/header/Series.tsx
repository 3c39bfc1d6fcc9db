import { useCommands } from "../../state/commands";
import { calendarDay, daysToExpiry, shortDay, shortestDay } from "../../format/times";
import type { Flow } from "../../model/flow";
import { isExpired } from "../../model/summary";
import { Choice } from "../../parts/Choice";
import { isRoomy, isSlim, useMedia } from "../../state/screen";
import { useSeries } from "../../state/series";

/** Which underlying and expiry are shown, and the choice of others. */
export function Series({ flow }: { flow: Flow }) {
  const { underlying, expiry, underlyings, expiries, asOf } = flow;
  const { showUnderlying, showExpiry } = useSeries();
  const roomy = useMedia(isRoomy);
  const slim = useMedia(isSlim);
  const day = roomy ? calendarDay : slim ? shortestDay : shortDay;
  const label = (date: string) =>
    `${date === expiry && isExpired(flow) ? "EXPIRED" : daysToExpiry(date, asOf)} · ${day(date)}`;
  useCommands([
    ...underlyings
      .filter((each) => each !== underlying)
      .map((each) => ({
        id: `underlying.${each}`,
        title: `Show ${each}`,
        group: "View" as const,
        run: () => {
          showUnderlying(each);
        },
      })),
    ...expiries
      .filter((each) => each !== expiry)
      .map((each) => ({
        id: `expiry.${each}`,
        title: `Show expiry ${label(each)}`,
        group: "View" as const,
        run: () => {
          showExpiry(each === expiries[0] ? undefined : each);
        },
      })),
  ]);
  return (
    <div className="series">
      {underlyings.length > 1 ? (
        <Choice
          label="Underlying"
          options={underlyings.map((value) => ({ value, text: value }))}
          value={underlying}
          onChange={showUnderlying}
        />
      ) : (
        <strong className="symbol">{underlying}</strong>
      )}
      {expiries.length > 1 ? (
        <select
          aria-label="Expiry"
          value={expiry ?? ""}
          onChange={({ target: { value } }) => {
            showExpiry(value === expiries[0] ? undefined : value);
          }}
        >
          {expiries.map((each) => (
            <option key={each} value={each}>
              {label(each)}
            </option>
          ))}
        </select>
      ) : (
        expiry !== null && <span className="expiry">{label(expiry)}</span>
      )}
    </div>
  );
}
