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
  id: ["Company RecID|Company ID|Company #|Firmen-ID|Kundennummer", "ID|Record ID|RecID|Account ID|Nr"],
  identifier: ["Identifier|Company Identifier|Company ID|Kürzel"],
  name: ["Company|Company Name|Firma|Firmenname|Unternehmen", "Name|Account|Account Name|Kunde"],
  website: ["Website|Web Site|Website URL|URL|Webseite"],
  phone: ["Phone|Phone Number|PhoneNbr|Telefon|Telefonnummer"],
  address: ["Address|Adresse|Anschrift"],
  addressLine1: ["Address 1|Address Line 1|Addr1|Street|Straße|Adresse 1"],
  addressLine2: ["Address 2|Address Line 2|Addr2|Adresse 2"],
  city: ["City|Town|Ort|Stadt"],
  state: ["State|Province|Bundesland"],
  zip: ["Zip|Zip Code|Postal Code|PLZ|Postleitzahl"],
  country: ["Country|Land"],
  territory: ["Territory|Gebiet"],
  types: ["Type|Types|Company Type|Company Types|Company Type Desc|Typ|Firmentyp"],
  status: ["Status|Company Status|Company Status Desc|Firmenstatus"],
  deleted: ["Deleted|Deleted Flag|Delete Flag|Gelöscht"],
  accountNumber: ["Account Number|Account Nbr"],
  market: ["Market|Market Desc"],
  timeZone: ["Time Zone"],
  territoryManager: ["Territory Manager"],
  territoryManagerId: ["Territory Manager RecID|Territory Manager ID"],
  defaultContact: ["Default Contact"],
  defaultContactFirstName: ["Default Contact First Name"],
  defaultContactLastName: ["Default Contact Last Name"],
  defaultContactId: ["Default Contact RecID|Contact RecID|Default Contact ID"],
  parentCompany: ["Parent Company"],
  parentCompanyId: ["Parent Company RecID|Parent Company ID"],
  ...RECORD,
} as const satisfies Captions;

const CONTACT_CAPTIONS = {
  id: ["Contact RecID|Contact ID|Contact #|Kontakt-ID", "ID|Record ID|RecID|Nr"],
  firstName: ["First Name|Given Name|Vorname"],
  lastName: ["Last Name|Surname|Family Name|Nachname"],
  name: ["Contact|Contact Name|Full Name|Kontakt|Ansprechpartner", "Name"],
  email: ["Email|Email Address|Default Email|Default Email Address|E-Mail|E-Mail-Adresse"],
  phone: ["Phone|Phone Number|Direct Phone|Default Phone|Default Phone Nbr|Telefon|Telefonnummer"],
  mobile: ["Mobile|Mobile Phone|Cell|Cell Phone|Mobil|Handy"],
  fax: ["Fax|Fax Number|Faxnummer"],
  title: ["Title|Job Title|Position|Titel"],
  types: ["Type|Types|Contact Type|Contact Types|Contact Type Desc|Typ|Kontakttyp"],
  department: ["Department|Abteilung"],
  relationship: ["Relationship"],
  manager: ["Manager|Manager Contact"],
  managerId: ["Manager Contact RecID|Manager Contact ID"],
  company: ["Company|Company Name|Firma|Firmenname|Unternehmen", "Account|Client|Kunde"],
  companyId: ["Company RecID|Company ID|Firmen-ID"],
  companyIdentifier: ["Company Identifier|Company ID"],
  site: ["Site|Site Name|Standort"],
  siteId: ["Site RecID|Site ID|Company Address RecID"],
  inactive: ["Inactive|Inactive Flag|Inaktiv"],
  active: ["Active|Active Flag|Is Active|Aktiv"],
  deleted: ["Deleted|Deleted Flag|Delete Flag|Gelöscht"],
  ...RECORD,
} as const satisfies Captions;

const MEMBER_CAPTIONS = {
  id: ["Member RecID|Member ID|Mitarbeiter-ID", "ID|Record ID|RecID|Nr"],
  identifier: ["Identifier|Member Identifier|User Name|Username|Member ID|Benutzername|Kürzel", "Login"],
  firstName: ["First Name|Vorname"],
  lastName: ["Last Name|Nachname"],
  name: ["Member|Member Name|Full Name|Mitarbeiter", "Name"],
  email: ["Email|Email Address|Primary Email|Office Email|E-Mail|E-Mail-Adresse"],
  inactive: ["Inactive|Inactive Flag|Inaktiv"],
  active: ["Active|Active Flag|Is Active|Aktiv"],
  ...RECORD,
} as const satisfies Captions;

const BOARD_CAPTIONS = {
  id: ["Board RecID|SR Board RecID|Board ID", "ID|Record ID|RecID|Nr"],
  name: ["Board|Board Name|Service Board", "Name"],
  inactive: ["Inactive|Inactive Flag|Inaktiv"],
  active: ["Active|Active Flag|Is Active|Aktiv"],
  project: ["Project Board|Project Flag|Projektboard"],
} as const satisfies Captions;

const STATUS_CAPTIONS = {
  id: ["Status RecID|SR Status RecID|Status ID", "ID|Record ID|RecID|Nr"],
  name: ["Status|Status Name|Status Description|Service Status Desc|Service Status", "Name"],
  boardId: ["Board RecID|SR Board RecID|Board ID"],
  board: ["Board|Board Name|Service Board"],
  closed: ["Closed|Closed Status|Closed Flag|Status Closed|Geschlossen"],
} as const satisfies Captions;

const PRIORITY_CAPTIONS = {
  id: ["Priority RecID|SR Urgency RecID|Priority ID", "ID|Record ID|RecID|Nr"],
  name: ["Priority|Priority Name|Priority Description|Priorität", "Name|Urgency|Description"],
  sortOrder: ["Sort Order|Sort|Reihenfolge"],
} as const satisfies Captions;

const SLA_CAPTIONS = {
  id: ["SLA RecID|SR SLA RecID|SLA ID", "ID|Record ID|RecID|Nr"],
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

/** What must be there beside the id, for rows to mean anything; of fields divided by a bar, one. */
export const NEEDED_FIELDS: Readonly<Partial<Record<CsvObject, readonly string[]>>> = {
  company: ["name"],
  ticket: ["summary"],
  note: ["ticketId", "text"],
  timeEntry: ["ticketId", "timeStart|date"],
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
