// Names as people mean them: those that differ in case, width or blanks are one.

export function foldName(name: string): string {
  return name
    .normalize("NFKC")
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .toLowerCase();
}
