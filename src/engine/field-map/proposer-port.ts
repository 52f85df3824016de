// What drafts a field map: a model, or the offline one. Implementations live in llm/ and here; engine/ never imports llm/.
import type { Admin, Team } from "../model/observed.ts";
import type { Survey } from "../model/survey.ts";
import type { FieldMap } from "./schema.ts";

export interface ProposalInput {
  readonly survey: Survey;
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  /** What a model may still cost this migration; no limit when absent. */
  readonly tokensLeft?: number;
}

/** What a model's answers cost, all rounds of one proposal together. */
export interface ModelUsage {
  readonly model: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly prompt: number;
  readonly completion: number;
}

export interface Proposal {
  readonly map: FieldMap;
  /** Sentences for the customer: what was guessed, what failed (e.g. "the model did not answer; the built-in proposer did"). */
  readonly notes: readonly string[];
  /** Absent when no model answered. */
  readonly usage?: ModelUsage;
}

export interface Proposer {
  propose(input: ProposalInput, signal?: AbortSignal): Promise<Proposal>;
}
