// What an export lacks, and what that means for the migration: said before anything is moved.
import type { CsvObject } from "./captions.ts";

interface DescribedFile {
  readonly name: string;
  readonly object: CsvObject;
  readonly at: ReadonlyMap<string, number>;
}

/** Columns of which one is wanted, and what happens without any of them. */
const WANTED: readonly (readonly [object: CsvObject, fields: readonly string[], without: string])[] = [
  [
    "ticket",
    ["dateEntered"],
    "says nowhere when a ticket was entered: tickets without a dated note can't be moved",
  ],
  [
    "ticket",
    ["closed", "closedDate"],
    "has neither a closing date nor a closed flag: whether a ticket is closed is told by its status's name",
  ],
  ["ticket", ["board"], "names no boards: conversations go to no team"],
  [
    "note",
    ["kind", "internal", "detailDescriptionFlag", "internalAnalysisFlag"],
    "does not say which notes customers may see: all of them become internal notes",
  ],
  [
    "note",
    ["dateCreated", "lastUpdated"],
    "says nowhere when notes were written: they can't be put in their places, and are not moved",
  ],
  [
    "contact",
    ["email", "communicationItems"],
    "has no e-mail addresses: contacts are known by their ids alone",
  ],
];

export function warnOfGaps(files: readonly DescribedFile[]): string[] {
  const gaps = WANTED.flatMap(([object, fields, without]) =>
    files
      .filter((file) => file.object === object && !fields.some((field) => file.at.has(field)))
      .map(({ name }) => `${name} ${without}.`),
  );
  const objects = new Set(files.map(({ object }) => object));
  if (!objects.has("note"))
    gaps.push("There is no export of notes: conversations consist of what the tickets say.");
  const tellsAudience = files.some(
    ({ object, at }) =>
      (object === "note" && at.has("fromTimeEntry")) ||
      (object === "timeEntry" && at.has("detailDescriptionFlag")),
  );
  if (objects.has("timeEntry") && !tellsAudience) {
    gaps.push(
      "Nothing says which texts of time entries customers could see: they become internal notes. The report ServiceNote, with its column Time_Flag, tells it.",
    );
  }
  if (!objects.has("timeEntry")) gaps.push("There is no export of time entries: hours are not moved.");
  if (!objects.has("member")) {
    gaps.push(
      "There is no export of members: technicians are known by their names, and matched to admins by them alone.",
    );
  }
  return gaps;
}
