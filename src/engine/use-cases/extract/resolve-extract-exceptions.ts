// After an extraction: strikes out what it could not read before and can now.
import { refKey } from "../../journal/journal.ts";
import type { JournalRef } from "../../model/operation.ts";
import type { Exception } from "../../model/run.ts";
import type { SampledType, Source } from "../../source/port.ts";
import type { ExtractResult } from "../../stages/extract/extract.ts";
import { REFERENCE_TYPES } from "../../stages/extract/pages.ts";
import type { Dependencies } from "../dependencies.ts";

const MOST = 10_000;
const BATCH = 100;
/** What a pass that asks only for changes can be asked for by id. */
const BY_ID: readonly SampledType[] = ["ticket", "company", "contact"];
/** Every pass counts again. */
const COUNTED: ReadonlySet<string> = new Set(["source_shrunk", "source_hole"]);
const REFERENCES: ReadonlySet<string> = new Set(REFERENCE_TYPES);

export const isOfExtract = ({ code }: Exception) => code.startsWith("source_");
const keyOf = ({ source }: Exception) => refKey(source as JournalRef);
/** A list that was refused is still to be read, so that every pass looks again, also one that goes on after a break. */
const isRefusedList = ({ source, code }: Exception) =>
  (code === "source_unreadable" && source.id === "*" && source.type !== "ticketConfigurations") ||
  code === "source_not_offered";
/** What belongs to tickets and could not be read is asked for again by every pass; a field of theirs is not. */
const isPartOfTickets = ({ source: { type, id }, code }: Exception) =>
  code === "source_unreadable" && type === "ticket" && id.startsWith("*/") && !id.startsWith("*/field ");
/** Of these a pass that goes on after a break asks for what is left only. */
const BY_PLACE: ReadonlySet<string> = new Set(["*/configurations", "*/service level"]);

/**
 * `recurred` holds the keys of what this pass could not read. A full pass has looked at everything; one that asked for
 * changes has not, so it asks again for the records themselves, and stages those that come (a right given since
 * changes no record). A record that loading objects to as well keeps its exceptions until it is loaded.
 */
export async function resolveExtractExceptions(
  { store, clock }: Pick<Dependencies, "store" | "clock">,
  source: Pick<Source, "fetchByIds">,
  migrationId: string,
  pass: Pick<ExtractResult, "mode" | "resumed"> & { readonly recurred: ReadonlySet<string> },
): Promise<void> {
  const open = await store.exceptions.list(migrationId, "production", MOST);
  const objected = new Set(open.filter((one) => !isOfExtract(one)).map(keyOf));
  const candidates = open.filter(
    (one) => isOfExtract(one) && !pass.recurred.has(keyOf(one)) && !objected.has(keyOf(one)),
  );
  const resolve = (one: Exception) => store.exceptions.resolve(migrationId, "production", one.source);

  for (const one of candidates) {
    // What the part before a break could not read has not recurred, and is no less missing.
    const anew =
      !pass.resumed && (pass.mode === "full" || REFERENCES.has(one.source.type) || COUNTED.has(one.code));
    const again = isPartOfTickets(one) && !(pass.resumed && BY_PLACE.has(one.source.id));
    if (anew || again || isRefusedList(one)) await resolve(one);
  }
  if (pass.mode === "full" || pass.resumed) return;
  for (const type of BY_ID) {
    const doubtful = candidates.filter((one) => one.source.type === type && one.code === "source_unreadable");
    for (let start = 0; start < doubtful.length; start += BATCH) {
      const batch = doubtful.slice(start, start + BATCH);
      const { records, rejects } = await source.fetchByIds(
        type,
        batch.map((one) => one.source.id),
      );
      await store.staging.putRecords(migrationId, type, records, clock());
      const unreadable = new Set(rejects.map(({ id }) => id));
      for (const one of batch) if (!unreadable.has(one.source.id)) await resolve(one);
    }
  }
}
