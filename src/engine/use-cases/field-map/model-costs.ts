// What a model's drafts cost a migration so far, and what they may still cost.
import type { ModelUsage } from "../../field-map/proposer-port.ts";
import type { KeptReports } from "../../store/kept-reports.ts";
import type { Dependencies } from "../dependencies.ts";

/** Tokens of prompts and answers together; a large tenant's draft takes some 40,000. */
const DEFAULT_TOKENS = 400_000;

async function loadModelCosts(
  { store }: Dependencies,
  migrationId: string,
): Promise<KeptReports["model-costs"]> {
  const kept = await store.documents.loadReport(migrationId, "model-costs");
  return kept ?? { promptTokens: 0, completionTokens: 0 };
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
    "model-costs",
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
