import { useLayoutEffect, useState } from "react";

/** From this width on the ladder has room for another column on each side. */
const roomy = 860;

/** Whether that box is a wide one. */
export function useRoom(box: HTMLElement | null): boolean {
  const [isRoomy, tell] = useState(false);
  useLayoutEffect(() => {
    if (box === null) {
      return;
    }
    const measure = () => {
      tell(box.clientWidth >= roomy);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  }, [box]);
  return isRoomy;
}
