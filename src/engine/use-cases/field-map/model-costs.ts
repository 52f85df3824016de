// What a model's drafts cost a migration so far, and what they may still cost.
import { z } from "zod";
import type { ModelUsage } from "../../field-map/proposer-port.ts";
import type { Dependencies } from "../dependencies.ts";

const MODEL_COSTS = "model-costs";
/** Tokens of prompts and answers together; a large tenant's draft takes some 40,000. */
const DEFAULT_TOKENS = 400_000;

interface ModelCosts {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** US dollars by the operator's price; absent without one. */
  readonly dollars?: number;
}

const costs = z.object({
  promptTokens: z.number(),
  completionTokens: z.number(),
  dollars: z.number().optional(),
});

async function loadModelCosts({ store }: Dependencies, migrationId: string): Promise<ModelCosts> {
  const found = costs.safeParse(await store.documents.loadReport(migrationId, MODEL_COSTS));
  if (!found.success) return { promptTokens: 0, completionTokens: 0 };
  const { dollars, ...tokens } = found.data;
  return { ...tokens, ...(dollars === undefined ? {} : { dollars }) };
}

export async function countTokensLeft(deps: Dependencies, migrationId: string): Promise<number> {
  const { promptTokens, completionTokens } = await loadModelCosts(deps, migrationId);
  return Math.max(0, (deps.modelTokens ?? DEFAULT_TOKENS) - promptTokens - completionTokens);
}

/** Adds to the sum, and to the audit log. */
export async function recordModelUsage(
  deps: Dependencies,
  migrationId: string,
  { model, promptTokens, completionTokens }: ModelUsage,
): Promise<void> {
  const { store, clock, modelPrice } = deps;
  const before = await loadModelCosts(deps, migrationId);
  const price = modelPrice && {
    dollars: (promptTokens * modelPrice.prompt + completionTokens * modelPrice.completion) / 1_000_000,
  };
  const sum = price && { dollars: (before.dollars ?? 0) + price.dollars };
  await store.documents.saveReport(
    migrationId,
    MODEL_COSTS,
    {
      promptTokens: before.promptTokens + promptTokens,
      completionTokens: before.completionTokens + completionTokens,
      ...sum,
    },
    clock(),
  );
  await store.audit.append({
    migrationId,
    at: clock().toISOString(),
    actor: { team: "system", user: "proposer" },
    event: "model-asked",
    detail: { model, promptTokens, completionTokens, ...price },
  });
}
