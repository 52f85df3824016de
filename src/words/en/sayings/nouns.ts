// English: what records, roles and runs are called in sentences.
import type { Role } from "../../../engine/model/migration.ts";
import type { RunKind, RunState } from "../../../engine/model/run.ts";

interface Noun {
  readonly one: string;
  readonly many: string;
}

const nouns: Readonly<Record<string, Noun>> = {
  ticket: { one: "ticket", many: "tickets" },
  conversation: { one: "conversation", many: "conversations" },
  contact: { one: "contact", many: "contacts" },
  company: { one: "company", many: "companies" },
  note: { one: "note", many: "notes" },
  notes: { one: "ticket's notes", many: "notes" },
  timeEntry: { one: "time entry", many: "time entries" },
  board: { one: "board", many: "boards" },
  status: { one: "status", many: "statuses" },
  member: { one: "member", many: "members" },
  priority: { one: "priority", many: "priorities" },
  sla: { one: "SLA", many: "SLAs" },
  agreement: { one: "agreement", many: "agreements" },
  project: { one: "project", many: "projects" },
  configuration: { one: "configuration", many: "configurations" },
  ticketConfigurations: { one: "ticket's configurations", many: "configurations of tickets" },
  document: { one: "document", many: "documents" },
  documents: { one: "ticket's documents", many: "documents" },
  article: { one: "article", many: "articles" },
  articleCategory: { one: "article category", many: "article categories" },
  collection: { one: "collection", many: "collections" },
  attribute: { one: "attribute", many: "attributes" },
};

export const one = (type: string): string => nouns[type]?.one ?? type;
export const many = (type: string): string => nouns[type]?.many ?? type;

export const roles: Readonly<Record<Role, string>> = {
  customer: "customer",
  "account-manager": "account manager",
  observer: "observer",
  stranger: "stranger",
};

export const runs: Readonly<Record<RunKind, string>> = {
  sample: "sample run",
  full: "full run",
  delta: "delta run",
  rollback: "rollback",
};

export const states: Readonly<Record<RunState, string>> = {
  queued: "waiting",
  running: "running",
  paused: "paused",
  done: "done",
  failed: "stopped by an error",
  cancelled: "cancelled",
};
