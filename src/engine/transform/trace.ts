// For a field diff: the source's value and the rule behind each field of a desired record.
import type { FieldRule } from "../field-map/schema.ts";
import type { AttributeModel } from "../model/desired.ts";
import type { SourceCompany, SourceContact, TicketBundle } from "../model/source/source.ts";
import { readPath } from "../values/path.ts";
import { viewCompany } from "./company.ts";
import { viewContact } from "./contact.ts";
import type { TransformContext } from "./context.ts";
import { viewTicket } from "./ticket-view.ts";

export interface FieldTrace {
  readonly sourceValue: string;
  readonly rule: string;
}

export type TraceSubject =
  | { readonly kind: "company"; readonly record: SourceCompany }
  | { readonly kind: "contact"; readonly record: SourceContact }
  | { readonly kind: "conversation"; readonly record: TicketBundle };

/** Keys are fields as verdicts name them: `attributes.Priority__c`, `title`, `state`, … */
export function traceFields(
  subject: TraceSubject,
  context: TransformContext,
): ReadonlyMap<string, FieldTrace> {
  const traces = new Map<string, FieldTrace>();
  const put = (field: string, value: unknown, rule: string) => {
    const shown = value === undefined ? "nothing" : String(value).slice(0, 500).toWellFormed();
    traces.set(field, { sourceValue: shown, rule });
  };
  const putRules = (view: object, rules: readonly FieldRule[], model: AttributeModel) => {
    for (const { object, source, target } of rules) {
      if (target?.kind !== "attribute" || target.model !== model) continue;
      put(`attributes.${target.name}`, readPath(view, source), `${object} ${source} as ${target.type}`);
    }
  };
  if (subject.kind === "company") {
    put("name", subject.record.name, "company name");
    put("website", subject.record.website, "company website");
    putRules(viewCompany(subject.record, context), context.rules.company, "company");
  } else if (subject.kind === "contact") {
    const { record } = subject;
    const company = record.company && context.company(record.company.id);
    put("name", [record.firstName, record.lastName].filter(Boolean).join(" "), "first and last name");
    put("email", record.email, "contact email");
    put("phone", record.phone, "contact phone");
    if (company) putRules(viewCompany(company, context), context.rules.company, "contact");
    putRules(viewContact(record, context), context.rules.contact, "contact");
  } else {
    const { ticket } = subject.record;
    const board = ticket.board && context.boardRules.get(ticket.board.id);
    const status = context.statusRules.get(`${ticket.board?.id}/${ticket.status?.id}`);
    put("title", ticket.summary, "ticket summary");
    put("createdAt", ticket.dateEntered, "time of the note that opened it, else of the ticket's entry");
    put("contact", ticket.contact?.name ?? ticket.contactName, "ticket contact; shared e-mails merged");
    if (ticket.company) put("company", ticket.company.name, "ticket company");
    put("teamId", ticket.board?.name, `board → ${board?.team?.name ?? "no team"}`);
    put("adminId", ticket.owner?.name, "owner → admin by the map, else the fallback admin");
    put("state", ticket.status?.name, status ? `status → ${status.state}` : "closed flag");
    putRules(viewTicket(subject.record, context), context.rules.ticket, "conversation");
  }
  return traces;
}
