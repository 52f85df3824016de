// Ticket with its notes and time entries → one Intercom conversation.
import type {
  Alteration,
  DesiredAttachment,
  DesiredContact,
  DesiredConversation,
  DesiredPart,
} from "../model/desired.ts";
import type { SourceTicket, TicketBundle } from "../model/source/source.ts";
import { headOf } from "../values/convert.ts";
import { toUnix } from "../values/dates.ts";
import { repairText } from "../values/text.ts";
import { maxFileBytes } from "./attachments.ts";
import { applyFieldRules } from "./attributes.ts";
import { describeConfigurations } from "./configuration.ts";
import type { TransformContext } from "./context.ts";
import { TicketFiles } from "./files.ts";
import { assembleParts, type Message } from "./message.ts";
import { assembleMessages } from "./messages.ts";
import { describeOpening, findOpening, openingTime, resolveRequester } from "./opening.ts";
import { nameOfMember, type Requester } from "./people.ts";
import { recognizePeople } from "./recognize-people.ts";
import { viewTicket } from "./ticket-view.ts";
import { summarizeTime } from "./time-entry.ts";

export interface TransformedTicket {
  readonly conversation: DesiredConversation;
  /** To be written before the conversation: stands for a contact that the source doesn't name. */
  readonly placeholder?: DesiredContact;
}

/** True when the map leaves the ticket's board behind. */
export function isTicketLeftOut(ticket: SourceTicket, context: TransformContext): boolean {
  return ticket.board !== undefined && context.boardRules.get(ticket.board.id)?.migrate === false;
}

const MAX_TITLE_CHARS = 255;

/** Throws a SkipError (`invalid_created_at`) for a ticket without a believable time. */
export function transformTicket(bundle: TicketBundle, context: TransformContext): TransformedTicket {
  const { ticket } = bundle;
  const alterations: Alteration[] = [];
  const requester = resolveRequester(ticket, context);
  const ordered = recognizePeople({ ...bundle, notes: byDate(bundle.notes) }, requester, context);
  const opening = findOpening(ordered);
  const createdAt = openingTime(ordered, opening, context.runAt, alterations);
  const fields = applyFieldRules(viewTicket(ordered, context), context.rules.ticket, "conversation", true);
  const summary = repairText(ticket.summary).text.replace(/\s+/g, " ").trim() || `Ticket ${ticket.id}`;
  const about = [...describeOpening(ticket, opening, requester, context)];
  if (summary.length > MAX_TITLE_CHARS) about.push(`Full title: ${summary}`);

  const files = new TicketFiles(bundle.documents ?? [], context, alterations);
  const { attachments: shown, ...spokenFirst } = files.illustrate({
    key: opening ? `note:${opening.id}` : "summary",
    author: { kind: "contact", source: requester.ref },
    prefix: "",
    messageType: "comment",
    text: opening?.text ?? summary,
    createdAt,
  });
  const spoken = assembleParts(spokenFirst, alterations);
  if (!opening) {
    const detail = { code: "no_opening_note" } as const;
    alterations.push({ field: "body", what: "replaced", detail });
  }
  const [first, ...continued] = spoken;
  const notes = [
    ...internalNote("about", about.join("\n"), createdAt, context),
    ...internalNote("owner", describeOwner(ticket, context), createdAt, context),
    ...internalNote(
      "fields",
      fields.notes.map((one) => `${one.label}: ${one.text}`).join("\n\n"),
      createdAt,
      context,
    ),
    // Last, since they are asked for while a ticket is open only: one that is opened again gets them later.
    ...internalNote(
      "configurations",
      describeConfigurations(bundle.configurations ?? []),
      createdAt,
      context,
    ),
  ];
  const told = assembleMessages(ordered, opening, requester, createdAt, context, alterations);
  const messages = [
    ...imagesOfOpening(shown ?? [], spokenFirst),
    ...notes,
    ...told.map((message) => files.illustrate(message)),
    ...files.messages(createdAt),
    ...describeDeletion(bundle, context),
  ];
  const limit = maxFileBytes(context);
  const parts = [...continued, ...messages.flatMap((message) => assembleParts(message, alterations, limit))];
  return {
    conversation: {
      kind: "conversation",
      source: { type: "ticket", id: ticket.id },
      contact: requester.ref,
      ...companyOf(ticket, context),
      ...copiedOf(ticket, context),
      title: summary.length > MAX_TITLE_CHARS ? headOf(summary, MAX_TITLE_CHARS) : summary,
      body: first?.body ?? summary,
      createdAt,
      parts: byTime(parts),
      ...assignment(ticket, context),
      actingAdminId: context.fallbackAdminId,
      ...(bundle.deletedAt === undefined ? stateOf(ticket, context) : { state: "closed" }),
      attributes: fields.attributes,
      alterations: [
        ...alterations,
        ...requesterAlterations(requester),
        ...fields.alterations,
        ...mixedRates(bundle, context),
      ],
    },
    ...(requester.placeholder ? { placeholder: requester.placeholder } : {}),
  };
}

