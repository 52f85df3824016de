// What changed in a workspace while a run goes on, so that its cause is named before records fail of it.
import { AskError, type CutoverError } from "../../errors.ts";
import type { AttributeDefinition } from "../../model/desired.ts";
import type { ObservedConversation } from "../../model/observed.ts";
import { type CanaryTools, conversationRef, readBack, writeStep } from "./canary-writes.ts";
import { outboundDetected } from "./judge-profile.ts";
import { markOf } from "./mirror-text.ts";
import { findOutbound } from "./read-mirror.ts";
import { readNew } from "./read-new.ts";

export interface Expected {
  /** Admins who write and are assigned, able at the run's start. */
  readonly actorIds: readonly string[];
  readonly attributes: readonly AttributeDefinition[];
  /** Of the canary's own conversation when it was new. */
  readonly fresh: Pick<ObservedConversation, "adminId" | "teamId">;
}

/** Who lost a seat, which attribute was archived or has a twin, whom new conversations go to now. */
export async function findChange(
  tools: CanaryTools,
  nonce: string,
  contactId: string,
  look: number,
  expected: Expected,
): Promise<CutoverError | undefined> {
  const { destination } = tools;
  const admins = await readBack(tools, () => destination.fetchAdmins());
  const able = new Set(admins.flatMap(({ id, barred }) => (barred === undefined ? [id] : [])));
  const gone = expected.actorIds.filter((id) => !able.has(id));
  if (gone.length > 0) {
    return changed(
      "seat",
      gone.map((id) => admins.find((one) => one.id === id)?.name ?? id),
    );
  }
  const active = (await readBack(tools, () => destination.fetchAttributes())).filter((one) => !one.archived);
  const named = ({ model, name }: Pick<AttributeDefinition, "model" | "name">) =>
    active.filter((one) => one.model === model && one.name === name);
  const missing = expected.attributes.filter((one) => named(one).length === 0);
  if (missing.length > 0)
    return changed(
      "attribute",
      missing.map(({ name }) => name),
    );
  const twins = active.filter((one) => one.model === "conversation" && named(one).length > 1);
  if (twins.length > 0) return changed("twin", [...new Set(twins.map(({ name }) => name))]);
  const found = await makeAnother(tools, nonce, contactId, look);
  if (findOutbound(found)) return outboundDetected();
  const { fresh } = expected;
  return found.adminId === fresh.adminId && found.teamId === fresh.teamId
    ? undefined
    : changed("default", []);
}

async function makeAnother(
  tools: CanaryTools,
  nonce: string,
  contactId: string,
  look: number,
): Promise<ObservedConversation> {
  const createdAt = Math.floor(tools.clock.now().getTime() / 1000) - 300 * 86_400;
  const body = `${markOf(nonce, `look-${look}`)}: a test by Cutover, deleted in a moment.`;
  const { destinationId } = await writeStep(tools, conversationRef(nonce, 10 + look), "create", {
    ...{ kind: "create-conversation", contactId, role: "user", body, createdAt },
  });
  return readNew(tools, destinationId);
}

const changed = (what: "seat" | "attribute" | "twin" | "default", names: readonly string[]): CutoverError =>
  new AskError({ code: "workspace_changed", args: { what, names: names.slice(0, 20) } });
