// Gives the reader a file that the page made.

/** What a file of an expiry is called, without its ending: `SPX-2026-11-20-net-premium`. */
export function fileName(of: { underlying: string; expiry: string | null }, what: string): string {
  return [of.underlying, ...(of.expiry === null ? [] : [of.expiry]), what].join("-");
}

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export function downloadCsv(name: string, text: string): void {
  download(name, new Blob([text], { type: "text/csv;charset=utf-8" }));
}
