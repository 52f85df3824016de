// Builders of what transforms need (survey, map, context), and of the records in record-builders.ts.
import { assembleDefaultMap } from "../../src/engine/field-map/default-map.ts";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import type { Admin, Team } from "../../src/engine/model/observed.ts";
import type { Survey } from "../../src/engine/model/survey.ts";
import {
  makeTransformContext,
  type TransformContext,
  type TransformInput,
} from "../../src/engine/transform/context.ts";
import { aBoard, aCompany, aMember, anSla, aPriority } from "./record-builders.ts";

export * from "./asset-builders.ts";
export * from "./record-builders.ts";

/** 2026-01-01T00:00:00Z: when test runs start. */
export const RUN_AT = 1_767_225_600;

export const ADMINS: readonly Admin[] = [
  { id: "900", name: "Priya Raman", email: "priya@msp.example" },
  { id: "901", name: "Marcus Bell", email: "marcus@msp.example" },
];
export const TEAMS: readonly Team[] = [{ id: "70", name: "Help Desk" }];

export function aSurvey(overrides: Partial<Survey> = {}): Survey {
  const board = aBoard();
  return {
    surveyedAt: "2025-12-31T00:00:00Z",
    source: { system: "connectwise", key: "site/acme", title: "ConnectWise PSA, company acme" },
    counts: { board: 1, member: 2, company: 1, contact: 1, ticket: 1, timeEntry: 1 },
    rights: { modules: [] },
    boards: [{ id: board.id, name: board.name, tickets: 1, readable: true }],
    statuses: board.statuses.map((status) => ({ ...status, boardId: board.id, seen: 1 })),
    priorities: [
      { id: "6", name: "Priority 1 - Critical", seen: 1 },
      { id: "8", name: "Priority 3 - Normal Response", seen: 1 },
    ],
    slas: [
      { id: "2", name: "Gold 24x7" },
      { id: "3", name: "Silver" },
    ],
    members: [
      { id: "150", name: "Priya Raman", email: "priya@msp.example", inactive: false },
      { id: "151", name: "Tom Okafor", email: "tom@msp.example", inactive: false },
    ],
    customFields: [],
    oddCases: [],
    grade: { overall: "B", axes: [] },
    estimate: {
      sourceRequests: 10,
      destinationRequests: 10,
      hoursLow: 1,
      hoursHigh: 2,
      scopedIndividually: false,
    },
    warnings: [],
    ...overrides,
  };
}

/** The default map over `aSurvey()`, with "Waiting on Client" asleep. */
export function aFieldMap(overrides: Partial<FieldMap> = {}): FieldMap {
  const map = assembleDefaultMap(aSurvey(), ADMINS, TEAMS);
  const statuses = map.statuses.map((rule) =>
    rule.statusId === "102" ? { ...rule, state: "snoozed" as const } : rule,
  );
  return { ...map, statuses, ...overrides };
}

/** A context that knows `aCompany()`, contact 20 and the builders' other records. */
export function aContext(overrides: Partial<TransformInput> = {}): TransformContext {
  return makeTransformContext({
    map: aFieldMap(),
    sourceSystem: "connectwise",
    admins: ADMINS,
    teams: TEAMS,
    workspaceAdminId: "900",
    slas: [anSla()],
    priorities: [aPriority()],
    boards: [aBoard()],
    members: [aMember(), aMember({ id: "151", name: "Tom Okafor", email: "tom@msp.example" })],
    canonicalContact: (id) => (id === "20" ? "20" : undefined),
    company: (id) => (id === "5" ? aCompany() : undefined),
    runAt: RUN_AT,
    ...overrides,
  });
}
