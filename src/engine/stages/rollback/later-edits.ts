// What people wrote in imported conversations since: collected for an export, or counted for a preview. Reads only.
import PQueue from "p-queue";
import type { Destination } from "../../destination/port.ts";
import type { Journal, JournalScope, StandingOperation } from "../../journal/journal.ts";
import { ticketIdOf } from "../../model/continued.ts";
import type { ObservedConversation, ObservedPart } from "../../model/observed.ts";
import type { EditedConversation, LaterEdit } from "../../model/reports/later-edits.ts";
import { toPlainText } from "../../values/text.ts";
import { findLaterParts } from "../../write/find-later-parts.ts";
import { standingConversations } from "./conversations.ts";
import type { RollbackRun } from "./rollback-run.ts";

/** By ticket number. Reads every conversation that stands; a rollback reads each again before it deletes it. */
export async function collectLaterEdits(run: RollbackRun): Promise<readonly EditedConversation[]> {
  const { destination } = run.options;
  const names = new Map(
    (await run.read(() => destination.fetchAdmins())).map(({ id, name }) => [id, name] as const),
  );
  const found: EditedConversation[] = [];
  await run.each(jobs());
  return found.sort((a, b) => a.ticketId.localeCompare(b.ticketId, "en", { numeric: true }));

  async function* jobs(): AsyncGenerator<() => Promise<void>> {
    for await (const { create, rows } of standingConversations(run)) {
      yield async () => {
        const observed = await run.read(() => destination.fetchConversation(create.destinationId));
        const later = observed ? findLaterParts(observed, create, rows) : [];
        if (observed && later.length > 0) found.push(assembleEdited(observed, create, later, names));
      };
    }
  }
}

function assembleEdited(
  observed: ObservedConversation,
  create: StandingOperation,
  later: readonly ObservedPart[],
  names: ReadonlyMap<string, string>,
): EditedConversation {
  return {
    conversationId: observed.id,
    ticketId: ticketIdOf(create.source.id),
    ...(observed.title === undefined ? {} : { title: observed.title }),
    messages: later.map((part): LaterEdit => {
      const name = part.author.kind === "admin" ? names.get(part.author.id) : undefined;
      return {
        id: part.id,
        partType: part.partType,
        author: { ...part.author, ...(name === undefined ? {} : { name }) },
        at: new Date(part.createdAt * 1000).toISOString(),
        text: toPlainText(part.body),
        html: part.body,
      };
    }),
  };
}

const PAGE = 1000;
const AT_ONCE = 16;

/** Looks until `isOver` says that there is no more time: the newest first, those people most likely work in. */
export async function countTouched(
  { journal, destination }: { readonly journal: Journal; readonly destination: Destination },
  scope: JournalScope,
  isOver: () => boolean,
): Promise<{ readonly conversations: number; readonly looked: number }> {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const failures: unknown[] = [];
  let conversations = 0;
  let looked = 0;
  for await (const { create, rows } of standingConversations({ standing: () => standing(journal, scope) })) {
    await queue.onSizeLessThan(AT_ONCE);
    if (isOver() || failures.length > 0) break;
    void queue
      .add(async () => {
        if (isOver()) return;
        const observed = await destination.fetchConversation(create.destinationId);
        looked += 1;
        if (observed && findLaterParts(observed, create, rows).length > 0) conversations += 1;
      })
      .catch((error: unknown) => failures.push(error));
  }
  await queue.onIdle();
  if (failures.length > 0) throw failures[0];
  return { conversations, looked };
}

async function* standing(journal: Journal, scope: JournalScope): AsyncGenerator<StandingOperation> {
  for (let before: string | undefined; ; ) {
    const rows = await journal.loadStanding(scope, PAGE, before);
    yield* rows;
    before = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}
