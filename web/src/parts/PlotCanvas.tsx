import { memo, useEffect, useEffectEvent, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useTheme } from "../state/theme";
import type { PlotProps } from "./Plot";
import { aligned, options } from "./plotOptions";

type Props = PlotProps & { readonly onPoint: (index: number | null) => void };

/** The drawing of a plot: made when it first has a size, then only given other numbers. */
function PlotCanvas(props: Props) {
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef<Props>(props);
  const create = useEffectEvent((within: HTMLElement, width: number, height: number) => {
    const made = options(within, () => latest.current);
    return new uPlot({ ...made, width, height }, aligned(props), within);
  });

  useEffect(() => {
    const within = box.current;
    if (within === null) {
      return;
    }
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = within;
      if (width === 0 || height === 0) {
        return;
      }
      if (chart.current === null) {
        chart.current = create(within, width, height);
      } else {
        chart.current.setSize({ width, height });
      }
    });
    observer.observe(within);
    return () => {
      observer.disconnect();
      chart.current?.destroy();
      chart.current = null;
    };
  }, [theme]);

  useEffect(() => {
    latest.current = props;
    chart.current?.setData(aligned(props));
  });

  return <div ref={box} className="plot-canvas" />;
}

export default memo(PlotCanvas);
