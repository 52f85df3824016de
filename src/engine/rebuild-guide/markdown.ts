// Customer text inside Markdown: on one line, without markup of its own.

/** Escapes what Markdown or HTML would take as markup; line breaks become spaces. */
export function mark(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>|#~]/g, (sign) => `\\${sign}`)
    .replace(/&/g, "&amp;");
}

/** A table with a head; cells are escaped here. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(mark).join(" | ")} |`;
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)];
}
