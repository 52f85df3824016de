// Captions that exports give to the fields of tickets, notes and time entries, in English and German.

/** Known captions, then likely ones that are asked about; each list in one string, divided by bars. */
export type Captions = Readonly<Record<string, readonly [known: string, likely?: string]>>;

const AUDIT = {
  enteredBy: ["Entered By|Created By|Erstellt von|Erfasst von"],
  lastUpdated: [
    "Last Updated|Last Update|Updated|Last Modified|Modified|Zuletzt geändert|Geändert am|Aktualisiert",
  ],
  updatedBy: ["Updated By|Modified By|Geändert von"],
} as const satisfies Captions;

export const TICKET_CAPTIONS = {
  id: [
    "Ticket #|Ticket Number|Ticket ID|Ticket No|Service Ticket #|SR #|SR Service RecID|Ticketnummer|Ticket-Nr|Vorgangsnummer",
    "ID|Number|No|Nr|Nummer|Ticket|Incident|Record ID|RecID",
  ],
  summary: [
    "Summary|Summary Description|Ticket Subject|Subject|Short Description|Betreff|Zusammenfassung|Kurzbeschreibung",
    "Title|Titel|Name",
  ],
  description: [
    "Initial Description|Detail Description|Ticket Description|Discussion|Erstbeschreibung",
    "Description|Beschreibung",
  ],
  resolution: ["Resolution|Lösung"],
  internalAnalysis: ["Internal Analysis|Interne Analyse"],
  board: ["Board|Service Board|Board Name|Service Board Name", "Queue|Warteschlange|Assignment Group"],
  status: ["Status|Ticket Status|Service Status|Status Description"],
  ticketType: ["Type|Ticket Type|Service Type|Typ", "Art"],
  subType: ["Subtype|Sub-Type|Sub Type|Service Sub Type|Untertyp"],
  item: ["Item|Service Item|Element"],
  team: ["Team|Service Team|Team Name"],
  owner: [
    "Owner|Ticket Owner|Assigned To|Besitzer|Zugewiesen an",
    "Resource|Resources|Ressource|Techniker|Bearbeiter",
  ],
  priority: ["Priority|Ticket Priority|Priorität"],
  severity: ["Severity|Schweregrad", "Urgency|Dringlichkeit"],
  impact: ["Impact|Auswirkung"],
  source: ["Source|Ticket Source|Ticket Channel|Quelle", "Channel|Kanal"],
  sla: ["SLA|SLA Name|Service Level Agreement"],
  agreement: ["Agreement|Agreement Name|Vereinbarung|Vertrag"],
  project: ["Project|Project Name|Projekt"],
  projectId: ["Project ID|Project RecID"],
  phase: ["Phase|Project Phase|Projektphase"],
  wbsCode: ["WBS Code|WBS"],
  company: ["Company|Company Name|Firma|Firmenname|Unternehmen", "Account|Client|Customer|Kunde"],
  companyId: ["Company ID|Company RecID|Firmen-ID"],
  contact: [
    "Contact|Contact Name|Kontakt|Ansprechpartner",
    "Customer Name|Requester|Requested By|Melder|Kundenname",
  ],
  contactId: ["Contact ID|Contact RecID|Kontakt-ID"],
  contactEmail: [
    "Contact Email|Contact Email Address|E-Mail des Kontakts|Kontakt-E-Mail",
    "Customer Email|Email|E-Mail",
  ],
  site: ["Site|Site Name|Standort"],
  closed: ["Closed Flag|Is Closed|Ist geschlossen"],
  closedBy: ["Closed By|Geschlossen von"],
  closedDate: ["Closed|Date Closed|Closed Date|Geschlossen|Geschlossen am|Abgeschlossen am"],
  dateResolved: ["Date Resolved|Resolved|Resolved Date|Gelöst am"],
  requiredDate: ["Required Date|Date Required|Due Date|Fällig am|Fälligkeit"],
  slaBreachTime: ["SLA Breach Time|Resolution Due|Resolve By"],
  dateEntered: [
    "Entered|Date Entered|Entered Date|Created|Date Created|Created Date|Opened|Eingegangen|Erstellt|Erstellt am|Erfasst am",
  ],
  parentTicketId: ["Parent Ticket #|Parent Ticket|Parent Ticket ID|Übergeordnetes Ticket"],
  mergedParentTicketId: ["Merged Into|Merged Parent Ticket|Merged Into Ticket #|Zusammengeführt mit"],
  recordType: ["Record Type|Datensatztyp"],
  ...AUDIT,
} as const satisfies Captions;

export const NOTE_CAPTIONS = {
  ticketId: [
    "Ticket #|Ticket Number|Ticket ID|Ticket No|SR #|SR Service RecID|Ticketnummer|Ticket-Nr",
    "Ticket",
  ],
  id: ["Note ID|Note #|SR Detail RecID|Notiz-ID", "ID|Record ID|RecID"],
  text: [
    "Note|Note Text|Notes|Detail Description|Notiz|Notiztext",
    "Text|Comment|Body|Kommentar|Description",
  ],
  kind: ["Note Type|Section|Notiztyp", "Type|Typ"],
  internal: ["Internal|Internal Flag|Internal Note|Intern"],
  dateCreated: ["Date Created|Created|Date Entered|Entered|Note Date|Erstellt|Erstellt am", "Date|Datum"],
  createdBy: ["Created By|Entered By|Erstellt von", "Author|By|Verfasser|Autor"],
  member: ["Member|Member Name|Mitarbeiter", "Resource|Technician|Techniker"],
  contact: ["Contact|Contact Name|Kontakt|Ansprechpartner"],
  contactEmail: ["Contact Email|Kontakt-E-Mail"],
} as const satisfies Captions;

export const TIME_CAPTIONS = {
  ticketId: [
    "Ticket #|Ticket Number|Ticket ID|Ticket No|SR #|SR Service RecID|Ticketnummer|Ticket-Nr",
    "Ticket|Charge To ID",
  ],
  id: ["Time Entry ID|Time Entry #|Time RecID|Zeiteintrag-ID", "ID|Record ID|RecID"],
  member: ["Member|Member Name|Mitarbeiter", "Resource|Technician|Employee|Techniker"],
  timeStart: ["Time Start|Start Time|Start|Date Start|Beginn|Startzeit", "Date|Work Date|Datum"],
  timeEnd: ["Time End|End Time|End|Ende|Endzeit"],
  actualHours: ["Actual Hours|Hours Actual|Hours|Stunden|Ist-Stunden", "Duration|Dauer"],
  hoursBilled: ["Hours Billed|Billed Hours|Billable Hours|Invoiced Hours|Abgerechnete Stunden"],
  billableOption: ["Billable Option|Billable|Billing|Abrechenbar"],
  hourlyRate: ["Hourly Rate|Rate|Stundensatz"],
  workType: ["Work Type|Arbeitsart|Tätigkeitsart"],
  notes: ["Notes|Time Entry Notes|Notizen", "Description|Beschreibung"],
  internalNotes: ["Internal Notes|Interne Notizen"],
  dateEntered: ["Date Entered|Entered|Erfasst am"],
  ...AUDIT,
} as const satisfies Captions;

export const AUDIT_CAPTIONS = AUDIT;
