// Captions that exports give to the fields of tickets, notes and time entries, in English and German.

/** Known captions, then likely ones that are asked about; each list in one string, divided by bars. */
export type Captions = Readonly<Record<string, readonly [known: string, likely?: string]>>;

const AUDIT = {
  enteredBy: ["Entered By|Created By|Erstellt von|Erfasst von"],
  lastUpdated: [
    "Last Updated|Last Update|Updated|Updated At|Updated On|Last Updated On|Last Update Time|Sys Updated On|Last Modified|Modified|Zuletzt geändert|Geändert am|Aktualisiert",
  ],
  updatedBy: ["Updated By|Modified By|Geändert von"],
} as const satisfies Captions;

export const TICKET_CAPTIONS = {
  id: [
    "SR Service RecID|Ticket #|Ticket Number|Ticket ID|Ticket No|TicketNbr|Service Ticket #|Service ID|SR #|Issue Key|Case Number|Ticketnummer|Ticket-Nr|Vorgangsnummer",
    "ID|Number|No|Nr|Nummer|Ticket|Incident|Record ID|RecID|Key",
  ],
  summary: [
    "Summary|Summary Description|Ticket Subject|Subject|Short Description|Betreff|Zusammenfassung|Kurzbeschreibung|Ticket Name",
    "Title|Titel|Name",
  ],
  description: [
    "Initial Description|Detail Description|Ticket Description|Discussion|Erstbeschreibung",
    "Description|Beschreibung|Details",
  ],
  resolution: ["Resolution|Lösung"],
  internalAnalysis: ["Internal Analysis|Interne Analyse"],
  board: ["Board|Service Board|Board Name|Service Board Name", "Queue|Warteschlange|Assignment Group|Group"],
  boardId: ["Board RecID|SR Board RecID|Board ID"],
  status: [
    "Status|Ticket Status|Service Status|Status Description|Service Status Desc|Current Status|Ticket State",
    "State|Stage",
  ],
  statusId: ["Status RecID|SR Status RecID|Status ID"],
  ticketType: ["Type|Ticket Type|Service Type|Typ|Issue Type|Ticket Category", "Art|Category|Help Topic"],
  ticketTypeId: ["Type RecID|Type ID"],
  subType: ["Subtype|Sub-Type|Sub Type|Service Sub Type|Untertyp|Sub-Issue Type|Subcategory"],
  subTypeId: ["SubType RecID|Sub Type ID"],
  item: ["Item|Service Item|Service Sub Type Item|Element"],
  itemId: ["SubTypeItem RecID|Item ID"],
  team: ["Team|Service Team|Team Name"],
  teamId: ["Team RecID|Team ID"],
  owner: [
    "Owner|Ticket Owner|Owner Name|Assigned To|Assignee|Besitzer|Zugewiesen an|Assigned Agent|Assigned Technician|Assigned Tech|Primary Resource|Assigned User",
    "Resource|Ressource|Techniker|Bearbeiter|Agent|Team Member",
  ],
  ownerId: ["Ticket Owner RecID|Owner RecID|Owner ID"],
  ownerLogin: ["Owner Identifier|Ticket Owner ID"],
  ownerFirstName: ["Ticket Owner First Name|Owner First Name"],
  ownerLastName: ["Ticket Owner Last Name|Owner Last Name"],
  resources: ["Resources|Resource List|Ressourcen"],
  priority: ["Priority|Ticket Priority|Priority Description|Priorität"],
  priorityId: ["Priority RecID|SR Urgency RecID|Priority ID"],
  severity: ["Severity|Schweregrad", "Urgency|Dringlichkeit"],
  impact: ["Impact|Auswirkung"],
  source: ["Source|Ticket Source|Ticket Channel|Quelle", "Channel|Kanal"],
  sourceId: ["Source RecID|Source ID"],
  sla: ["SLA|SLA Name|Service Level Agreement"],
  slaId: ["SLA RecID|SR SLA RecID|SLA ID"],
  agreement: ["Agreement|Agreement Name|Vereinbarung|Vertrag"],
  agreementId: ["AGR Header RecID|Agreement RecID|Agreement ID"],
  project: ["Project|Project Name|Projekt"],
  projectId: ["Project RecID|PM Project RecID|Project ID"],
  phase: ["Phase|Project Phase|Projektphase"],
  phaseId: ["PM Phase RecID|Phase RecID|Phase ID"],
  wbsCode: ["WBS Code|WBS"],
  company: [
    "Company|Company Name|Firma|Firmenname|Unternehmen|Organization|Organisation|Client Name|Account Name",
    "Account|Client|Customer|Kunde",
  ],
  companyId: ["Company RecID|Company ID|Firmen-ID"],
  companyIdentifier: ["Company Identifier|Company ID"],
  contact: [
    "Contact|Kontakt|Ansprechpartner",
    "Customer Name|Requester|Requester Name|Requested By|Reporter|Full Name|Melder|Kundenname|Requestor|Caller|Caller ID|End User|User|Submitter|Creator|From",
  ],
  /** What the ticket says beside its contact, or without one. */
  contactName: ["Contact Name"],
  contactId: ["Contact RecID|Contact ID|Kontakt-ID"],
  contactEmail: [
    "Contact Email|Contact Email Address|Email Address|E-Mail des Kontakts|Kontakt-E-Mail",
    "Customer Email|Requester Email|Email|E-Mail|E-Mail-Adresse|Requestor Email|From Email|User Email|Caller Email|Reporter Email",
  ],
  site: ["Site|Site Name|Standort"],
  siteId: ["Site RecID|Site ID"],
  closed: ["Closed Flag|Is Closed|Ist geschlossen"],
  closedBy: ["Closed By|Geschlossen von"],
  closedDate: [
    "Closed|Date Closed|Closed Date|Closed At|Closed Time|Geschlossen|Geschlossen am|Abgeschlossen am|Closed On|Close Date|Complete Date|Completed Date|Completed On",
  ],
  dateResolved: [
    "Date Resolved|Resolved|Resolved Date|Resolved At|Resolved Time|Gelöst am|Resolved On",
    "Solved At|Solved On",
  ],
  requiredDate: [
    "Required Date|Date Required|Due Date|Due By Time|Fällig am|Fälligkeit|Due Date/Time|Due On|Due",
  ],
  slaBreachTime: ["SLA Breach Time|Resolution Goal|Resolution Due|Resolve By"],
  dateEntered: [
    "Date Entered|Entered|Entered Date|Date Created|Created|Created Date|Created At|Created Time|Creation Date|Opened|Opened At|Eingegangen|Erstellt|Erstellt am|Erfasst am|Date Logged|Create Date|Created On|Date Opened|Opened On|Creation Time|Logged At|Submitted At|Submitted",
  ],
  parentTicketId: ["Parent Ticket #|Parent Ticket|Parent Ticket ID|Übergeordnetes Ticket"],
  mergedParentTicketId: [
    "Merged Into|Merged Parent Ticket|Merged Parent Ticket ID|Merged Into Ticket #|Zusammengeführt mit",
  ],
  recordType: ["Record Type|Datensatztyp"],
  ...AUDIT,
} as const satisfies Captions;

