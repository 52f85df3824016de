// The one walk over all that Intercom should hold. Plan, load, verification and sample fold over it and add nothing.
import type { RunPhase } from "../model/run.ts";
import type { SourceType } from "../model/source/source.ts";
import { assemblePage, type JournalView } from "./assemble-page.ts";
import { type ContextBase, choosePages, cutPages } from "./context.ts";
import { deletedTickets } from "./deleted-tickets.ts";
import type { DesiredPage } from "./desired-record.ts";
import { articlePages, assembleCollections, isHelpMoved } from "./help-pages.ts";
import type { ScopePart } from "./scope.ts";
import { companyPage, contactPage, ticketPage } from "./source-pages.ts";

/** A phase refers to records of earlier phases, and to its own where it says so. */
export interface DesiredPhase {
  readonly phase: RunPhase;
  /**
   * How its records refer to each other: not at all; each page to the pages before it; or in circles, so that all of
   * them are made without their links first.
   */
  readonly inner: "none" | "earlier-pages" | "circles";
  /** Records in its pages, those that don't move among them. */
  count(): Promise<number>;
  /** `ids`: of these alone. The knowledge base is small and comes as a whole, whatever is asked for. */
  pages(ids?: readonly string[]): AsyncIterable<DesiredPage>;
}

export interface WalkInput extends JournalView {
  readonly base: ContextBase;
  /** Absent: everything, tickets that were deleted since they were moved and the knowledge base included. */
  readonly part?: ScopePart | undefined;
}

const PAGE = 200;

/** In the order in which they must be written. Throws what the journal and the staged records' store throw. */
export function walkDesired({ base, part, ...view }: WalkInput): readonly DesiredPhase[] {
  const phase = (
    name: RunPhase,
    type: SourceType,
    chosen: readonly string[] | undefined,
    page: (ids: readonly string[]) => Promise<DesiredPage>,
  ): DesiredPhase => ({
    phase: name,
    inner: "none",
    count: async () => chosen?.length ?? base.input.staging.count(base.input.migrationId, type),
    pages: (ids) => mapPages(choosePages(base.input, type, PAGE, ids ?? chosen), page),
  });
  return [
    phase("companies", "company", part?.companyIds, (ids) => companyPage(base, view, ids)),
    phase("contacts", "contact", part?.contactIds, (ids) => contactPage(base, view, ids)),
    ...ticketPhases({ base, part, ...view }),
    ...((part?.help ?? true) && isHelpMoved(base) ? helpPhases(base, view) : []),
  ];
}

export async function* desiredPages(phases: readonly DesiredPhase[]): AsyncGenerator<DesiredPage> {
  for (const phase of phases) yield* phase.pages();
}

/** Those that the source has; then those that it has no more, which are closed and say so. */
function ticketPhases({ base, part, ...view }: WalkInput): readonly DesiredPhase[] {
  const { staging, migrationId } = base.input;
  // One set for both, so that a stand-in comes once a walk; who goes back for some tickets gets it again.
  const whole = new Set<string>();
  const page = (ids: readonly string[], placeholders: Set<string>, deleted: boolean) =>
    ticketPage(base, view, ids, { placeholders, deleted });
  const gone = () => deletedTickets(staging, view.journal, view.scope);
  const living: DesiredPhase = {
    phase: "conversations",
    inner: "none",
    count: async () => part?.ticketIds.length ?? staging.count(migrationId, "ticket"),
    pages(ids) {
      const placeholders = ids === undefined ? whole : new Set<string>();
      if (ids === undefined) whole.clear();
      return mapPages(choosePages(base.input, "ticket", PAGE, ids ?? part?.ticketIds), (chosen) =>
        page(chosen, placeholders, false),
      );
    },
  };
  const deleted: DesiredPhase = {
    phase: "conversations",
    inner: "none",
    async count() {
      let found = 0;
      for await (const ids of gone()) found += ids.length;
      return found;
    },
    pages(ids) {
      const placeholders = ids === undefined ? whole : new Set<string>();
      return mapPages(ids === undefined ? gone() : cutPages(ids, PAGE), (chosen) =>
        page(chosen, placeholders, true),
      );
    },
  };
  return part === undefined ? [living, deleted] : [living];
}

function helpPhases(base: ContextBase, view: JournalView): readonly DesiredPhase[] {
  const { staging, migrationId } = base.input;
  let assembled: ReturnType<typeof assembleCollections> | undefined;
  const collections = () => {
    assembled ??= assembleCollections(base);
    return assembled;
  };
  return [
    {
      phase: "articles",
      inner: "earlier-pages",
      count: async () => (await collections()).length,
      async *pages() {
        for (const level of Map.groupBy(await collections(), ({ parent }) => parent === undefined).values())
          yield assemblePage(
            view,
            level.map((desired) => ({ desired })),
          );
      },
    },
    {
      phase: "articles",
      inner: "circles",
      count: () => staging.count(migrationId, "article"),
      async *pages() {
        for await (const articles of articlePages(base, view))
          yield assemblePage(
            view,
            articles.map((desired) => ({ desired })),
          );
      },
    },
  ];
}

async function* mapPages(
  pages: AsyncIterable<readonly string[]>,
  assemble: (ids: readonly string[]) => Promise<DesiredPage>,
): AsyncGenerator<DesiredPage> {
  for await (const ids of pages) yield assemble(ids);
}
