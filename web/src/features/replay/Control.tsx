import type { ComponentProps } from "react";
import { Icon } from "../../parts/Icon";

/** A button of the replay that shows a picture. */
export function Control({
  icon,
  label,
  keys,
  isPressed,
  onClick,
}: {
  icon: ComponentProps<typeof Icon>["name"];
  label: string;
  /** The key that does the same. */
  keys?: string;
  isPressed?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="control"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
