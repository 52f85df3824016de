// Takes a canary away: its conversations, then its contact. Also one that a killed process left behind.
import { AskError, CutoverError } from "../../errors.ts";
import type { Action } from "../../model/action.ts";
import { undoWrite } from "../../write/undo-write.ts";
import { type CanaryTools, readBack } from "./canary-writes.ts";

/** More than a canary ever makes on one contact. */
const MOST_CONVERSATIONS = 50;
const MOST_ROWS = 5000;

/**
 * Removes all canaries of the scope. A pause doesn't stop it: it is a few requests, and what is left stands in an inbox.
 * @returns whether deleted conversations leave reporting numbers
 * @throws AskError `canary_not_deleted` with the ids; what reading and writing throw
 */
export async function removeCanaries(interrupted: CanaryTools): Promise<{ readonly metricsRemain: boolean }> {
  const tools: CanaryTools = { ...interrupted, signal: undefined };
  const { journal, scope, destination, clock } = tools;
  await journal.flush();
  const contacts = new Set<string>();
  const conversations = new Set<string>();
  const open = await journal.loadUnsettled(scope);
  for (const { id, action } of open) {
    if (action.kind !== "create-contact") continue;
    // A second create is answered with the id of the first, however search lags.
    const known = await undoWrite(tools, action);
    if ("outcome" in known && known.outcome) await journal.done(id, known.outcome, clock.now());
  }
  const standing = await journal.loadStanding(scope, MOST_ROWS);
  for (const { actionKind, destinationId } of standing) {
    if (actionKind === "create-contact") contacts.add(destinationId);
    if (actionKind === "create-conversation") conversations.add(destinationId);
  }
  // What a lost answer hid hangs on the contact; search may show it.
  for (const contactId of contacts) {
    const shown = await destination.fetchConversationIds(contactId, MOST_CONVERSATIONS).catch(() => []);
    for (const id of shown) conversations.add(id);
  }
  let metricsRemain = false;
  let refusal: CutoverError | undefined;
  for (const conversationId of conversations) {
    const { refused, remains } = await remove(tools, { kind: "delete-conversation", conversationId });
    metricsRemain ||= remains;
    refusal ??= refused;
  }
  // A contact takes its conversations along, so this may remove what was refused alone.
  for (const contactId of contacts) {
    const { refused } = await remove(tools, { kind: "delete-contact", contactId });
    refusal ??= refused;
  }
  const left = await findLeft(tools, conversations, contacts);
  if (left.length === 0) {
    for (const { id, action } of open) if (action.kind !== "create-contact") await journal.absent(id);
    await journal.undone(
      standing.map(({ id }) => id),
      clock.now(),
    );
  }
  if (refusal !== undefined || left.length > 0) throw notDeleted(left, refusal);
  return { metricsRemain };
}

async function findLeft(
  tools: CanaryTools,
  conversations: ReadonlySet<string>,
  contacts: ReadonlySet<string>,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const id of conversations) {
    if (await readBack(tools, () => tools.destination.fetchConversation(id))) left.push(`conversation ${id}`);
  }
  for (const id of contacts) {
    if (await readBack(tools, () => tools.destination.fetchContact(id))) left.push(`contact ${id}`);
  }
  return left;
}

async function remove(
  tools: CanaryTools,
  action: Action,
): Promise<{ readonly refused?: CutoverError; readonly remains: boolean }> {
  try {
    const undone = await undoWrite(tools, action);
    if ("refused" in undone) return { refused: undone.refused, remains: false };
    return { remains: undone.outcome?.remains !== undefined };
  } catch (error) {
    if (error instanceof CutoverError && error.code === "forbidden")
      return { refused: error, remains: false };
    throw error;
  }
}

const notDeleted = (left: readonly string[], refusal: CutoverError | undefined): AskError =>
  new AskError({
    ...{ code: "canary_not_deleted" as const, args: { left } },
    ...(refusal === undefined ? {} : { cause: refusal }),
  });
