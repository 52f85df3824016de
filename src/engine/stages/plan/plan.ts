// What a run would do: the desired state of every record in scope against the journal, added up; writes nothing.
import { assemblePlan, diffDesired, makePlanTally, type PlanTally } from "../../converge/index.ts";
import {
  type ContextBase,
  choosePages,
  contextOf,
  loadContacts,
  loadReferred,
} from "../../desired/context.ts";
import { articlePages, assembleCollections, isHelpMoved } from "../../desired/help-pages.ts";
import { loadBase } from "../../desired/load-base.ts";
import { assembleSampleScope } from "../../desired/scope.ts";
import { loadChain } from "../../desired/ticket-conversations.ts";
import type { Destination } from "../../destination/port.ts";
import { SkipError } from "../../errors.ts";
import { attributesOfMap, type FieldMap } from "../../field-map/index.ts";
import { type Applied, type Journal, type JournalScope, refKey } from "../../journal/journal.ts";
import type { Desired } from "../../model/desired.ts";
import type { Plan, Scope } from "../../model/plan.ts";
import type { SourceIdentity } from "../../source/port.ts";
import type { SourceStaging } from "../../store/repositories.ts";
import {
  isContactLeftOut,
  isTicketLeftOut,
  transformCompany,
  transformContact,
  transformTicket,
} from "../../transform/index.ts";
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
  readonly warnings: readonly string[];
}

const PAGE = 200;
const DEFAULT_RATE = 150;

/** Throws CutoverErrors of the destination. Memory stays that of a page. */
export async function plan(request: PlanRequest): Promise<Plan> {
  const { destination, map, clock, source } = request;
  const now = clock.now();
  const base = await loadBase({
    ...request,
    sourceSystem: source.system,
    runAt: Math.floor(now.getTime() / 1000),
  });
  const attributes = attributesOfMap(map);
  const tally = makePlanTally(attributes.filter((one) => one.type === "list"));
  const tools = { ...request, base, tally };
  const sample =
    request.scope.kind === "sample" ? await assembleSampleScope(base, request.scope.ticketIds) : undefined;
  await tallyCompanies(tools, choosePages(request, "company", PAGE, sample?.companyIds));
  await tallyContacts(tools, choosePages(request, "contact", PAGE, sample?.contactIds));
  await tallyTickets(tools, choosePages(request, "ticket", PAGE, sample?.ticketIds));
  if (isHelpMoved(base, request.scope)) {
    await add(tools, await assembleCollections(base));
    for await (const articles of articlePages(base)) await add(tools, articles);
  }
  return assemblePlan({
    map,
    scope: request.scope,
    environment: request.environment,
    source: { key: source.key, title: source.title },
    workspace: await destination.identify(),
    teams: base.input.teams,
    existing: await destination.fetchAttributes(),
    tally: tally.result(),
    rate: request.rate ?? DEFAULT_RATE,
    plannedAt: now,
    warnings: request.warnings,
  });
}

interface Tools extends PlanRequest {
  readonly base: ContextBase;
  readonly tally: PlanTally;
}

type Pages = AsyncIterable<readonly string[]>;

async function tallyCompanies(tools: Tools, pages: Pages): Promise<void> {
  for await (const ids of pages) {
    const companies = await tools.staging.load(tools.migrationId, "company", ids);
    await add(
      tools,
      [...companies.values()].map((company) => transformCompany(company, tools.base.context)),
    );
  }
}

async function tallyContacts(tools: Tools, pages: Pages): Promise<void> {
  for await (const ids of pages) {
    const records = await loadContacts(tools.base, ids);
    const context = contextOf(tools.base, records);
    const desired: Desired[] = [];
    for (const contact of records.contacts.values()) {
      if (isContactLeftOut(contact, context)) tools.tally.exclude("contact");
      else desired.push(transformContact(contact, context));
    }
    await add(tools, desired);
  }
}

async function tallyTickets(tools: Tools, pages: Pages): Promise<void> {
  const placeholders = new Set<string>();
  for await (const ids of pages) {
    const bundles = await tools.staging.loadBundles(tools.migrationId, ids);
    const context = contextOf(tools.base, await loadReferred(tools.base, bundles));
    const desired: Desired[] = [];
    for (const bundle of bundles) {
      if (isTicketLeftOut(bundle.ticket, context)) {
        tools.tally.exclude("conversation");
        continue;
      }
      try {
        const { conversation, placeholder } = transformTicket(bundle, context);
        if (placeholder !== undefined && !placeholders.has(placeholder.source.id)) {
          placeholders.add(placeholder.source.id);
          desired.push(placeholder);
        }
        desired.push(conversation);
      } catch (error) {
        if (!(error instanceof SkipError)) throw error;
        tools.tally.skip(error.code, error.message);
      }
    }
    await add(tools, desired);
  }
}

async function add(
  { journal, migrationId, environment, map, tally }: Tools,
  desired: readonly Desired[],
): Promise<void> {
  const scope = { migrationId, environment };
  const applied = await journal.loadApplied(
    scope,
    desired.map((one) => one.source),
  );
  const options = { existingContact: map.policies.existingContact };
  for (const one of desired) {
    const known: Applied = applied.get(refKey(one.source)) ?? new Map();
    if (one.kind !== "conversation") tally.add(one, diffDesired(one, known, options), known.size > 0);
    else {
      // A ticket counts once, however many conversations it becomes.
      const chain = await loadChain(journal, scope, one, known);
      const operations = chain.conversations.flatMap((each) =>
        diffDesired(each, chain.applied.get(refKey(each.source)) ?? new Map(), options),
      );
      tally.add(chain.conversations[0], operations, known.size > 0);
    }
  }
}