export const NOTE_CAPTIONS = {
  ticketId: [
    "SR Service RecID|Ticket #|Ticket Number|Ticket ID|Ticket No|TicketNbr|Service ID|SR #|Ticketnummer|Ticket-Nr",
    "Ticket",
  ],
  id: ["SR Detail RecID|Note RecID|RecID|Note ID|Note #|Comment ID|Notiz-ID", "ID|Record ID"],
  text: [
    "Note|Note Text|Notes|Detail Description|Notiz|Notiztext",
    "Text|Comment|Body|Kommentar|Description",
  ],
  kind: ["Note Type|Section|Notiztyp", "Type|Typ"],
  internal: ["Internal|Internal Flag|Internal Note|Intern"],
  detailDescriptionFlag: ["Detail Description Flag|Discussion Flag"],
  internalAnalysisFlag: ["Internal Analysis Flag"],
  resolutionFlag: ["Resolution Flag"],
  fromTimeEntry: ["Time Flag"],
  dateCreated: [
    "Date Created|Created|Date Entered|Entered|Created At|Note Date|Erstellt|Erstellt am",
    "Date|Datum",
  ],
  lastUpdated: ["Last Update|Last Updated|Updated At|Geändert am"],
  createdBy: ["Created By|Entered By|Erstellt von", "Author|By|Verfasser|Autor"],
  member: ["Member|Member Name|Mitarbeiter", "Resource|Technician|Techniker"],
  memberId: ["Member RecID|Member ID"],
  memberLogin: ["Member Identifier|Member ID"],
  contact: ["Contact|Contact Name|Kontakt|Ansprechpartner"],
  contactId: ["Contact RecID|Contact ID"],
  contactEmail: ["Contact Email|Kontakt-E-Mail"],
} as const satisfies Captions;

export const TIME_CAPTIONS = {
  ticketId: [
    "SR Service RecID|Ticket #|Ticket Number|Ticket ID|Ticket No|TicketNbr|Service ID|SR #|Charge To ID|Ticketnummer|Ticket-Nr",
    "Ticket",
  ],
  chargeToType: ["Charge To Type"],
  id: ["Time RecID|Time Entry RecID|Time Entry ID|Time Entry #|Zeiteintrag-ID", "RecID|ID|Record ID"],
  member: ["Member|Member Name|Mitarbeiter", "Resource|Technician|Employee|Techniker"],
  memberId: ["Member RecID|Member ID"],
  memberLogin: ["Member Identifier|Member ID"],
  memberFirstName: ["First Name|Member First Name"],
  memberLastName: ["Last Name|Member Last Name"],
  timeStart: ["Time Start|Start Time|Start|Beginn|Startzeit"],
  date: ["Date Start|Start Date|Date|Work Date|Entry Date|Datum"],
  timeEnd: ["Time End|End Time|End|Ende|Endzeit"],
  actualHours: ["Actual Hours|Hours Actual|Hours|Stunden|Ist-Stunden", "Duration|Dauer"],
  hoursBilled: ["Hours Billed|Billed Hours|Billable Hours|Billable Hrs|Invoiced Hours|Abgerechnete Stunden"],
  wipHours: ["WIP Hrs|WIP Hours"],
  invoicedHours: ["Inv Hrs|Inv Hours"],
  billableOption: ["Billable Option|Option ID|Bill|Billable|Billable Flag|Billing|Abrechenbar"],
  detailDescriptionFlag: ["Add To Detail Description Flag"],
  internalAnalysisFlag: ["Add To Internal Analysis Flag"],
  resolutionFlag: ["Add To Resolution Flag"],
  hourlyRate: ["Hourly Rate|Rate|Stundensatz"],
  workType: ["Work Type|Arbeitsart|Tätigkeitsart"],
  notes: ["Notes|Time Entry Notes|Notizen", "Description|Beschreibung"],
  internalNotes: ["Internal Notes|Internal Note|Interne Notizen"],
  dateEntered: ["Date Entered|Entered|Erfasst am"],
  ...AUDIT,
} as const satisfies Captions;

export const AUDIT_CAPTIONS = AUDIT;
