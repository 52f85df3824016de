// Corrections in words: shown as a diff, carried out only by a button, and only on the map that they were read from.
import { contentHash } from "../../engine/model/hash.ts";
import type { Words } from "../../words/words.ts";
import type { StepName } from "../step-names.ts";
import { stepOf } from "../steps/catalogue.ts";
import { formatDecision } from "./decision.ts";
import type { CorrectEvent, Facts } from "./event.ts";
import { BOTH, backToMap, type ClickContext, postEphemeral, stay } from "./moves.ts";
import type { Outcome } from "./outcome.ts";
import { CHANGES_KEPT } from "./proposal.ts";
import type { ConversationState } from "./state.ts";
import { isAtWork } from "./waiting.ts";

/** Why the map can't be changed now; undefined when it can. */
function blockedReason(state: ConversationState, facts: Facts, words: Words): string | undefined {
  if (!facts.map) return words.correction.noMap;
  if (isAtWork(state)) return words.correction.busy;
  return stepOf(state).mapEditable ? undefined : words.correction.tooLate(words.where(state.step));
}

export function onCorrect(
  state: ConversationState,
  event: CorrectEvent,
  facts: Facts,
  words: Words,
  channel: Words,
): Outcome {
  const { actor, role, changes, lines, asks, revision, after } = event;
  if (!BOTH.includes(role)) {
    const text = role === "stranger" ? words.refusal.stranger(event.because ?? "") : words.refusal.role(BOTH);
    return stay(state, { kind: "audit", event: "correction-refused", detail: { role } }, postEphemeral(text));
  }
  const blocked = blockedReason(state, facts, words);
  if (blocked) return stay(state, { kind: "reply", text: blocked });
  if (changes.length === 0)
    return stay(state, { kind: "reply", text: asks.join("\n") || words.correction.nothing });
  // Decided or replaced since it was read: what it wanted must not come in by another's wish.
  if (event.joins !== undefined && event.joins !== state.proposal?.id)
    return stay(state, { kind: "reply", text: words.correction.again });
  const id = contentHash([revision, changes, actor, facts.at]).slice(0, 32);
  const kept = { changes: changes.slice(0, CHANGES_KEPT), lines: lines.slice(0, CHANGES_KEPT) };
  const proposal = { id, ...kept, asks: asks.slice(0, 10), revision, after, by: actor, ts: null };
  const line = event.joins === undefined ? channel.correction.outdated : channel.correction.joined;
  return {
    state: { ...state, proposal },
    commands: [],
    effects: [...(state.proposal ? [{ kind: "settle-proposal", line } as const] : []), { kind: "proposal" }],
  };
}

/** Whoever may change the map by menus may confirm; the map must be the one that was read. */
export function onCorrectionClick(context: ClickContext<StepName>): Outcome {
  const { state, event, facts, words, channel } = context;
  const { proposal } = state;
  if (!proposal || event.hash !== proposal.id) return stay(state, postEphemeral(words.correction.gone));
  const without = { ...state, proposal: null };
  const settled = (what: "corrected" | "dismissed") =>
    ({
      kind: "settle-proposal",
      line: formatDecision(channel, { by: event.actor, what, at: facts.at }),
    }) as const;
  if (event.action === "correction.dismiss")
    return { state: without, commands: [], effects: [settled("dismissed")] };
  const blocked = blockedReason(state, facts, words);
  if (blocked) return stay(state, postEphemeral(blocked));
  // Already as wished: a click that was carried out before a crash, or the same change by a menu.
  const isSame = facts.map?.revision === proposal.revision;
  const isDone = !isSame && facts.map?.hash === proposal.after;
  if (!isSame && !isDone)
    return {
      state: without,
      commands: [],
      effects: [
        { kind: "settle-proposal", line: channel.correction.outdated },
        postEphemeral(words.refusal.changedSince),
      ],
    };
  const commands = isDone ? [] : proposal.changes.map((change) => ({ kind: "change-map", change }) as const);
  if (state.step === "map-review")
    return { state: without, commands, effects: [settled("corrected"), { kind: "redraw" }] };
  const back = backToMap(context);
  return { ...back, commands, effects: [settled("corrected"), ...back.effects] };
}
