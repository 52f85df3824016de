// What a source does by itself: read for a rebuild guide, never migrated. Secrets are dropped before it gets here.
import type { Saying } from "../sayings/saying.ts";

export interface SourceWorkflowAction {
  readonly id: string;
  /** ConnectWise's notify type: "Email", "Change Status", "Automate Script". */
  readonly kind: string;
  /** Who hears of it. */
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  /** What it sets or starts, by field: `{ boardStatus: ">Closed" }`. */
  readonly sets: Readonly<Record<string, string>>;
}

export interface SourceWorkflowEvent {
  readonly id: string;
  readonly name: string;
  /** "Status has been: Waiting on Client for 2 days". */
  readonly condition?: string;
  /** "at most 1 time, every 1 Hours". */
  readonly frequency?: string;
  readonly actions: readonly SourceWorkflowAction[];
}

export interface SourceWorkflow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** What it watches: "Service Ticket". */
  readonly table?: string;
  /** Only this board; all when absent. */
  readonly board?: string;
  /** "every 15 Minutes". */
  readonly schedule?: string;
  readonly events: readonly SourceWorkflowEvent[];
  readonly triggers: readonly { readonly name: string; readonly description?: string }[];
}

/** A script of ConnectWise Automate: what it is called and takes, never its steps, where passwords stand. */
export interface SourceScript {
  readonly id: string;
  readonly name: string;
  /** "Maintenance / Backups". */
  readonly folder?: string;
  readonly comments?: string;
  readonly parameters: readonly string[];
}

export interface SourceCalendar {
  readonly id: string;
  readonly name: string;
  /** "Monday 08:00-17:00", for the days that have hours. */
  readonly hours: readonly string[];
  /** "2026-12-25 Christmas Day". */
  readonly holidays: readonly string[];
}

export interface SourceAutomations {
  readonly workflows: readonly SourceWorkflow[];
  /** Undefined where Automate is not connected. */
  readonly scripts?: readonly SourceScript[];
  readonly calendars: readonly SourceCalendar[];
  /** How many tickets of a board have an SLA; pairs without any are left out. */
  readonly slaUse: readonly { readonly boardId: string; readonly slaId: string; readonly tickets: number }[];
  /** What could not be read, and what to do about it. */
  readonly warnings: readonly Saying[];
}
