// What a feed does, in a picture and a word.
import type { FeedState } from "../../model/messages";

interface Words {
  readonly icon: string;
  readonly text: string;
  /** Whether that is as it should be. */
  readonly isWell: boolean;
}

export const words: Readonly<Record<FeedState["state"], Words>> = {
  off: { icon: "○", text: "off", isWell: true },
  connecting: { icon: "↻", text: "connecting", isWell: true },
  streaming: { icon: "●", text: "streaming", isWell: true },
  stale: { icon: "▲", text: "silent", isWell: false },
  waiting: { icon: "↻", text: "lost, tried again", isWell: false },
  refused: { icon: "✕", text: "refused", isWell: false },
  closed: { icon: "○", text: "closed", isWell: true },
};
