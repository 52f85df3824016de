// A tenant with an awkward schema and the map that a careful person would draw for it, in short notation.
import type { ProposalInput } from "../../../src/engine/field-map/proposer-port.ts";
import type { Survey } from "../../../src/engine/model/survey.ts";

export type FieldAnswer =
  | "string"
  | "integer"
  | "decimal"
  | "boolean"
  | "datetime"
  | "list"
  | "note"
  | "skip";
export type StateAnswer = "open" | "snoozed" | "closed";

export interface GoldenField {
  readonly object: "company" | "contact" | "ticket";
  readonly caption: string;
  readonly type: string;
  readonly options?: readonly string[];
  readonly samples?: readonly string[];
  /** Every answer that loses nothing and serves an agent; the first is the best. */
  readonly right: readonly FieldAnswer[];
}

export interface GoldenBoard {
  readonly name: string;
  /** The team that it is to become: an existing one, or one to create. */
  readonly right: string;
  /** Name, whether ConnectWise marks it as closed, and the right states. */
  readonly statuses: readonly (readonly [name: string, flag: "closed" | "", ...right: StateAnswer[]])[];
}

export interface GoldenTenant {
  readonly name: string;
  readonly teams: readonly string[];
  readonly admins: readonly (readonly [name: string, email: string])[];
  readonly boards: readonly GoldenBoard[];
  /** Name, e-mail (empty: none), and the admin that it is, null for nobody. */
  readonly members: readonly (readonly [name: string, email: string, right: string | null])[];
  readonly fields: readonly GoldenField[];
  readonly priorities?: readonly string[];
  readonly slas?: readonly string[];
}

/** Ids by position, so that a row of the map is found again: board `b1`, status `s1`, member `m1`, field `f1`. */
export function inputOf(tenant: GoldenTenant): ProposalInput {
  const survey: Survey = {
    surveyedAt: "2026-01-01T00:00:00Z",
    source: { system: "connectwise", key: tenant.name, title: tenant.name },
    counts: {
      board: tenant.boards.length,
      member: tenant.members.length,
      ...{ company: 40, contact: 300, ticket: 9000, timeEntry: 9000 },
    },
    rights: { modules: [] },
    boards: tenant.boards.map(({ name }, at) => ({ id: `b${at}`, name, tickets: 900, readable: true })),
    statuses: tenant.boards.flatMap(({ statuses }, board) =>
      statuses.map(([name, flag], at) => ({
        ...{ boardId: `b${board}`, id: `s${at}`, name, closed: flag === "closed", seen: 9 },
      })),
    ),
    priorities: (tenant.priorities ?? []).map((name, at) => ({ id: `p${at}`, name, seen: 9 })),
    slas: (tenant.slas ?? []).map((name, at) => ({ id: `l${at}`, name })),
    members: tenant.members.map(([name, email], at) => ({
      ...{ id: `m${at}`, name, inactive: false },
      ...(email === "" ? {} : { email }),
    })),
    customFields: tenant.fields.map(({ object, caption, type, options = [], samples = [] }, at) => ({
      ...{ id: `f${at}`, object, caption, type, options, samples, fillRate: 0.4 },
    })),
    oddCases: [],
    grade: { overall: "B", axes: [] },
    estimate: {
      ...{ sourceRequests: 1, destinationRequests: 1, hoursLow: 1, hoursHigh: 1, scopedIndividually: false },
    },
    warnings: [],
  };
  return {
    survey,
    admins: tenant.admins.map(([name, email], at) => ({ id: `a${at}`, name, email })),
    teams: tenant.teams.map((name, at) => ({ id: `t${at}`, name })),
  };
}
