// The proposer: the built-in one first, a model's better ideas on top, and never a customer who waits in vain.
import type { Proposal, ProposalInput, Proposer } from "../engine/field-map/proposer-port.ts";
import { assembleNotes } from "./assemble-notes.ts";
import { keepValidRows } from "./keep-valid-rows.ts";
import { mergeProposal } from "./merge-proposal.ts";
import type { AskModel, ModelMessage, ModelUsage } from "./openai/ask-model.ts";
import { assemblePrompt, SYSTEM_PROMPT } from "./openai/prompt.ts";

/** Without `ask` (no key) the offline proposer works alone. `onUsage` is told what each answer cost. Throws when aborted. */
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
      const messages: ModelMessage[] = [
        { role: "system", content: SYSTEM_PROMPT },
        { role: "user", content: assemblePrompt(input) },
      ];
      const first = await ask(messages, signal);
      signal?.throwIfAborted();
      if (first.kind === "none")
        return {
          map: base.map,
          notes: assembleNotes(base.map, `A model was asked, but ${first.reason}.`),
        };
      options.onUsage?.(first.usage);
      let merged = mergeProposal(base.map, input, first.proposal);
      if (merged.problems.length > 0) {
        const second = await ask([...messages, ...repair(first.proposal, merged.problems)], signal);
        signal?.throwIfAborted();
        if (second.kind === "proposal") {
          options.onUsage?.(second.usage);
          const repaired = mergeProposal(base.map, input, second.proposal);
          if (repaired.problems.length <= merged.problems.length) merged = repaired;
        }
      }
      const map = keepValidRows(base.map, merged.map, input);
      const ignored = merged.problems.length;
      return {
        map,
        notes: assembleNotes(
          map,
          ignored === 0
            ? undefined
            : `${ignored} of the model's answers could not be used and ${ignored === 1 ? "was" : "were"} left out.`,
        ),
      };
    },
  };
}

/** Characters of its own answer that a model is shown again. */
const MAX_REPEATED = 60_000;

function repair(answer: unknown, problems: readonly string[]): ModelMessage[] {
  return [
    { role: "assistant", content: JSON.stringify(answer).slice(0, MAX_REPEATED) },
    {
      role: "user",
      content: `Some rows can't be used:\n${problems.slice(0, 50).join("\n")}\nAnswer again in full, corrected.`,
    },
  ];
}
