// Puts a workspace back to how it was before: what the journal says stands is undone, newest kinds first.
import type { RollbackPreview } from "../../engine.ts";
import type { Journal, JournalScope } from "../../journal/journal.ts";
import type { RollbackResult } from "../../model/run.ts";
import { settleAll } from "../../write/settle.ts";
import { undoHelp } from "./articles.ts";
import { undoAttributes } from "./attributes.ts";
import { undoCompanies } from "./companies.ts";
import { undoContacts } from "./contacts.ts";
import { undoConversations } from "./conversations.ts";
import { collectLaterEdits } from "./later-edits.ts";
import { type RollbackOptions, RollbackRun } from "./rollback-run.ts";

export type { RollbackOptions } from "./rollback-run.ts";

/**
 * Safe to repeat after a crash at any instant: every undoing is idempotent, and rows are marked `undone` after it.
 * Throws AskError and AbortError, and the signal's reason; then it goes on where it stopped when called again. Counts
 * are those of this call.
 */
export async function rollback(options: RollbackOptions): Promise<RollbackResult> {
  const run = new RollbackRun(options);
  await settleAll(options, options.scope);
  if (options.keepLaterEdits) await options.keepLaterEdits(await collectLaterEdits(run));
  // A contact's deletion would take conversations along, and a company needs to be free of contacts.
  await undoConversations(run);
  await undoHelp(run);
  await undoContacts(run);
  await undoCompanies(run);
  await undoAttributes(run);
  await options.journal.flush();
  return run.result();
}

const PAGE = 2000;

/** What a rollback would do, from the journal alone; people's work since is seen only when it runs. */
export async function previewRollback(journal: Journal, scope: JournalScope): Promise<RollbackPreview> {
  const conversations = new Set<string>();
  const contacts = new Map<string, boolean>();
  const companies = new Map<string, boolean>();
  const help = { article: new Set<string>(), collection: new Set<string>() };
  let archiveAttributes = 0;
  let before: string | undefined;
  for (;;) {
    const rows = await journal.loadStanding(scope, PAGE, before);
    for (const row of rows) {
      const { actionKind, destinationId, created } = row;
      if (actionKind === "create-conversation") conversations.add(destinationId);
      if (actionKind === "create-contact") contacts.set(destinationId, created);
      if (actionKind === "upsert-company") {
        companies.set(destinationId, created || (companies.get(destinationId) ?? false));
      }
      if (actionKind === "create-article") help.article.add(destinationId);
      if (actionKind === "create-collection" && created) help.collection.add(destinationId);
      if (actionKind === "create-attribute" && created) archiveAttributes += 1;
    }
    before = rows.at(-1)?.id;
    if (rows.length < PAGE) break;
  }
  const count = (found: ReadonlyMap<string, boolean>, ours: boolean) =>
    [...found.values()].filter((created) => created === ours).length;
  return {
    delete: {
      conversation: conversations.size,
      contact: count(contacts, true),
      company: count(companies, true),
      ...(help.article.size > 0 ? { article: help.article.size } : {}),
      ...(help.collection.size > 0 ? { collection: help.collection.size } : {}),
    },
    restore: count(contacts, false) + count(companies, false),
    archiveAttributes,
    remains: [
      { code: "attributes_archived", args: { named: false } },
      { code: "numbers_remain", args: { certain: false } },
    ],
  };
}
