// What one delta did: its own diff, ticket by ticket, and the conflicts with the policy that decided them.
import type { Saying } from "../sayings/saying.ts";

export interface TicketChange {
  readonly ticketId: string;
  readonly conversationId: string;
  /** Absent once the staged extract was deleted. */
  readonly title?: string;
  readonly kind: "new" | "changed" | "deleted";
  /** Of a ticket that was there before: the state that it came to be in. */
  readonly state?: "open" | "snoozed" | "closed";
  readonly notes: number;
  readonly timeEntries: number;
  /** Texts edited in ConnectWise after they were moved: each is told in a note. */
  readonly edited: number;
  /** Title, attributes or company. */
  readonly fields: boolean;
  /** Team or assignee. */
  readonly assigned: boolean;
}

export interface DeltaConflict {
  readonly ticketId: string;
  /** `kept`: people's state and assignee stay as Intercom has them. */
  readonly decided: "kept" | "overwritten";
  readonly what: Saying;
}

export interface NewAndChanged {
  readonly new: number;
  readonly changed: number;
}

export interface DeltaSummary {
  readonly runId: string;
  /** ISO-8601. */
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** `closed` are among the changed ones; deleted ones are not. */
  readonly tickets: NewAndChanged & { readonly closed: number; readonly deleted: number };
  /** In tickets that were there before. */
  readonly notes: number;
  readonly timeEntries: number;
  readonly edited: number;
  readonly contacts: NewAndChanged;
  readonly companies: NewAndChanged;
  readonly articles: number;
  /** `policy`: the map's, for whatever changed on both sides. */
  readonly conflicts: { readonly policy: "keep" | "overwrite"; readonly list: readonly DeltaConflict[] };
  /** By ticket number. */
  readonly changes: readonly TicketChange[];
}
