import { memo, useEffect, useRef } from "react";
import type { Theme } from "../../state/theme";
import { Drawing } from "./drawing";
import type { Size, View } from "./view";

/** The picture itself; it is drawn again only when something in it is another. */
export const HeatCanvas = memo(function HeatCanvas({
  view,
  size,
  theme,
}: {
  view: View;
  size: Size;
  theme: Theme;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Drawing | null>(null);
  useEffect(() => {
    if (canvas.current !== null) {
      drawing.current ??= new Drawing(canvas.current);
      drawing.current.draw(view, size, theme);
    }
  }, [view, size, theme]);
  return <canvas ref={canvas} style={{ width: size.width, height: size.height }} />;
});
