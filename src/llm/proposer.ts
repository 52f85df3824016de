// The proposer: the built-in one first, a model's better ideas on top, and never a customer who waits in vain.

import type { ModelUsage, Proposal, ProposalInput, Proposer } from "../engine/field-map/proposer-port.ts";
import { ASK_BELOW, type FieldMap } from "../engine/field-map/schema.ts";
import { assembleNotes } from "./assemble-notes.ts";
import { keepValidRows } from "./keep-valid-rows.ts";
import { mergeProposal } from "./merge-proposal.ts";
import { type AskModel, MAX_ANSWER_TOKENS, type ModelAnswer } from "./openai/ask-model.ts";
import { assemblePrompt, SYSTEM_PROMPT } from "./openai/prompt.ts";
import type { ReadProposal } from "./openai/read-proposal.ts";
import type { ChatMessage } from "./openai/response-forms.ts";
import { overlayProposal } from "./overlay-proposal.ts";
import { spreadToNamesakes } from "./status-names.ts";

/**
 * Without `ask` (no key) the offline proposer works alone, and so it does when the next answer could cost more than
 * `tokensLeft`. `onUsage` is told what each answer cost. Throws when aborted.
 */
export function makeProposer(options: {
  readonly offline: Proposer;
  readonly ask?: AskModel;
  readonly onUsage?: (usage: ModelUsage) => void;
}): Proposer {
  const { offline, ask } = options;
  return {
    async propose(input: ProposalInput, signal?: AbortSignal): Promise<Proposal> {
      const base = await offline.propose(input, signal);
      if (ask === undefined) return base;
      const account = openAccount(ask, input.tokensLeft, options.onUsage);
      const messages: ChatMessage[] = [
        { role: "system", content: SYSTEM_PROMPT },
        { role: "user", content: assemblePrompt(input) },
      ];
      const first = await account.ask(messages, signal);
      signal?.throwIfAborted();
      if (first.kind === "none") {
        const trouble =
          first.reason === OVER_BUDGET ? OVER_BUDGET : `A model was asked, but ${first.reason}.`;
        return { map: base.map, notes: assembleNotes(base.map, trouble), ...account.usage() };
      }
      const mergeRead = ({ proposal, unreadable }: ReadProposal) => {
        const { map, problems } = mergeProposal(
          base.map,
          input,
          spreadToNamesakes(proposal, input.survey.statuses),
        );
        return { map, problems: [...unreadable, ...problems] };
      };
      let merged = mergeRead(first);
      if (merged.problems.length > 0) {
        const second = await account.ask([...messages, ...repair(first.proposal, merged.problems)], signal);
        signal?.throwIfAborted();
        if (second.kind === "proposal") {
          const proposal = overlayProposal(first.proposal, second.proposal);
          const repaired = mergeRead({ proposal, unreadable: second.unreadable });
          if (repaired.problems.length <= merged.problems.length) merged = repaired;
        }
      }
      const map = keepValidRows(base.map, merged.map, input);
      const ignored = merged.problems.length;
      return {
        map,
        notes: assembleNotes(map, ...noteSecrets(base.map, map), ...noteIgnored(ignored)),
        ...account.usage(),
      };
    },
  };
}

function noteIgnored(ignored: number): readonly string[] {
  if (ignored === 0) return [];
  const were = ignored === 1 ? "was" : "were";
  return [`${ignored} of the model's answers could not be used and ${were} left out.`];
}

/** Fields that would have been moved, and that the model had left behind for what they hold. */
function noteSecrets(base: FieldMap, map: FieldMap): readonly string[] {
  const left = map.fields.filter(
    ({ target, confidence }, index) =>
      target === null && confidence < ASK_BELOW && base.fields[index]?.target !== null,
  ).length;
  if (left === 0) return [];
  return [
    left === 1
      ? "1 field stays behind and is asked about: the model says that it is empty or holds a secret."
      : `${left} fields stay behind and are asked about: the model says that they are empty or hold secrets.`,
  ];
}

const OVER_BUDGET = "No model was asked: its budget for this move is used up.";
/** Characters that a token stands for, at least, in the languages that we meet. */
const CHARACTERS_A_TOKEN = 3;

/** Asks while the budget lasts, and sums up. */
function openAccount(
  ask: AskModel,
  tokensLeft: number = Number.POSITIVE_INFINITY,
  onUsage?: (usage: ModelUsage) => void,
) {
  let sum: ModelUsage | undefined;
  return {
    usage: () => (sum === undefined ? {} : { usage: sum }),
    async ask(messages: readonly ChatMessage[], signal?: AbortSignal): Promise<ModelAnswer> {
      const characters = messages.reduce((total, { content }) => total + content.length, 0);
      const spent = (sum?.promptTokens ?? 0) + (sum?.completionTokens ?? 0);
      if (characters / CHARACTERS_A_TOKEN + MAX_ANSWER_TOKENS > tokensLeft - spent)
        return { kind: "none", reason: OVER_BUDGET };
      const answer = await ask(messages, signal);
      if (answer.usage === undefined) return answer;
      const { model, promptTokens, completionTokens } = answer.usage;
      onUsage?.(answer.usage);
      sum = {
        model,
        promptTokens: (sum?.promptTokens ?? 0) + promptTokens,
        completionTokens: (sum?.completionTokens ?? 0) + completionTokens,
      };
      return answer;
    },
  };
}

/** Characters of its own answer that a model is shown again. */
const MAX_REPEATED = 60_000;

function repair(answer: unknown, problems: readonly string[]): ChatMessage[] {
  return [
    { role: "assistant", content: JSON.stringify(answer).slice(0, MAX_REPEATED) },
    {
      role: "user",
      content: `Some rows can't be used:\n${problems.slice(0, 50).join("\n")}\nAnswer these rows again, corrected; the others stand.`,
    },
  ];
}
