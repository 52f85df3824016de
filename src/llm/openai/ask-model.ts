// One structured question to an OpenAI-compatible server, and what became of it.
import OpenAI from "openai";
import type { ModelUsage } from "../../engine/field-map/proposer-port.ts";
import { modelProposal } from "./proposal-schema.ts";
import { type ReadProposal, readProposal } from "./read-proposal.ts";
import { type ChatMessage, makeAskInForms } from "./response-forms.ts";

export type ModelAnswer =
  | ({ readonly kind: "proposal"; readonly usage: ModelUsage } & ReadProposal)
  /** One sentence for the customer: why there is no answer that can be used; it may have cost something. */
  | { readonly kind: "none"; readonly reason: string; readonly usage?: ModelUsage };

export type AskModel = (messages: readonly ChatMessage[], signal?: AbortSignal) => Promise<ModelAnswer>;

/** More are never paid for in one answer. */
export const MAX_ANSWER_TOKENS = 16_000;
/** Characters; an honest answer to the largest schema is a third of it. */
const MAX_CONTENT = 500_000;

/** Never throws for what a server may do: time-outs, refusals, cut answers and rate limits become a reason. */
export function makeAskModel(options: {
  readonly apiKey: string;
  readonly baseUrl?: string;
  readonly model: string;
  readonly timeoutMs?: number;
}): AskModel {
  const client = new OpenAI({
    apiKey: options.apiKey,
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    timeout: options.timeoutMs ?? 60_000,
    maxRetries: 1,
  });
  const askInForms = makeAskInForms(client, { name: "field_map_proposal", schema: modelProposal });
  return async (messages, signal) => {
    try {
      const completion = await askInForms(
        { model: options.model, messages, max_completion_tokens: MAX_ANSWER_TOKENS },
        signal,
      );
      const usage = {
        model: completion.model,
        promptTokens: completion.usage?.prompt_tokens ?? 0,
        completionTokens: completion.usage?.completion_tokens ?? 0,
      };
      const none = (reason: string): ModelAnswer => ({ kind: "none", reason, usage });
      const choice = completion.choices[0];
      if (choice === undefined) return none("the model gave no answer");
      if (choice.message.refusal) return none("the model declined to answer");
      if (choice.finish_reason === "length") return none("the model's answer was cut off");
      const content = choice.message.content ?? "";
      if (content.length > MAX_CONTENT) return none("the model's answer was far too long");
      const read = readProposal(content);
      if (read === undefined) return none("the model's answer was not in the agreed form");
      return { kind: "proposal", ...read, usage };
    } catch (error) {
      return { kind: "none", reason: reasonOf(error) };
    }
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof OpenAI.APIConnectionTimeoutError) return "the model did not answer in time";
  if (error instanceof OpenAI.APIUserAbortError) return "the question was cancelled";
  if (error instanceof OpenAI.APIConnectionError) return "the model's server could not be reached";
  if (error instanceof OpenAI.AuthenticationError) return "the model's server refused the API key";
  if (error instanceof OpenAI.RateLimitError) return "the model's server is over its rate limit";
  if (error instanceof OpenAI.APIError)
    return `the model's server answered ${error.status ?? "with an error"}`;
  return "the model's answer could not be used";
}
