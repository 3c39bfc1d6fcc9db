import { useNavigate } from "@tanstack/react-router";
import { choose, useTheme } from "../state/theme";
import { useCommands } from "../state/commands";
import { useChangeSearch } from "../state/search";
import { panels, type PanelName } from "./panels";

const keys: Readonly<Record<PanelName, string>> = {
  ladder: "g l",
  charts: "g c",
  heatmap: "g h",
  tape: "g t",
};

/** Goes to a panel, another page or the other theme, by key and by name. */
export function usePlaces(): void {
  const navigate = useNavigate();
  const change = useChangeSearch();
  const next = useTheme() === "dark" ? "light" : "dark";
  useCommands([
    ...panels.map(({ name, title }) => ({
      id: `go.${name}`,
      title,
      group: "Go to" as const,
      keys: keys[name],
      run: () => {
        change({ panel: name });
        requestAnimationFrame(() => {
          document.querySelector<HTMLElement>(`[data-panel="${name}"]`)?.focus();
        });
      },
    })),
    {
      id: "go.glossary",
      title: "Glossary",
      group: "Go to",
      keys: "g g",
      run: () => {
        void navigate({ to: "/glossary" });
      },
    },
    {
      id: "theme",
      title: `Theme: ${next}`,
      group: "View",
      run: () => {
        choose(next);
      },
    },
  ]);
}
