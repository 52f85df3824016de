// What an approval is bound to: map, scope, environment, source and workspace; applying or new tickets don't void it.
import { contentHash } from "../model/hash.ts";
import type { EnvironmentName } from "../model/operation.ts";
import type { Scope } from "../model/plan.ts";

export interface PlanIdentity {
  readonly mapHash: string;
  readonly scope: Scope;
  readonly environment: EnvironmentName;
  readonly sourceKey: string;
  readonly workspaceId: string;
}

/** The order of a sample's tickets doesn't matter. */
export function planHash({ mapHash, scope, environment, sourceKey, workspaceId }: PlanIdentity): string {
  const canonical =
    scope.kind === "sample" ? { kind: scope.kind, ticketIds: [...new Set(scope.ticketIds)].sort() } : scope;
  return contentHash({ mapHash, scope: canonical, environment, sourceKey, workspaceId });
}
