// What stays in the source, said one line a kind: in the survey, in the plan, in the certificate.
import type { Saying } from "../../model/sayings/saying.ts";
import type { LeftBehind, OddCase } from "../../model/survey.ts";
import type { Source } from "../../source/port.ts";
import { warnOrThrow } from "./lists.ts";

/** Of odd cases that are nothing but left behind. */
const PREFIX = "left_behind:";

interface Words {
  /** With a number before it. */
  readonly many: string;
  readonly one: string;
  /** At the beginning of a sentence, without a number. */
  readonly any: string;
  readonly why: string;
}

const KINDS: Readonly<Record<string, Words>> = {
  opportunities: {
    many: "opportunities",
    one: "opportunity",
    any: "Opportunities",
    why: "Intercom is no sales pipeline",
  },
  activities: { many: "activities", one: "activity", any: "Activities", why: "they belong to sales" },
  sales_orders: {
    many: "sales orders",
    one: "sales order",
    any: "Sales orders",
    why: "Intercom sells nothing",
  },
  products: {
    many: "products on tickets and orders",
    one: "product on a ticket or order",
    any: "Products on tickets and orders",
    why: "Intercom bills nothing",
  },
  catalog_items: {
    many: "items of the product catalog",
    one: "item of the product catalog",
    any: "The product catalog",
    why: "Intercom sells nothing",
  },
  expenses: { many: "expenses", one: "expense", any: "Expenses", why: "Intercom bills nothing" },
  invoices: { many: "invoices", one: "invoice", any: "Invoices", why: "Intercom bills nothing" },
  appointments: {
    many: "appointments of the dispatch board",
    one: "appointment of the dispatch board",
    any: "Appointments of the dispatch board",
    why: "Intercom has no dispatch board",
  },
  ticket_surveys: {
    many: "survey results of tickets",
    one: "survey result of a ticket",
    any: "Survey results of tickets",
    why: "Intercom's ratings can't be imported",
  },
  audit_trail: {
    many: "audit trails",
    one: "audit trail",
    any: "Audit trails",
    why: "they prove what ConnectWise did",
  },
  ticket_tasks: {
    many: "checklists of tickets",
    one: "checklist of a ticket",
    any: "Checklists of tickets",
    why: "they cost a request a ticket",
  },
  company_notes: {
    many: "notes of companies",
    one: "note of a company",
    any: "Notes of companies",
    why: "they cost a request a company",
  },
  contact_notes: {
    many: "notes of contacts",
    one: "note of a contact",
    any: "Notes of contacts",
    why: "they cost a request a contact",
  },
  project_notes: {
    many: "notes and teams of projects",
    one: "note or team of a project",
    any: "Notes and teams of projects",
    why: "Intercom has no projects",
  },
  other_documents: {
    many: "documents of companies, contacts, configurations, projects and time entries",
    one: "document of a company, contact, configuration, project or time entry",
    any: "Documents of companies, contacts, configurations, projects and time entries",
    why: "only those of tickets and articles are read",
  },
};

/** One line a kind; nothing where the source has nothing besides. */
export async function surveyLeftBehind(
  source: Source,
  warn: (saying: Saying) => void,
  signal?: AbortSignal,
): Promise<readonly OddCase[]> {
  try {
    return ((await source.countLeftBehind?.(signal)) ?? []).map(describeLeftBehind);
  } catch (error) {
    await warnOrThrow(error, source, warn, signal);
    return [];
  }
}

export function describeLeftBehind({ kind, count }: LeftBehind): OddCase {
  const { many, one, any, why } = KINDS[kind] ?? {
    many: kind,
    one: kind,
    any: kind,
    why: "nobody moves them",
  };
  const sentence =
    count === undefined
      ? `${any} stay in ConnectWise and are not counted: ${why}.`
      : `${count.toLocaleString("en-US")} ${count === 1 ? `${one} stays` : `${many} stay`} in ConnectWise: ${why}.`;
  return { code: `${PREFIX}${kind}`, count: count ?? 0, sentence };
}

/** The lines of a survey that say what is left behind. */
export function listLeftBehind(cases: readonly OddCase[] = []): readonly string[] {
  return cases.filter(({ code }) => code.startsWith(PREFIX)).map(({ sentence }) => sentence);
}
