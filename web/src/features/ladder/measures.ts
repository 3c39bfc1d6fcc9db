// Sizes that both the drawing and the arithmetic of scrolling need, in CSS pixels.
export const rowHeight = 24;
export const headHeight = 44;
