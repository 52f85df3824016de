// What a survey found in a source: counts, rights, schemas, odd cases, a grade and an estimate.
import type { Saying } from "./sayings/saying.ts";

/** ConnectWise's inquire level of one module; `unknown` where the source has no such notion. */
export interface RightsReport {
  readonly modules: readonly {
    readonly module: string;
    readonly level: "All" | "My" | "None" | "Custom" | "unknown";
    /** What a migration needs. */
    readonly needed: "All";
    readonly enough: boolean;
  }[];
}

export interface CustomFieldSurvey {
  readonly id: string;
  readonly caption: string;
  readonly object: "company" | "contact" | "ticket";
  readonly type: string;
  /** Options of a list, inactive ones included. */
  readonly options: readonly string[];
  /** Share of records with a value, 0 to 1; absent until measured. */
  readonly fillRate?: number;
  /** A few distinct values, as text, unmasked: mask before they leave the engine. */
  readonly samples: readonly string[];
}

/** A kind of thing that stays in the source; without a number where none can be had. */
export interface LeftBehind {
  readonly kind: string;
  readonly count?: number;
}

export interface OddCase {
  readonly code: string;
  readonly count: number;
  /** One sentence for the service manager: what it is and what happens to it. */
  readonly sentence: string;
  /** Numbers of a few of them, where they are tickets. */
  readonly tickets?: readonly string[];
}

export type Grade = "A" | "B" | "C" | "D" | "F";
export type GradeAxis = "objects" | "fields" | "timeline" | "api" | "volume";

export interface Survey {
  /** ISO-8601. */
  readonly surveyedAt: string;
  readonly source: { readonly system: "connectwise" | "csv"; readonly key: string; readonly title: string };
  readonly counts: {
    readonly board: number;
    readonly member: number;
    readonly company: number;
    readonly contact: number;
    readonly ticket: number;
    readonly timeEntry: number;
    /** What hangs around tickets; absent in surveys made before it was counted. */
    readonly configuration?: number;
    readonly agreement?: number;
    readonly project?: number;
  };
  readonly rights: RightsReport;
  readonly boards: readonly {
    readonly id: string;
    readonly name: string;
    readonly tickets: number;
    readonly readable: boolean;
  }[];
  readonly statuses: readonly {
    readonly boardId: string;
    readonly id: string;
    readonly name: string;
    readonly closed: boolean;
    /** Tickets of the sample in it. */
    readonly seen: number;
  }[];
  readonly priorities: readonly { readonly id: string; readonly name: string; readonly seen: number }[];
  readonly slas: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly email?: string;
    readonly inactive: boolean;
  }[];
  readonly customFields: readonly CustomFieldSurvey[];
  readonly oddCases: readonly OddCase[];
  readonly grade: {
    readonly overall: Grade;
    readonly axes: readonly { readonly axis: GradeAxis; readonly grade: Grade; readonly reason: string }[];
  };
  readonly estimate: {
    /** Requests to each side, from counts. */
    readonly sourceRequests: number;
    readonly destinationRequests: number;
    readonly hoursLow: number;
    readonly hoursHigh: number;
    /** From the operator's rate card; absent without one. */
    readonly price?: { readonly amount: number; readonly currency: string };
    /** Over two million records. */
    readonly scopedIndividually: boolean;
  };
  /** Sentences: rights that shrink results, boards that answer 403, counts that differ. */
  readonly warnings: readonly (Saying | string)[];
}
