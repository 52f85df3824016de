// The shapes of the desk's records, spelled as ConnectWise's models spell them.
import type { Info } from "./info.ts";

export interface Ref {
  readonly id: number;
  readonly name: string;
  readonly identifier?: string;
  readonly sort?: number;
  readonly level?: string;
}

export interface CustomFieldValue {
  readonly id: number;
  readonly caption: string;
  readonly type: string;
  readonly entryMethod: string;
  readonly numberOfDecimals: number;
  readonly value?: string | number | boolean;
}

export interface Member {
  readonly id: number;
  readonly identifier: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly officeEmail: string;
  readonly primaryEmail: string;
  readonly inactiveFlag: boolean;
  readonly [field: string]: unknown;
}

export interface Company {
  readonly id: number;
  readonly identifier: string;
  readonly name: string;
  readonly website: string;
  readonly deletedFlag: boolean;
  readonly types: readonly Ref[];
  readonly customFields: readonly CustomFieldValue[];
  readonly _info: Info;
  readonly [field: string]: unknown;
}

export interface CompanySite {
  readonly id: number;
  readonly name: string;
  readonly company: Ref;
  readonly primaryAddressFlag: boolean;
  readonly addressLine1: string;
  readonly city: string;
  readonly _info: Info;
  readonly [field: string]: unknown;
}

export interface CommunicationItem {
  readonly id: number;
  readonly type: Ref;
  readonly value: string;
  readonly defaultFlag: boolean;
  readonly communicationType: "Email" | "Phone" | "Fax";
  readonly domain?: string;
  readonly extension?: string;
}

export interface Contact {
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly company?: Ref;
  readonly site?: Ref;
  readonly title?: string;
  readonly inactiveFlag: boolean;
  readonly communicationItems?: readonly CommunicationItem[];
  readonly customFields: readonly CustomFieldValue[];
  readonly _info: Info;
  readonly [field: string]: unknown;
}

export interface TicketBase {
  readonly id: number;
  readonly summary: string;
  readonly board: Ref;
  readonly status: Ref;
  readonly company: Ref;
  readonly site?: Ref;
  readonly contact?: Ref;
  readonly contactName?: string;
  readonly contactEmailAddress?: string;
  readonly type?: Ref;
  readonly subType?: Ref;
  readonly item?: Ref;
  readonly owner?: Ref;
  readonly priority?: Ref | null;
  readonly source?: Ref;
  readonly agreement?: Ref;
  readonly closedFlag: boolean;
  readonly closedDate?: string;
  readonly closedBy?: string;
  readonly actualHours?: number;
  readonly customFields: readonly CustomFieldValue[];
  readonly _info: Info;
  readonly [field: string]: unknown;
}

export interface Ticket extends TicketBase {
  readonly recordType: "ServiceTicket" | "ProjectTicket" | "ProjectIssue";
  readonly team?: Ref;
  readonly severity: "Low" | "Medium" | "High";
  readonly impact: "Low" | "Medium" | "High";
  readonly sla?: Ref;
  readonly slaStatus?: string;
  readonly parentTicketId?: number;
  readonly hasChildTicket: boolean;
  readonly hasMergedChildTicketFlag: boolean;
  readonly mergedParentTicket?: { readonly id: number; readonly summary: string };
}

export interface ProjectTicket extends TicketBase {
  readonly isIssueFlag: boolean;
  readonly project: Ref;
  readonly phase: Ref;
  readonly wbsCode: string;
}

/** A note as `/notes` answers it; `/allNotes` is assembled from it. */
export interface ServiceNote {
  readonly id: number;
  readonly ticketId: number;
  readonly text: string;
  readonly detailDescriptionFlag: boolean;
  readonly internalAnalysisFlag: boolean;
  readonly resolutionFlag: boolean;
  readonly issueFlag: boolean;
  readonly member?: Ref;
  readonly contact?: Ref;
  readonly customerUpdatedFlag: boolean;
  readonly processNotifications: boolean;
  readonly dateCreated: string;
  readonly createdBy: string;
  readonly internalFlag: boolean;
  readonly externalFlag: boolean;
  readonly _info: Info;
}

export interface TimeEntry {
  readonly id: number;
  readonly company: Ref;
  readonly chargeToId: number;
  readonly chargeToType: "Company" | "ServiceTicket" | "ProjectTicket" | "ChargeCode" | "Activity";
  readonly member: Ref;
  readonly timeStart: string;
  readonly timeEnd?: string;
  readonly actualHours: number;
  readonly hoursBilled: number;
  readonly billableOption: "Billable" | "DoNotBill" | "NoCharge" | "NoDefault";
  readonly hourlyRate: number;
  readonly notes?: string;
  readonly internalNotes?: string;
  readonly addToDetailDescriptionFlag: boolean;
  readonly addToInternalAnalysisFlag: boolean;
  readonly addToResolutionFlag: boolean;
  readonly ticket?: { readonly id: number; readonly summary: string };
  readonly _info: Info;
  readonly [field: string]: unknown;
}

export interface DocumentInfo {
  readonly id: number;
  readonly title: string;
  readonly fileName: string;
  readonly serverFileName: string;
  readonly owner: string;
  readonly linkFlag: boolean;
  readonly imageFlag: boolean;
  readonly publicFlag: boolean;
  readonly urlFlag: boolean;
  /** Bytes; ConnectWise's own unit isn't documented. */
  readonly size: number;
  readonly guid: string;
  readonly _info: Info;
}

/** Any record that needs no name of its own in this code. */
export interface PlainRecord {
  readonly id: number;
  readonly _info?: Info;
  readonly [field: string]: unknown;
}

export function refTo(record: {
  readonly id: number;
  readonly name: string;
  readonly identifier?: string;
}): Ref {
  return record.identifier === undefined
    ? { id: record.id, name: record.name }
    : { id: record.id, identifier: record.identifier, name: record.name };
}
