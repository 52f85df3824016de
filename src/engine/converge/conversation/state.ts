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
 * Parts are in the hash of a closed or snoozed state, so that a new part, which may reopen the conversation, makes
 * it due again. `snoozedUntil` is not: it depends on the run, and a later run must not snooze again.
 */
export function stateStep(desired: DesiredConversation): Operation {
  const { source, state, snoozedUntil, parts } = desired;
  const messages = () => [
    openingStep(desired).contentHash,
    ...parts.map((part) => [part.key, partHash(part)]),
  ];
  const after = state === "open" ? [] : messages();
  return {
    source,
    step: "state",
    contentHash: contentHash({ state, after }),
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

export function diffState(
  desired: DesiredConversation,
  applied: Applied,
  partsWritten: boolean,
): readonly Operation[] {
  const step = stateStep(desired);
  const known = written(applied, "state");
  if (desired.state === "open" && !known) return [];
  // A part may reopen what was closed: the state is due again after any part, whatever the hash says.
  return known?.contentHash === step.contentHash && !(partsWritten && desired.state !== "open") ? [] : [step];
}

export function compareState(
  desired: DesiredConversation,
  observed: ObservedConversation,
  { verdicts, options: { now } }: CompareTools,
): void {
  const { state, snoozedUntil } = desired;
  const woken = state === "snoozed" && observed.state === "open" && snoozedUntil !== undefined;
  if (woken && now !== undefined && snoozedUntil <= now) {
    verdicts.add("state", state, observed.state, "altered", "the snooze has ended");
  } else verdicts.check("state", state, observed.state);
}
