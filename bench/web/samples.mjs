/** The middle one of the samples. */
export function median(samples) {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
