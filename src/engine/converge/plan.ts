// Assembles a plan from its parts: the value that people review, and approve by its hash.
import { attributesOfMap, isListOption } from "../field-map/attributes.ts";
import { mapHash } from "../field-map/hash.ts";
import type { FieldMap } from "../field-map/schema.ts";
import type { AttributeDefinition } from "../model/desired.ts";
import type { Team, Workspace } from "../model/observed.ts";
import type { EnvironmentName } from "../model/operation.ts";
import type { Plan, Scope } from "../model/plan.ts";
import type { Saying } from "../model/sayings/saying.ts";
import { resolveTeam } from "../transform/resolve-people.ts";
import { planHash } from "./plan-hash.ts";
import type { TallyResult } from "./plan-tally.ts";

export interface PlanInput {
  readonly map: FieldMap;
  readonly scope: Scope;
  readonly environment: EnvironmentName;
  readonly source: { readonly key: string; readonly title: string };
  readonly workspace: Pick<Workspace, "id" | "name">;
  readonly teams: readonly Team[];
  readonly existing: readonly (AttributeDefinition & { readonly archived: boolean })[];
  readonly tally: TallyResult;
  /** Requests a second that the destination takes. */
  readonly rate: number;
  readonly plannedAt: Date;
  /** Of the survey and of the map's validation. */
  readonly warnings: readonly (Saying | string)[];
}

export function assemblePlan(input: PlanInput): Plan {
  const { map, scope, environment, source, workspace, tally } = input;
  const wanted = attributesOfMap(map).map((one) => widenOptions(one, tally.listValues.get(keyOf(one))));
  const existing = new Map(input.existing.filter((one) => !one.archived).map((one) => [keyOf(one), one]));
  const attributesToCreate = wanted.filter((one) => !existing.has(keyOf(one)));
  const operations = tally.operations + attributesToCreate.length;
  const hash = mapHash(map);
  return {
    hash: planHash({
      mapHash: hash,
      scope,
      environment,
      sourceKey: source.key,
      workspaceId: workspace.id,
    }),
    mapHash: hash,
    environment,
    scope,
    source,
    workspace: { id: workspace.id, name: workspace.name },
    plannedAt: input.plannedAt.toISOString(),
    objects: tally.objects,
    operations,
    estimatedSeconds: Math.ceil(operations / Math.max(input.rate, 0.1)),
    attributesToCreate,
    attributesToAdopt: wanted.filter((one) => existing.has(keyOf(one))),
    teamsToCreate: missingTeams(map, input.teams),
    losses: tally.losses,
    warnings: [...input.warnings, ...wanted.flatMap((one) => conflicts(one, existing.get(keyOf(one))))],
  };
}

/** Teams that the map names for boards it moves, and that the workspace lacks. */
export function missingTeams(map: FieldMap, teams: readonly Team[]): readonly string[] {
  const wanted = map.boards.filter((rule) => rule.migrate).flatMap((rule) => rule.team ?? []);
  return [...new Set(wanted.filter((team) => !resolveTeam(team, teams)).map((team) => team.name))];
}

/** A value that the survey's sample didn't show is no reason to drop it: the list gets it as an option. */
function widenOptions(
  definition: AttributeDefinition,
  seen: ReadonlySet<string> | undefined,
): AttributeDefinition {
  if (definition.type !== "list" || !seen) return definition;
  const more = [...seen].filter((value) => !isListOption(definition, value)).sort();
  return more.length === 0 ? definition : { ...definition, options: [...definition.options, ...more] };
}

const keyOf = (one: Pick<AttributeDefinition, "model" | "name">) => `${one.model}:${one.name}`;

function conflicts(wanted: AttributeDefinition, found: AttributeDefinition | undefined): readonly Saying[] {
  if (!found) return [];
  if (found.type !== wanted.type) {
    const args = { attribute: wanted.name, found: found.type, wanted: wanted.type };
    return [{ code: "attribute_of_other_type", args }];
  }
  const lacking = wanted.options.filter((option) => !isListOption(found, option));
  return lacking.length === 0
    ? []
    : [{ code: "options_added", args: { list: wanted.name, options: lacking } }];
}
