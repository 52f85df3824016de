// Read models of the engine for tests of the bot: an ordinary move, and one that is as large and hostile as it gets.
import type { RollbackPreview, SampleDiff } from "../../../../src/engine/engine.ts";
import type { FieldMap } from "../../../../src/engine/field-map/schema.ts";
import type { Plan } from "../../../../src/engine/model/plan.ts";
import type { Certificate, FieldVerdict } from "../../../../src/engine/model/reports/certificate.ts";
import type { DeltaSchedule } from "../../../../src/engine/model/reports/delta-schedule.ts";
import type { DeltaSummary } from "../../../../src/engine/model/reports/delta-summary.ts";
import type { Exception, RollbackResult, Run } from "../../../../src/engine/model/run.ts";
import type { ProductionSample } from "../../../../src/engine/model/sample.ts";
import type { Survey } from "../../../../src/engine/model/survey.ts";
import { told, toldError } from "../../../support/in-words.ts";

/** How many of everything, and what every name is. */
export interface Size {
  readonly many: number;
  readonly name: (what: string) => string;
}
export const ordinary: Size = { many: 3, name: (what) => what };
/** 3,000 characters, a ping, a link, formatting, a surrogate pair at the cut. */
export const hostile: Size = {
  many: 400,
  name: (what) => `${what} <!channel> <@U1|x> <https://evil.example|*click*> & _~\`${"💥<&>".repeat(800)}`,
};

const times = <T>(size: Size, make: (n: number) => T, cap = size.many): T[] =>
  Array.from({ length: Math.min(size.many, cap) }, (_, n) => make(n));
const clip = (text: string, max: number): string => text.slice(0, max);

export function aSurvey({ many, name }: Size): Survey {
  const size = { many, name };
  return {
    surveyedAt: "2026-01-01T00:00:00Z",
    source: { system: "connectwise", key: "cw", title: name("Harborline IT") },
    counts: { board: 4, member: 9, company: 40, contact: 300, ticket: 1_800_000, timeEntry: 900 },
    rights: {
      modules: times(
        size,
        (n) => ({ module: name(`module ${n}`), level: "My", needed: "All", enough: n > 200 }),
        300,
      ),
    },
    boards: [],
    statuses: [],
    priorities: [],
    slas: [],
    members: [],
    customFields: [],
    oddCases: times(size, (n) => ({
      code: `odd_${n}`,
      count: 7,
      sentence: name("Tickets without a contact."),
    })),
    grade: {
      overall: "B",
      axes: (["objects", "fields", "timeline", "api", "volume"] as const).map((axis) => ({
        axis,
        grade: "B",
        reason: name("Two fields are ambiguous."),
      })),
    },
    estimate: {
      sourceRequests: 1000,
      destinationRequests: 9000,
      hoursLow: 2,
      hoursHigh: 3,
      price: { amount: 1900, currency: name("EUR") },
      scopedIndividually: false,
    },
    warnings: times(size, () => name("The board Sales answers 403.")),
  };
}

/** Every second row is doubtful. */
export function aFieldMap(size: Size): FieldMap {
  const { name } = size;
  const row = (n: number) => ({
    confidence: n % 2 === 0 ? 0.5 : 0.95,
    reason: clip(name("The names are alike."), 500),
    origin: "offline" as const,
    decided: false,
  });
  return {
    version: 1,
    fields: times(size, (n) => ({
      id: `ticket:field.${n}`,
      object: "ticket",
      source: clip(name(`customFields.${n}`), 200),
      target: {
        kind: "attribute",
        model: "conversation",
        name: clip(name("Site"), 190),
        type: "string",
        options: [],
      },
      ...row(n),
    })),
    statuses: times(size, (n) => ({
      boardId: "1",
      statusId: `${n}`,
      name: name("Waiting"),
      state: "open",
      ...row(n),
    })),
    boards: times(size, (n) => ({
      boardId: `${n + 1}`,
      name: name(`Board ${n}`),
      migrate: true,
      team: { name: clip(name(`Team ${n}`), 255) },
      ...row(n),
    })),
    members: times(size, (n) => ({ memberId: `${n}`, name: name("Kim"), admin: null, ...row(n) })),
    policies: { existingContact: "fill", fallbackAdmin: null, snoozeDays: 7, includeInactiveContacts: true },
  };
}

export const admins = (size: Size) => times(size, (n) => ({ id: `90${n}`, name: size.name("Admin") }));
export const teams = (size: Size) => times(size, (n) => ({ id: `80${n}`, name: size.name("Team") }));

export function aPlan(size: Size, hash = "a".repeat(64), mapHash = "m".repeat(64)): Plan {
  const { name } = size;
  const counts = { create: 12_000, update: 4, unchanged: 0, excluded: 12 };
  return {
    hash,
    mapHash,
    environment: "production",
    scope: { kind: "all" },
    source: { key: "cw", title: name("Harborline IT") },
    workspace: { id: "w1", name: name("Harborline") },
    plannedAt: "2026-01-01T00:00:00Z",
    objects: { company: counts, contact: counts, conversation: counts },
    operations: 120_000,
    estimatedSeconds: 7200,
    attributesToCreate: [],
    attributesToAdopt: [],
    teamsToCreate: times(size, () => name("Service Desk")),
    losses: times(size, (n) => ({
      field: `ticket.customFields.${n}`,
      what: "cut",
      records: 3,
      sentence: told(name("3 values are longer than 255 characters and go into a note.")),
    })),
    warnings: times(size, () => name("One board has no team.")),
  };
}

