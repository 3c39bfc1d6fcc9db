import type { Replay } from "../../model/messages";
import { Choice } from "../../parts/Choice";
import { isNarrow, useMedia } from "../../state/screen";
import type { Order } from "../../state/steering";
import { offeredSpeeds, speedText } from "./orders";

/** How many seconds of the day pass in a second: all of them in sight, or in a list where it is narrow. */
export function SpeedChoice({
  replay: { speed },
  order,
}: {
  replay: Replay;
  order: (...orders: readonly Order[]) => void;
}) {
  const narrow = useMedia(isNarrow);
  const options = offeredSpeeds(speed).map((each) => ({
    value: String(each),
    text: speedText(each),
  }));
  const choose = (value: string) => {
    order({ action: "speed", speed: value === "max" ? "max" : Number(value) });
  };
  return narrow ? (
    <select
      aria-label="Speed"
      value={String(speed)}
      onChange={({ target }) => {
        choose(target.value);
      }}
    >
      {options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  ) : (
    <Choice label="Speed" options={options} value={String(speed)} onChange={choose} />
  );
}
