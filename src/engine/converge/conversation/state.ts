// Open, snoozed or closed: the last step of a conversation, since a reply opens it again.
import type { DesiredConversation } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { ObservedConversation } from "../../model/observed.ts";
import type { Applied, Operation } from "../../model/operation.ts";
import { written } from "../applied-steps.ts";
import type { CompareTools } from "../object-kind.ts";
import { actingAdmin } from "./acting-admin.ts";
import { openingStep } from "./opening.ts";
import { partHash } from "./parts.ts";

/**
 * What may open a conversation is in the hash of a closed or snoozed state, so that it makes the state due again: its
 * messages and its assignments (Intercom answers an assignment of a closed one as open). `snoozedUntil` is not: it
 * depends on the run, and a later run must not snooze again.
 */
export function stateStep(desired: DesiredConversation): Operation {
  const { source, state, snoozedUntil, teamId, adminId } = desired;
  const opened = state === "open" ? {} : { assigned: { teamId, adminId } };
  return {
    source,
    step: "state",
    contentHash: contentHash({ state, after: messagesOf(desired), ...opened }),
    image: { wrote: { state } },
    build: (resolve) => ({
      kind: "set-state",
      conversationId: resolve(source),
      actingAdminId: actingAdmin(desired),
      state,
      ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    }),
  };
}

function messagesOf(desired: DesiredConversation): readonly unknown[] {
  if (desired.state === "open") return [];
  return [openingStep(desired).contentHash, ...desired.parts.map((part) => [part.key, partHash(part)])];
}

/** `disturbed`: something is written before it that may open the conversation. */
export function diffState(
  desired: DesiredConversation,
  applied: Applied,
  disturbed: boolean,
): readonly Operation[] {
  const step = stateStep(desired);
  const known = written(applied, "state")?.contentHash;
  if (desired.state === "open" && known === undefined) return [];
  if (known === step.contentHash) return [];
  // As an older version wrote it, which knew of no assignment that opens.
  const former = contentHash({ state: desired.state, after: messagesOf(desired) });
  return known === former && !disturbed ? [] : [step];
}

export function compareState(
  desired: DesiredConversation,
  observed: ObservedConversation,
  { verdicts, options: { now } }: CompareTools,
): void {
  const { state, snoozedUntil } = desired;
  const woken = state === "snoozed" && observed.state === "open" && snoozedUntil !== undefined;
  if (woken && now !== undefined && snoozedUntil <= now) {
    verdicts.add("state", state, observed.state, "altered", { code: "snooze_ended" });
  } else verdicts.check("state", state, observed.state);
}
