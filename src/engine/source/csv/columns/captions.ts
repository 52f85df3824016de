// Captions of every object's fields; what stands in none of these lists becomes a custom field.
import {
  AUDIT_CAPTIONS,
  type Captions,
  NOTE_CAPTIONS,
  TICKET_CAPTIONS,
  TIME_CAPTIONS,
} from "./captions-desk.ts";

const RECORD = {
  dateEntered: ["Date Entered|Entered|Created|Date Created|Erstellt|Erstellt am|Erfasst am"],
  ...AUDIT_CAPTIONS,
} as const satisfies Captions;

const COMPANY_CAPTIONS = {
  id: ["Company ID|Company RecID|Company #|Firmen-ID|Kundennummer", "ID|Record ID|RecID|Account ID|Nr"],
  identifier: ["Identifier|Company Identifier|Kürzel"],
  name: ["Company|Company Name|Firma|Firmenname|Unternehmen", "Name|Account|Account Name|Kunde"],
  website: ["Website|Web Site|URL|Webseite"],
  phone: ["Phone|Phone Number|Telefon|Telefonnummer"],
  address: ["Address|Adresse|Anschrift"],
  addressLine1: ["Address 1|Address Line 1|Addr1|Street|Straße|Adresse 1"],
  addressLine2: ["Address 2|Address Line 2|Addr2|Adresse 2"],
  city: ["City|Town|Ort|Stadt"],
  state: ["State|Province|Bundesland"],
  zip: ["Zip|Zip Code|Postal Code|PLZ|Postleitzahl"],
  country: ["Country|Land"],
  territory: ["Territory|Gebiet"],
  types: ["Type|Types|Company Type|Company Types|Typ|Firmentyp"],
  status: ["Status|Company Status|Firmenstatus"],
  deleted: ["Deleted|Deleted Flag|Gelöscht"],
  ...RECORD,
} as const satisfies Captions;

const CONTACT_CAPTIONS = {
  id: ["Contact ID|Contact RecID|Contact #|Kontakt-ID", "ID|Record ID|RecID|Nr"],
  firstName: ["First Name|Given Name|Vorname"],
  lastName: ["Last Name|Surname|Family Name|Nachname"],
  name: ["Contact|Contact Name|Full Name|Kontakt|Ansprechpartner", "Name"],
  email: ["Email|Email Address|Default Email|E-Mail|E-Mail-Adresse"],
  phone: ["Phone|Phone Number|Direct Phone|Default Phone|Telefon|Telefonnummer"],
  mobile: ["Mobile|Mobile Phone|Cell|Cell Phone|Mobil|Handy"],
  fax: ["Fax|Fax Number|Faxnummer"],
  title: ["Title|Job Title|Position|Titel"],
  types: ["Type|Types|Contact Type|Contact Types|Typ|Kontakttyp"],
  company: ["Company|Company Name|Firma|Firmenname|Unternehmen", "Account|Client|Kunde"],
  companyId: ["Company ID|Company RecID|Firmen-ID"],
  site: ["Site|Site Name|Standort"],
  inactive: ["Inactive|Inactive Flag|Inaktiv"],
  ...RECORD,
} as const satisfies Captions;

const MEMBER_CAPTIONS = {
  id: ["Member ID|Member RecID|Mitarbeiter-ID", "ID|Record ID|RecID|Nr"],
  identifier: ["Identifier|Member Identifier|User Name|Username|Benutzername|Kürzel", "Login"],
  firstName: ["First Name|Vorname"],
  lastName: ["Last Name|Nachname"],
  name: ["Member|Member Name|Full Name|Mitarbeiter", "Name"],
  email: ["Email|Email Address|Primary Email|Office Email|E-Mail|E-Mail-Adresse"],
  inactive: ["Inactive|Inactive Flag|Inaktiv"],
  ...RECORD,
} as const satisfies Captions;

const BOARD_CAPTIONS = {
  id: ["Board ID|Board RecID", "ID|Record ID|RecID|Nr"],
  name: ["Board|Board Name|Service Board", "Name"],
  inactive: ["Inactive|Inactive Flag|Inaktiv"],
  project: ["Project Board|Project Flag|Projektboard"],
} as const satisfies Captions;

const STATUS_CAPTIONS = {
  id: ["Status ID|Status RecID", "ID|Record ID|RecID|Nr"],
  name: ["Status|Status Name|Status Description", "Name"],
  board: ["Board|Board Name|Service Board"],
  closed: ["Closed|Closed Status|Closed Flag|Geschlossen"],
} as const satisfies Captions;

const PRIORITY_CAPTIONS = {
  id: ["Priority ID|Priority RecID", "ID|Record ID|RecID|Nr"],
  name: ["Priority|Priority Name|Priorität", "Name"],
  sortOrder: ["Sort Order|Sort|Reihenfolge"],
} as const satisfies Captions;

const SLA_CAPTIONS = {
  id: ["SLA ID|SLA RecID", "ID|Record ID|RecID|Nr"],
  name: ["SLA|SLA Name", "Name"],
  businessHours: ["Business Hours|Business Hours Only|Geschäftszeiten"],
} as const satisfies Captions;

export const CAPTIONS = {
  company: COMPANY_CAPTIONS,
  contact: CONTACT_CAPTIONS,
  member: MEMBER_CAPTIONS,
  board: BOARD_CAPTIONS,
  status: STATUS_CAPTIONS,
  priority: PRIORITY_CAPTIONS,
  sla: SLA_CAPTIONS,
  ticket: TICKET_CAPTIONS,
  note: NOTE_CAPTIONS,
  timeEntry: TIME_CAPTIONS,
} as const satisfies Readonly<Record<string, Captions>>;

/** Objects that a file may hold; read in this order, since later ones name earlier ones. */
export const CSV_OBJECTS = [
  "company",
  "contact",
  "member",
  "board",
  "status",
  "priority",
  "sla",
  "ticket",
  "note",
  "timeEntry",
] as const satisfies readonly (keyof typeof CAPTIONS)[];
export type CsvObject = (typeof CSV_OBJECTS)[number];

/** Objects whose rows need an id of their own in the file; that of a note or a time entry can be derived. */
export const NEEDS_ID: ReadonlySet<CsvObject> = new Set(["company", "contact", "ticket"]);

/** What must be there beside the id, for rows to mean anything. */
export const NEEDED_FIELDS: Readonly<Partial<Record<CsvObject, readonly string[]>>> = {
  company: ["name"],
  ticket: ["summary"],
  note: ["ticketId", "text"],
  timeEntry: ["ticketId", "timeStart"],
  status: ["name"],
  board: ["name"],
  priority: ["name"],
  sla: ["name"],
};

/** Captions of the same meaning are equal in it: case, accents, blanks and punctuation don't count. */
export function plainCaption(caption: string): string {
  return caption
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
