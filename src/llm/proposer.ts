// The proposer: the built-in one first, a model's better ideas on top, and never a customer who waits in vain.
import type { Proposal, ProposalInput, Proposer } from "../engine/field-map/proposer-port.ts";
import { mergeProposal } from "./merge-proposal.ts";
import type { AskModel, ModelMessage, ModelUsage } from "./openai/ask-model.ts";
import { assemblePrompt, SYSTEM_PROMPT } from "./openai/prompt.ts";

/** Without `ask` (no key) the offline proposer works alone. `onUsage` is told what each answer cost. */
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
      if (first.kind === "none")
        return withNote(base, `No model was used: ${first.reason}. The built-in rules drafted the map.`);
      options.onUsage?.(first.usage);
      let merged = mergeProposal(base.map, input.survey, first.proposal);
      if (merged.problems.length > 0) {
        const second = await ask([...messages, ...repair(first.proposal, merged.problems)], signal);
        if (second.kind === "proposal") {
          options.onUsage?.(second.usage);
          merged = mergeProposal(base.map, input.survey, second.proposal);
        }
      }
      const ignored = merged.problems.length;
      return withNote(
        { map: merged.map, notes: base.notes },
        `A model drafted ${merged.used} rows; the built-in rules drafted the others.${
          ignored > 0 ? ` ${ignored} of the model's answers could not be used and were left out.` : ""
        }`,
      );
    },
  };
}

function repair(answer: unknown, problems: readonly string[]): ModelMessage[] {
  return [
    { role: "assistant", content: JSON.stringify(answer) },
    {
      role: "user",
      content: `Some rows can't be used:\n${problems.slice(0, 50).join("\n")}\nAnswer again in full, corrected.`,
    },
  ];
}

function withNote(proposal: Proposal, note: string): Proposal {
  return { map: proposal.map, notes: [...proposal.notes, note] };
}
