// The rows' types, taken from the schemas: one truth for what crosses the border.
import type { z } from "zod";
import type { allNotesRow, noteRow, projectTicketRow, ticketRow, timeEntryRow } from "../records/schema.ts";
import type { companyRow, contactRow, memberRow, siteRow } from "../records/schema-people.ts";

export type TicketRow = z.output<typeof ticketRow>;
export type ProjectTicketRow = z.output<typeof projectTicketRow>;
export type NoteRow = z.output<typeof noteRow>;
export type AllNotesRow = z.output<typeof allNotesRow>;
export type TimeEntryRow = z.output<typeof timeEntryRow>;
export type CompanyRow = z.output<typeof companyRow>;
export type SiteRow = z.output<typeof siteRow>;
export type ContactRow = z.output<typeof contactRow>;
export type MemberRow = z.output<typeof memberRow>;
