// The sample: which tickets are moved to the staging workspace, and what became of every field of them.

import { listPages } from "../../desired/context.ts";
import { loadBase } from "../../desired/load-base.ts";
import { assembleScope } from "../../desired/scope.ts";
import { desiredPages, walkDesired } from "../../desired/walk.ts";
import type { SampleDiff } from "../../engine.ts";
import type { FieldMap, FieldRule } from "../../field-map/schema.ts";
import { numberOfContinued } from "../../model/continued.ts";
import type { FieldVerdict } from "../../model/reports/certificate.ts";
import type { SampleClasses } from "../../model/sample.ts";
import type { SourceStaging } from "../../store/repositories.ts";
import { isDiscrepancy } from "../verify/certificate-tally.ts";
import { type CompareOptions, comparePage } from "../verify/reconcile.ts";
import { type ChooserOptions, makeSampleChooser, type SampleChoice } from "./choose.ts";

const PAGE = 200;

/** Reads the staged tickets in pages; boards that the map leaves behind are left out. */
export async function chooseSample(
  staging: Pick<SourceStaging, "listIds" | "loadBundles">,
  migrationId: string,
  map: FieldMap,
  options: Pick<ChooserOptions, "listsOnly"> = {},
): Promise<SampleChoice> {
  const pickLists = new Set(map.fields.flatMap(pickListOf));
  const chooser = makeSampleChooser({ pickLists, ...options });
  const left = new Set(map.boards.filter((rule) => !rule.migrate).map((rule) => rule.boardId));
  for await (const ids of listPages(staging, migrationId, "ticket", PAGE)) {
    for (const bundle of await staging.loadBundles(migrationId, ids)) {
      if (!left.has(bundle.ticket.board?.id ?? "")) chooser.add(bundle);
    }
  }
  return chooser.choose();
}

/** The id of a ticket's custom field that the map moves value by value. */
function pickListOf({ object, source, target }: FieldRule): readonly string[] {
  const isList = object === "ticket" && target?.kind === "attribute" && target.type === "list";
  return isList && source.startsWith("customFields.") ? [source.slice("customFields.".length)] : [];
}

export interface FieldDiffOptions extends CompareOptions {
  readonly ticketIds: readonly string[];
  /** Of the choice, to be shown beside the verdicts. */
  readonly coverage: number;
  readonly classes?: SampleClasses;
}

/** Every field with source value, rule, destination value and verdict; discrepancies first. Writes nothing. */
export async function fetchFieldDiff(options: FieldDiffOptions): Promise<SampleDiff> {
  const base = await loadBase(options);
  const { journal, migrationId, environment, ticketIds } = options;
  const part = await assembleScope(base, { kind: "sample", ticketIds });
  const walk = walkDesired({ base, journal, scope: { migrationId, environment }, part });
  const rows: FieldVerdict[] = [];
  let contacts = 0;
  let tickets = 0;
  for await (const page of desiredPages(walk)) {
    options.signal?.throwIfAborted();
    for (const { desired, verdicts } of await comparePage(options, page, { withTrace: true })) {
      if (desired.kind === "contact") contacts += 1;
      if (desired.kind === "conversation" && numberOfContinued(desired.source) === undefined) tickets += 1;
      rows.push(...verdicts);
    }
  }
  const wrong = rows.filter(isDiscrepancy);
  return {
    environment: options.environment,
    written: true,
    tickets,
    contacts,
    fieldsCompared: rows.length,
    coverage: options.coverage,
    ...(options.classes === undefined ? {} : { classes: options.classes }),
    rows: [...wrong, ...rows.filter((row) => !isDiscrepancy(row))],
    discrepancies: wrong.length,
  };
}
