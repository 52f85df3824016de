// What a run would do: the walk over all that Intercom should hold, its differences added up; writes nothing.
import { assemblePlan, diffDesired, makePlanTally, type PlanTally } from "../../converge/index.ts";
import type { DesiredPage } from "../../desired/desired-record.ts";
import { loadBase } from "../../desired/load-base.ts";
import { requireActors } from "../../desired/require-actors.ts";
import { assembleScope } from "../../desired/scope.ts";
import { desiredPages, walkDesired } from "../../desired/walk.ts";
import type { Destination } from "../../destination/port.ts";
import { attributesOfMap, ownAttributesOf } from "../../field-map/attributes.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { Journal, JournalScope } from "../../journal/journal.ts";
import type { SourceIdentity } from "../../model/migration-settings.ts";
import type { Plan, Scope } from "../../model/plan.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import type { SourceStaging } from "../../store/repositories.ts";
import { findBarredMembers } from "../../transform/index.ts";
import type { Clock } from "../../write/retry.ts";

export interface PlanRequest {
  readonly destination: Destination;
  readonly journal: Journal;
  readonly staging: SourceStaging;
  readonly migrationId: string;
  readonly environment: JournalScope["environment"];
  readonly scope: Scope;
  readonly map: FieldMap;
  readonly source: SourceIdentity;
  readonly clock: Clock;
  /** Requests a second that the destination takes; 150 when absent (10,000 a minute less the reserve). */
  readonly rate?: number;
  /** Sentences to carry along: of the survey, of the extract. */
  readonly warnings: readonly (Saying | string)[];
}

const DEFAULT_RATE = 150;

/** Throws CutoverErrors of the destination. Memory stays that of a page. */
export async function plan(request: PlanRequest): Promise<Plan> {
  const { destination, journal, map, clock, source, migrationId, environment } = request;
  const now = clock.now();
  const base = await loadBase({
    ...request,
    sourceSystem: source.system,
    runAt: Math.floor(now.getTime() / 1000),
  });
  const { admins } = base.input;
  requireActors(map, admins);
  const tally = makePlanTally(attributesOfMap(map).filter((one) => one.type === "list"));
  const part = await assembleScope(base, request.scope);
  const walk = walkDesired({ base, journal, scope: { migrationId, environment }, part });
  for await (const page of desiredPages(walk)) addPage(tally, page, map);
  return assemblePlan({
    map,
    scope: request.scope,
    environment,
    source: { key: source.key, title: source.title },
    workspace: await destination.identify(),
    teams: base.input.teams,
    existing: await destination.fetchAttributes(),
    tally: tally.result(),
    rate: request.rate ?? DEFAULT_RATE,
    plannedAt: now,
    warnings: [...request.warnings, ...findBarredMembers(map, admins)],
  });
}

/** A ticket counts once, however many conversations it becomes. */
function addPage(tally: PlanTally, { records, notMoved }: DesiredPage, map: FieldMap): void {
  for (const one of notMoved) {
    if (one.why === "unreadable") tally.skip(one.error);
    else tally.exclude(one.object);
  }
  const { existingContact } = map.policies;
  const own = ownAttributesOf(map);
  for (const { kind, states } of records) {
    const options = { existingContact, ownAttributes: own[kind] };
    const [{ desired, applied }] = states;
    const operations = states.flatMap((state) => diffDesired(state.desired, state.applied, options));
    tally.add(desired, operations, applied.size > 0);
  }
}
