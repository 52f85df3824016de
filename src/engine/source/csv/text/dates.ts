// Dates of an export, read by what people said about them; what can't be known is asked once, with examples.
import { InputError } from "../../../errors.ts";
import type { CsvSettings } from "../settings.ts";
import { readDate, type Zones } from "./read-date.ts";
import { makeZone } from "./time-zone.ts";
import { makeZoneNames } from "./zone-names.ts";

export interface Dates {
  /** ISO-8601 UTC; `utc`: the column's dates are UTC whatever the export's zone is. */
  read(text: string, place: string, utc?: boolean): string | undefined;
  /** The day alone, `2024-03-04`. */
  readDay(text: string, place: string): string | undefined;
  /** @throws InputError when something had to be known somewhere and nobody told it */
  requireAnswers(): void;
}

const EXAMPLES = 5;

/** @throws InputError for an unknown time zone */
export function makeDates({ dateOrder, timeZone = "UTC", zones = {} }: CsvSettings): Dates {
  const names = makeZoneNames(zones, timeZone);
  const local: Zones = { local: makeZone(timeZone), names };
  const asIs: Zones = { local: (localMs) => localMs, names };
  const orders: string[] = [];
  const abbreviations: { readonly name: string; readonly example: string }[] = [];

  function requireAnswers() {
    if (orders.length > 0) {
      throw new InputError({ code: "csv_date_order", args: { examples: orders } });
    }
    if (abbreviations.length > 0) {
      const found = [...new Set(abbreviations.map(({ name }) => name))];
      const said = abbreviations.slice(0, EXAMPLES).map(({ example }) => example);
      throw new InputError({ code: "csv_zone_names", args: { names: found, examples: said } });
    }
  }

  function readBy(zones: Zones, text: string, place: string): string | undefined {
    const read = readDate(text, dateOrder, zones);
    if (read.kind === "date") return read.iso;
    const example = `“${text.slice(0, 40)}” (${place})`;
    if (read.kind === "ambiguous") orders.push(example);
    if (read.kind === "zone") abbreviations.push({ name: read.name, example });
    // Reading on would find the same again and again.
    if (orders.length >= EXAMPLES || abbreviations.length >= EXAMPLES) requireAnswers();
    return undefined;
  }

  return {
    read: (text, place, utc = false) => readBy(utc ? asIs : local, text, place),
    readDay: (text, place) => readBy(asIs, text, place)?.slice(0, 10),
    requireAnswers,
  };
}
