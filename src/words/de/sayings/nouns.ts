// German: what records, roles and runs are called in sentences.
import type { Role } from "../../../engine/model/migration.ts";
import type { RunKind, RunState } from "../../../engine/model/run.ts";

interface Noun {
  readonly one: string;
  readonly many: string;
  /** The plural after "von", "bei", "aus". */
  readonly ofMany?: string;
}

const nouns: Readonly<Record<string, Noun>> = {
  ticket: { one: "Ticket", many: "Tickets" },
  conversation: { one: "Unterhaltung", many: "Unterhaltungen" },
  contact: { one: "Kontakt", many: "Kontakte", ofMany: "Kontakten" },
  company: { one: "Firma", many: "Firmen" },
  note: { one: "Notiz", many: "Notizen" },
  notes: { one: "Notizen von Ticket", many: "Notizen" },
  timeEntry: { one: "Zeiteintrag", many: "Zeiteinträge", ofMany: "Zeiteinträgen" },
  board: { one: "Board", many: "Boards" },
  status: { one: "Status", many: "Status" },
  member: { one: "Mitglied", many: "Mitglieder", ofMany: "Mitgliedern" },
  priority: { one: "Priorität", many: "Prioritäten" },
  sla: { one: "SLA", many: "SLAs" },
  agreement: { one: "Vertrag", many: "Verträge", ofMany: "Verträgen" },
  project: { one: "Projekt", many: "Projekte", ofMany: "Projekten" },
  configuration: { one: "Configuration", many: "Configurations" },
  ticketConfigurations: { one: "Configurations von Ticket", many: "Configurations von Tickets" },
  document: { one: "Dokument", many: "Dokumente", ofMany: "Dokumenten" },
  documents: { one: "Dokumente von Ticket", many: "Dokumente", ofMany: "Dokumenten" },
  article: { one: "Artikel", many: "Artikel", ofMany: "Artikeln" },
  articleCategory: { one: "Artikelkategorie", many: "Artikelkategorien" },
  collection: { one: "Sammlung", many: "Sammlungen" },
  attribute: { one: "Attribut", many: "Attribute", ofMany: "Attributen" },
};

export const one = (type: string): string => nouns[type]?.one ?? type;
export const many = (type: string): string => nouns[type]?.many ?? type;
export const ofMany = (type: string): string => nouns[type]?.ofMany ?? many(type);

/** After "bei": who decides. */
export const roles: Readonly<Record<Role, string>> = {
  customer: "der Person, die für den Kunden entscheidet",
  "account-manager": "dem Account Manager",
  observer: "einem Beobachter",
  stranger: "einem Außenstehenden",
};

export const runs: Readonly<Record<RunKind, string>> = {
  sample: "eine Stichprobe",
  full: "eine vollständige Übertragung",
  delta: "ein Nachziehen",
  rollback: "ein Rollback",
};

export const states: Readonly<Record<RunState, string>> = {
  queued: "in der Warteschlange",
  running: "im Gang",
  paused: "pausiert",
  done: "fertig",
  failed: "durch einen Fehler angehalten",
  cancelled: "abgebrochen",
};