/** Intercom opens conversations without files: those of the opening follow it at once, by the same person. */
function imagesOfOpening(attachments: readonly DesiredAttachment[], opening: Message): Message[] {
  if (attachments.length === 0) return [];
  const text = `Images of the message above: ${attachments.map(({ name }) => name).join(", ")}`;
  return [{ ...opening, key: "files:opening", text, attachments }];
}

/** The conversation alone. */
export function transformConversation(bundle: TicketBundle, context: TransformContext): DesiredConversation {
  return transformTicket(bundle, context).conversation;
}

function internalNote(key: string, text: string, createdAt: number, context: TransformContext): Message[] {
  if (text === "") return [];
  const author = { kind: "admin", id: context.fallbackAdminId } as const;
  return [{ key, author, prefix: "", messageType: "note", text, createdAt }];
}

function describeOwner(ticket: SourceTicket, context: TransformContext): string {
  if (!ticket.owner || context.adminByMember.has(ticket.owner.id)) return "";
  return `Owner in ConnectWise: ${nameOfMember(ticket.owner, context)}`;
}

function companyOf(ticket: SourceTicket, context: TransformContext): Pick<DesiredConversation, "company"> {
  const company = ticket.company && context.company(ticket.company.id);
  return company ? { company: { type: "company", id: company.id } } : {};
}

function copiedOf({ copied }: SourceTicket, context: TransformContext): Pick<DesiredConversation, "copied"> {
  if (copied === undefined) return {};
  return {
    copied: copied.map((email) => {
      const found = context.contactByAddress?.(email);
      const id = found === undefined ? undefined : context.canonicalContact(found);
      return id === undefined ? { email } : { email, contact: { type: "contact" as const, id } };
    }),
  };
}

function assignment(
  ticket: SourceTicket,
  context: TransformContext,
): Pick<DesiredConversation, "teamId" | "adminId"> {
  const teamId = ticket.board && context.teamByBoard.get(ticket.board.id);
  const adminId = ticket.owner && (context.adminByMember.get(ticket.owner.id) ?? context.fallbackAdminId);
  return { ...(teamId ? { teamId } : {}), ...(adminId ? { adminId } : {}) };
}

function describeDeletion({ deletedAt }: TicketBundle, context: TransformContext): Message[] {
  const at = deletedAt === undefined ? undefined : toUnix(deletedAt);
  const told =
    "This ticket was deleted in ConnectWise after it was moved. The conversation was closed and kept.";
  return at === undefined ? [] : internalNote("deleted", told, at, context);
}

/** By the map's row for the board's status; without one, by the ticket's closed flag. */
function stateOf(
  ticket: SourceTicket,
  context: TransformContext,
): Pick<DesiredConversation, "state" | "snoozedUntil"> {
  const rule = context.statusRules.get(`${ticket.board?.id}/${ticket.status?.id}`);
  const state = rule?.state ?? (ticket.closed ? "closed" : "open");
  if (state !== "snoozed") return { state };
  return { state, snoozedUntil: context.runAt + context.map.policies.snoozeDays * 86_400 };
}

function requesterAlterations(requester: Requester): Alteration[] {
  if (!requester.placeholder) return [];
  const detail = { code: "no_requester" } as const;
  return [{ field: "contact", what: "replaced", detail }];
}

function mixedRates(bundle: TicketBundle, context: TransformContext): Alteration[] {
  const { rates, hourlyRate } = summarizeTime(bundle.timeEntries);
  if (rates.length < 2) return [];
  const detail = { code: "several_rates", args: { rates, average: hourlyRate ?? 0 } } as const;
  return context.rules.ticket
    .filter((rule) => rule.source === "timeEntries.hourlyRate" && rule.target?.kind === "attribute")
    .flatMap(({ target }) =>
      target?.kind === "attribute" ? [{ field: `attributes.${target.name}`, what: "replaced", detail }] : [],
    );
}

/** Oldest first; equal and unreadable dates keep the adapter's order. */
function byDate(notes: TicketBundle["notes"]): TicketBundle["notes"] {
  const at = (date: string) => toUnix(date) ?? Number.MAX_SAFE_INTEGER;
  return notes.toSorted((a, b) => at(a.dateCreated) - at(b.dateCreated));
}

const byTime = (parts: readonly DesiredPart[]): DesiredPart[] =>
  parts.toSorted((a, b) => a.createdAt - b.createdAt);
