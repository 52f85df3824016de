// What a source holds, in ConnectWise's spelling and free of its quirks: adapters under source/ make these.
// Dates are ISO-8601 UTC (`2026-01-01T00:00:00Z`); null and missing are the same: the key is absent.

import type {
  SourceAgreement,
  SourceConfiguration,
  SourceProject,
  SourceTicketConfigurations,
} from "./assets.ts";
import type { CustomFieldValue, Ref, SourceBase } from "./base.ts";
import type { SourceArticle, SourceArticleCategory, SourceDocument, SourceDocuments } from "./files.ts";

export type * from "./assets.ts";
export type { CustomFieldValue, Ref } from "./base.ts";
export type * from "./files.ts";

/**
 * Objects that are staged; one row of `source_record` each. `notes` holds all notes of one ticket,
 * `ticketConfigurations` the ids of what hangs on it, `documents` its files and inline images.
 */
export const SOURCE_TYPES = [
  "board",
  "member",
  "sla",
  "priority",
  "company",
  "contact",
  "ticket",
  "notes",
  "timeEntry",
  "agreement",
  "project",
  "configuration",
  "ticketConfigurations",
  "documents",
  "articleCategory",
  "article",
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** Names one source record, e.g. `{ type: "ticket", id: "123456" }`. */
export interface SourceRef {
  readonly type: SourceType;
  readonly id: string;
}

export interface SourceBoard extends SourceBase {
  readonly name: string;
  readonly inactive: boolean;
  readonly project: boolean;
  readonly statuses: readonly { readonly id: string; readonly name: string; readonly closed: boolean }[];
}

export interface SourceMember extends SourceBase {
  readonly identifier: string;
  readonly name: string;
  readonly email?: string;
  readonly inactive: boolean;
}

export interface SourceSla extends SourceBase {
  readonly name: string;
  /** "Customer" means a calendar of the customer's; anything else names business hours or 24 hours. */
  readonly basedOn?: string;
  readonly businessHours: boolean;
  /** The calendar that its hours are counted by. */
  readonly calendar?: Ref;
  /** Hours per priority id, where the source tells them. */
  readonly priorities: readonly {
    readonly priority: Ref;
    readonly respondHours?: number;
    /** To have a plan. */
    readonly planHours?: number;
    readonly resolutionHours?: number;
  }[];
}

export interface SourcePriority extends SourceBase {
  readonly name: string;
  readonly sortOrder?: number;
}

export interface SourceSite {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly primary: boolean;
}

export interface SourceCompany extends SourceBase {
  readonly identifier?: string;
  readonly name: string;
  readonly website?: string;
  readonly phone?: string;
  /** One line; empty when none is known. */
  readonly address: string;
  readonly territory?: string;
  readonly types: readonly string[];
  readonly status?: string;
  readonly accountNumber?: string;
  readonly market?: string;
  readonly territoryManager?: Ref;
  readonly defaultContact?: Ref;
  readonly parentCompany?: Ref;
  readonly timeZone?: string;
  readonly deleted: boolean;
  readonly sites: readonly SourceSite[];
  readonly customFields: readonly CustomFieldValue[];
}

export interface SourceContact extends SourceBase {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly title?: string;
  readonly department?: string;
  readonly manager?: Ref;
  readonly relationship?: string;
  readonly types: readonly string[];
  readonly company?: Ref;
  readonly site?: Ref;
  readonly inactive: boolean;
  /** Every e-mail, phone and fax, the defaults included. */
  readonly communications: readonly {
    readonly type: "Email" | "Phone" | "Fax";
    readonly label?: string;
    readonly value: string;
    readonly default: boolean;
  }[];
  readonly customFields: readonly CustomFieldValue[];
}

export interface SourceTicket extends SourceBase {
  readonly recordType: "ServiceTicket" | "ProjectTicket" | "ProjectIssue";
  readonly summary: string;
  readonly board?: Ref;
  readonly status?: Ref;
  readonly ticketType?: Ref;
  readonly subType?: Ref;
  readonly item?: Ref;
  readonly team?: Ref;
  readonly owner?: Ref;
  readonly priority?: Ref;
  readonly severity?: string;
  readonly impact?: string;
  readonly source?: Ref;
  readonly sla?: Ref;
  readonly agreement?: Ref;
  readonly project?: Ref;
  /** Of a project ticket: the phase, and its number in the project's work breakdown (`1.2`). */
  readonly phase?: Ref;
  readonly wbsCode?: string;
  readonly company?: Ref;
  readonly contact?: Ref;
  readonly contactName?: string;
  readonly contactEmail?: string;
  readonly site?: Ref;
  readonly closed: boolean;
  readonly closedBy?: string;
  readonly closedDate?: string;
  readonly dateResolved?: string;
  readonly requiredDate?: string;
  /** When the resolution is (or was) due by SLA: the source's own goal, else computed by the adapter; absent where unknown. */
  readonly slaBreachTime?: string;
  /** When the first response, and a plan, were due by SLA. */
  readonly respondByGoal?: string;
  readonly planGoal?: string;
  /** As the source counts: whether the SLA is (or was) kept. */
  readonly isInSla?: boolean;
  readonly dateResponded?: string;
  readonly respondedBy?: string;
  readonly resolvedBy?: string;
  readonly minutesWaiting?: number;
  /** E-mail addresses in copy, lower case; `copiedNotified` says whether they get the mails. */
  readonly copied?: readonly string[];
  readonly copiedNotified?: boolean;
  /** Logins of all technicians on the ticket, the owner included. */
  readonly resources?: readonly string[];
  readonly contactPhone?: string;
  readonly externalReference?: string;
  readonly poNumber?: string;
  readonly estimatedStart?: string;
  readonly budgetHours?: number;
  readonly predecessorId?: string;
  readonly location?: string;
  readonly department?: string;
  readonly workType?: string;
  readonly customerUpdated?: boolean;
  readonly parentTicketId?: string;
  readonly mergedParentTicketId?: string;
  readonly hasChildTicket: boolean;
  readonly customFields: readonly CustomFieldValue[];
}

/** What the source says of a ticket's SLA. */
export type ServiceLevel = Pick<
  SourceTicket,
  | "slaBreachTime"
  | "respondByGoal"
  | "planGoal"
  | "isInSla"
  | "dateResponded"
  | "respondedBy"
  | "dateResolved"
  | "resolvedBy"
  | "minutesWaiting"
>;

export interface SourceNote {
  readonly id: string;
  readonly ticketId: string;
  /** discussion = public, internal = internal analysis, resolution = public and marked as such. */
  readonly kind: "discussion" | "internal" | "resolution";
  /** True when only the MSP's people may see it, whatever the kind. */
  readonly internal: boolean;
  readonly text: string;
  readonly dateCreated: string;
  readonly author: {
    readonly kind: "contact" | "member" | "unknown";
    readonly id?: string;
    readonly name?: string;
  };
}

/** All notes of one ticket, oldest first; the record's id is the ticket's. */
export interface SourceNotes extends SourceBase {
  readonly notes: readonly SourceNote[];
}

export interface SourceTimeEntry extends SourceBase {
  readonly ticketId: string;
  readonly member: Ref;
  readonly timeStart: string;
  readonly timeEnd?: string;
  readonly actualHours: number;
  readonly hoursBilled?: number;
  readonly billableOption: "Billable" | "DoNotBill" | "NoCharge" | "NoDefault";
  readonly hourlyRate?: number;
  /** Hours on the invoice, and those that an agreement covers. */
  readonly invoiceHours?: number;
  readonly agreementHours?: number;
  /** As ConnectWise calls it: Open, Billed, … */
  readonly status?: string;
  readonly workRole?: string;
  readonly workType?: string;
  readonly notes?: string;
  readonly internalNotes?: string;
  /** Where the customer reads `notes`; absent when only the MSP's people do. */
  readonly shownAs?: "discussion" | "resolution";
}

/** The record of each type. */
export interface SourceRecords {
  board: SourceBoard;
  member: SourceMember;
  sla: SourceSla;
  priority: SourcePriority;
  company: SourceCompany;
  contact: SourceContact;
  ticket: SourceTicket;
  notes: SourceNotes;
  timeEntry: SourceTimeEntry;
  agreement: SourceAgreement;
  project: SourceProject;
  configuration: SourceConfiguration;
  ticketConfigurations: SourceTicketConfigurations;
  documents: SourceDocuments;
  articleCategory: SourceArticleCategory;
  article: SourceArticle;
}

/** Everything that becomes one conversation. */
export interface TicketBundle {
  readonly ticket: SourceTicket;
  readonly notes: readonly SourceNote[];
  readonly timeEntries: readonly SourceTimeEntry[];
  /** What hangs on the ticket, where it was asked for. */
  readonly configurations?: readonly SourceConfiguration[];
  /** Its files and inline images, where it has any. */
  readonly documents?: readonly SourceDocument[];
  /** When it was found to be deleted in the source (ISO-8601). */
  readonly deletedAt?: string;
}