const verdict = (size: Size, n: number): FieldVerdict => ({
  source: { type: "ticket", id: `${n}` },
  field: size.name("attributes.Priority__c"),
  sourceValue: size.name("1 - high"),
  desired: size.name("1 - high"),
  observed: size.name("1 - high"),
  verdict: (["same", "altered", "missing", "different", "extra"] as const)[n % 5] ?? "same",
  reason: told(size.name("cut at 255")),
});

export const aSample = (size: Size): SampleDiff => ({
  environment: "staging",
  written: true,
  tickets: 150,
  contacts: 90,
  fieldsCompared: 4000,
  coverage: 0.93,
  rows: times(size, (n) => verdict(size, n)),
  discrepancies: 2,
});

/** Of a sample in production; something of it was kept where there is much of everything. */
export const aProductionSample = (size: Size): ProductionSample => ({
  ...{ conversations: 120, contacts: 80, companies: 30, restorable: 2 },
  kept: size.many > 100 ? aRollbackResult(size).kept : [],
});

export const aSchedule: DeltaSchedule = { on: true, nextAt: "2026-01-04T00:00:00.000Z", isDue: false };

export function aDeltaSummary(size: Size): DeltaSummary {
  const { name } = size;
  return {
    ...{ runId: "run-1", startedAt: "2026-01-03T00:00:00Z", endedAt: "2026-01-03T00:01:00Z" },
    tickets: { new: 1, changed: 5, closed: 2, deleted: 1 },
    ...{ notes: 8, timeEntries: 3, edited: 1, articles: 2 },
    contacts: { new: 1, changed: 2 },
    companies: { new: 0, changed: 1 },
    conflicts: {
      policy: size.many > 100 ? "overwrite" : "keep",
      list: times(size, (n) => ({
        ticketId: name(`${n}`),
        decided: "kept",
        what: told(name("Both changed.")),
      })),
    },
    changes: times(size, (n) => ({
      ...{ ticketId: name(`${n}`), conversationId: `c${n}`, title: name("Printer offline") },
      kind: (["changed", "new", "deleted"] as const)[n % 3] ?? "new",
      ...(n % 2 === 0 ? { state: "closed" as const } : {}),
      ...{ notes: n, timeEntries: 1, edited: 0, fields: n % 2 === 0, assigned: false },
    })),
  };
}

export const anException = (size: Size, n: number): Exception => ({
  source: { type: "ticket", id: `${n}` },
  environment: "production",
  code: "invalid",
  saying: toldError(
    size.name("Intercom refused the ticket."),
    size.name("Correct its contact in ConnectWise."),
  ),
});

export function aCertificate(size: Size, discrepant: boolean): Certificate {
  const counts = { expected: 40, found: 40, same: 40, discrepant: 0 };
  return {
    migrationId: "m1",
    environment: "production",
    workspace: { id: "w1", name: size.name("Harborline") },
    mapHash: "m".repeat(64),
    verifiedAt: "2026-01-02T00:00:00Z",
    objects: { company: counts, contact: counts, conversation: counts },
    fieldsCompared: 9000,
    partsCompared: 4000,
    discrepancies: discrepant
      ? times(size, (n) => ({ ...verdict(size, n), verdict: "different" as const }))
      : [],
    exceptions: times(size, (n) => anException(size, n)),
    desiredHash: "d".repeat(64),
    observedHash: "d".repeat(64),
    approvals: [],
  };
}

export const aRollbackPreview = (size: Size): RollbackPreview => ({
  delete: { conversation: 800, contact: 290, company: 40, article: 8, collection: 5 },
  restore: 3,
  archiveAttributes: 20,
  remains: times(size, () => told(size.name("Ids of deleted records are not used again."))),
});

export const aRollbackResult = (size: Size): RollbackResult => ({
  deleted: { conversation: 800, contact: 290, company: 40, article: 8, collection: 5 },
  restored: 3,
  archivedAttributes: 20,
  kept: times(size, (n) => ({
    kind: "conversation",
    destinationId: `${n}`,
    reason: told(size.name("replied to")),
  })),
  remains: times(size, () => told(size.name("Attribute names stay taken."))),
});

export function aRun(facts: Partial<Run> = {}): Run {
  return {
    id: "run-1",
    number: 1,
    migrationId: "m1",
    kind: "full",
    environment: "production",
    scope: { kind: "all" },
    state: "running",
    progress: {
      phases: {
        extract: { done: 100, total: 100 },
        provision: { done: 20, total: 20 },
        companies: { done: 40, total: 40 },
        contacts: { done: 30, total: 300 },
        conversations: { done: 0, total: 800 },
      },
      phase: "contacts",
      writes: 90,
      exceptions: 1,
      rate: 7.5,
      etaSeconds: { low: 600, high: 900 },
    },
    startedAt: "2026-01-01T00:00:00Z",
    ...facts,
  };
}
