// Second pass of a rollback: contacts that we made go, contacts that we adopted are put back field by field.

import { type ContactBefore, contactBefore } from "../../destination/before-image.ts";
import { refKey, type StandingOperation } from "../../journal/journal.ts";
import type { ObservedContact } from "../../model/observed.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import { assembleRestoration, findTouchedFields, mergeWrites } from "./contact-fields.ts";
import type { RollbackRun } from "./rollback-run.ts";

export async function undoContacts(run: RollbackRun): Promise<void> {
  await run.each(jobs(run));
}

async function* jobs(run: RollbackRun): AsyncGenerator<() => Promise<void>> {
  const pending = new Map<string, StandingOperation[]>();
  for await (const row of run.standing()) {
    if (row.source.type !== "contact") continue;
    const key = refKey(row.source);
    const rows = pending.get(key) ?? [];
    pending.set(key, rows);
    rows.push(row);
    if (row.actionKind !== "create-contact") continue;
    pending.delete(key);
    yield () => undoContact(run, row, rows);
  }
}

/** A row without a readable before-image wrote nothing that we know of. */
function beforeOf(row: StandingOperation): ContactBefore {
  const parsed = contactBefore.safeParse(row.before);
  return parsed.success ? parsed.data : { wrote: {} };
}

async function undoContact(
  run: RollbackRun,
  create: StandingOperation,
  rows: readonly StandingOperation[],
): Promise<void> {
  const observed = await run.read(() => run.options.destination.fetchContact(create.destinationId));
  const wrote = mergeWrites(rows.toReversed().map((row) => beforeOf(row).wrote));
  if (!observed) {
    if (create.created) run.deleted.contact += 1;
    await run.markUndone(rows);
  } else if (create.created) await removeContact(run, observed, wrote, rows);
  else await restoreContact(run, observed, create, wrote, rows);
}

function keep(run: RollbackRun, observed: ObservedContact, reason: Saying): void {
  run.keep("contact", observed.id, reason);
  for (const id of observed.companyIds) run.neededCompanies.add(id);
}

async function removeContact(
  run: RollbackRun,
  observed: ObservedContact,
  wrote: ContactBefore["wrote"],
  rows: readonly StandingOperation[],
): Promise<void> {
  const touched = findTouchedFields(observed, wrote);
  if (touched.length > 0 && !run.options.force) {
    keep(run, observed, { code: "changed_since", args: { fields: touched } });
    return;
  }
  // Deleting a contact takes its conversations along.
  const conversation = await findConversation(run, observed.id);
  if (conversation !== undefined) {
    keep(run, observed, { code: "conversation_hangs_on", args: { conversationId: conversation } });
    return;
  }
  if (!(await run.undo("contact", { kind: "delete-contact", contactId: observed.id }))) return;
  run.deleted.contact += 1;
  await run.markUndone(rows);
}

const LOOKED_AT = 20;

/** Search may still show what was deleted a moment ago, so each is looked at itself. */
async function findConversation(run: RollbackRun, contactId: string): Promise<string | undefined> {
  const { destination } = run.options;
  for (const id of await run.read(() => destination.fetchConversationIds(contactId, LOOKED_AT))) {
    if (await run.read(() => destination.fetchConversation(id))) return id;
  }
  return undefined;
}

async function restoreContact(
  run: RollbackRun,
  observed: ObservedContact,
  create: StandingOperation,
  wrote: ContactBefore["wrote"],
  rows: readonly StandingOperation[],
): Promise<void> {
  const { image } = beforeOf(create);
  if (!image) {
    keep(run, observed, { code: "before_unknown" });
    return;
  }
  const contactId = observed.id;
  const { fields, touched } = assembleRestoration(observed, image, wrote, run.options.force);
  let changed = false;
  if (Object.keys(fields).length > 0) {
    if (!(await run.undo("contact", { kind: "update-contact", contactId, fields }))) return;
    changed = true;
  }
  const attached = rows.filter((row) => row.actionKind === "attach-company").map((row) => row.destinationId);
  for (const companyId of attached) {
    if (image.companyIds.includes(companyId) || !observed.companyIds.includes(companyId)) continue;
    await run.undo("contact", { kind: "detach-company", contactId, companyId });
    changed = true;
  }
  if (image.archived && (await findConversation(run, contactId)) === undefined) {
    await run.undo("contact", { kind: "archive-contact", contactId });
    changed = true;
  }
  if (changed) run.restored += 1;
  // Its rows stand on, so that a rollback that insists finds them.
  if (touched.length > 0 && !run.options.force) {
    keep(run, observed, { code: "fields_changed_since", args: { fields: touched } });
  } else await run.markUndone(rows);
}
