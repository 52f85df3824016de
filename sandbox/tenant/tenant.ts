// What a tenant holds: every list in ConnectWise's shapes, and what is made on demand.
import type { Addition } from "./agreements.ts";
import type { AuditTrailEntry } from "./audit-trail.ts";
import type { BusinessRecords } from "./business-records.ts";
import type { Configuration } from "./configurations.ts";
import type { TenantDocument } from "./documents.ts";
import type { NoteBook } from "./notes.ts";
import type { OddTickets } from "./odd-cases.ts";
import type { Phase, Project } from "./projects.ts";
import type { PlainRecord, ProjectTicket, ServiceNote, Ticket, TimeEntry } from "./records.ts";
import type { Named } from "./service-levels.ts";
import type { World } from "./world.ts";

export interface TenantOptions {
  readonly seed: number;
  /** The present of the tenant: no record lies after it. */
  readonly now: Date;
  readonly companies?: number;
  readonly contacts?: number;
  /** Length of the list of service tickets; project tickets come on top, one for about thirty. */
  readonly tickets?: number;
}

/** Lists are the tenant's own and change when a drill changes them; records are replaced, never edited. */
export interface Tenant extends World, BusinessRecords {
  readonly tickets: Ticket[];
  /** The list of project tickets. Two of them stand in `tickets` as well, as recordType ProjectTicket. */
  readonly projectTickets: ProjectTicket[];
  readonly timeEntries: TimeEntry[];
  readonly noteBook: NoteBook;
  readonly projects: Project[];
  readonly phases: Phase[];
  readonly additions: Addition[];
  readonly configurations: Configuration[];
  readonly configurationTypes: readonly PlainRecord[];
  readonly configurationStatuses: readonly PlainRecord[];
  readonly slaPriorities: readonly (PlainRecord & { readonly sla: { readonly id: number } })[];
  readonly calendars: readonly Named[];
  readonly holidayLists: readonly Named[];
  readonly holidays: readonly PlainRecord[];
  readonly userDefinedFields: PlainRecord[];
  readonly documents: TenantDocument[];
  readonly articles: PlainRecord[];
  readonly articleCategories: readonly Named[];
  readonly articleSubCategories: readonly PlainRecord[];
  readonly workflows: readonly Named[];
  readonly workflowEvents: readonly (PlainRecord & { readonly workflowId: number })[];
  readonly workflowActions: readonly (PlainRecord & { readonly eventId: number })[];
  readonly workflowTriggers: readonly (PlainRecord & { readonly workflowId: number })[];
  /** Tickets with something odd about them, by name. */
  readonly odd: OddTickets;
  /** Values that may never reach anybody's storage. */
  readonly plantedSecrets: readonly string[];
  /** The active member whom Intercom doesn't know. */
  readonly memberWithoutAdmin: string;
  notesOf(ticketId: number): readonly ServiceNote[];
  timeEntriesOf(ticketId: number): readonly TimeEntry[];
  auditTrailOf(ticketId: number): AuditTrailEntry[];
  /** Throws a RangeError for a document that isn't there or whose file is lost. */
  bytesOf(documentId: number): Buffer;
}
