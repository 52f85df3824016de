// The report pages that a signed address opens, and what two of them are made of.
import type { FieldVerdict } from "./certificate.ts";

/** Pages that a signed address opens, each for itself. */
export const REPORT_PAGES = [
  "survey",
  "sample",
  "certificate",
  "tickets",
  "exceptions",
  "work",
  "guides",
  "delta",
  "preflight",
] as const;
export type ReportPage = (typeof REPORT_PAGES)[number];

export interface ReportRowPage {
  /** Of the filtered list. */
  readonly total: number;
  readonly rows: readonly FieldVerdict[];
}

export interface TicketLink {
  readonly ticketId: string;
  readonly conversationId: string;
  readonly title: string;
  /** In Intercom's inbox. */
  readonly url: string;
  /** Where it goes on, in order; absent where one conversation holds it. */
  readonly continued?: readonly { readonly conversationId: string; readonly url: string }[];
}
