// What a ticket shows of its source: single values, pairs of them, and the whole combination; pure.
import type { CustomFieldValue, Ref, TicketBundle } from "../../model/source/source.ts";

/** `value`: one fact. `pair`: two that the map could confuse. `combination`: board × status × priority × type. */
export type ClassKind = "value" | "pair" | "combination";

export interface TicketClass {
  /** Unique over all kinds. */
  readonly key: string;
  readonly kind: ClassKind;
  /** For people: "Help Desk / Scheduled × Priority 1". */
  readonly words: string;
}

interface Value {
  readonly key: string;
  readonly words: string;
}

/** Longer ones don't fit an attribute of Intercom. */
const LONGEST_ATTRIBUTE = 255;
const LONG_MESSAGE = 2000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD_TEXT = /[\u0000-\u0008\u200e\u200f\u202a-\u202e\u{1f000}-\u{1ffff}]|<[a-z!/]/iu;

/**
 * @param pickLists ids of custom fields whose every value is a class of its own; of the others their shape is
 * @param listsOnly what only notes, configurations or documents tell is no class: those of most tickets were not read
 */
export function classesOf(
  bundle: TicketBundle,
  pickLists: ReadonlySet<string>,
  listsOnly = false,
): readonly TicketClass[] {
  const { ticket, timeEntries } = bundle;
  const known = listsOnly ? cases({ ticket, timeEntries, notes: [] }, CASES) : cases(bundle, ALL_CASES);
  const board = value("board", ticket.board);
  // A status is mapped for its board.
  const status = {
    key: `status=${ticket.board?.id ?? ""}/${ticket.status?.id ?? ""}`,
    words: `${nameOf(ticket.board, "no board")} / ${nameOf(ticket.status, "no status")}`,
  };
  const priority = value("priority", ticket.priority);
  const type = value("type", ticket.ticketType);
  const fields = ticket.customFields.map((field) => fieldValue(field, pickLists));
  const single = [board, status, priority, type, ...fields, ...peopleAndLevels(bundle), ...known];
  const pairs = [
    ...[pair(status, priority), pair(status, type), pair(type, priority)],
    ...fields.map((field) => pair(board, field)),
  ];
  return [
    ...single.map((one) => ({ ...one, kind: "value" as const })),
    ...pairs.map((one) => ({ ...one, kind: "pair" as const })),
    { ...join([status, priority, type]), kind: "combination" },
  ];
}

const nameOf = (ref: Ref | undefined, none: string): string => (ref ? (ref.name ?? ref.id) : none);

function value(name: string, ref: Ref | undefined): Value {
  return { key: `${name}=${ref?.id ?? ""}`, words: nameOf(ref, `no ${name}`) };
}

const pair = (a: Value, b: Value): Value => join([a, b]);

function join(values: readonly Value[]): Value {
  return {
    key: values.map(({ key }) => key).join(" × "),
    words: values.map(({ words }) => words).join(" × "),
  };
}

function fieldValue({ id, caption, value: held }: CustomFieldValue, pickLists: ReadonlySet<string>): Value {
  const shown = pickLists.has(id) || typeof held === "boolean" ? String(held) : shapeOf(held);
  return { key: `field ${id}=${shown}`, words: `${caption}: ${shown}` };
}

function shapeOf(held: string | number): string {
  if (typeof held === "number")
    return held < 0 ? "negative" : held === 0 ? "zero" : Number.isInteger(held) ? "whole" : "decimal";
  if (held.length > LONGEST_ATTRIBUTE) return `longer than ${LONGEST_ATTRIBUTE} characters`;
  return held.includes("\n") ? "several lines" : "filled";
}

function peopleAndLevels({ ticket }: TicketBundle): readonly Value[] {
  const named = (name: string, held: string | undefined) =>
    held ? [{ key: `${name}=${held}`, words: `${name} ${held}` }] : [];
  const referred = (name: string, ref: Ref | undefined) =>
    ref ? [{ key: `${name}=${ref.id}`, words: `${name} ${nameOf(ref, "")}` }] : [];
  return [
    ...[referred("owner", ticket.owner), referred("SLA", ticket.sla), referred("source", ticket.source)],
    ...[named("severity", ticket.severity), named("impact", ticket.impact)],
  ].flat();
}

type Cases = Readonly<Record<string, (bundle: TicketBundle) => boolean>>;

/** What makes a ticket hard to move, by its name for people. */
const CASES: Cases = {
  closed: ({ ticket }) => ticket.closed,
  open: ({ ticket }) => !ticket.closed,
  "a service ticket": ({ ticket }) => ticket.recordType === "ServiceTicket",
  "a project ticket": ({ ticket }) => ticket.recordType !== "ServiceTicket",
  "a merged ticket": ({ ticket }) => ticket.mergedParentTicketId !== undefined,
  "a child ticket": ({ ticket }) => ticket.parentTicketId !== undefined,
  "a contact without e-mail": ({ ticket }) => ticket.contact !== undefined && !ticket.contactEmail,
  "no contact": ({ ticket }) => ticket.contact === undefined,
  "no company": ({ ticket }) => ticket.company === undefined,
  "odd text": ({ notes, ticket }) =>
    ODD_TEXT.test(ticket.summary) || notes.some((note) => ODD_TEXT.test(note.text)),
};

/** What only a call for the ticket tells. */
const READ_CASES: Cases = {
  "no notes": ({ notes }) => notes.length === 0,
  "an internal note": ({ notes }) => notes.some((note) => note.internal),
  "a resolution": ({ notes }) => notes.some((note) => note.kind === "resolution"),
  "a long message": ({ notes }) => notes.some((note) => note.text.length > LONG_MESSAGE),
  "a file": ({ documents = [] }) => documents.some((document) => document.file !== undefined),
  "a file that is missing": ({ documents = [] }) => documents.some(({ missing }) => missing !== undefined),
  "a link in place of a file": ({ documents = [] }) => documents.some(({ url }) => url !== undefined),
  "a configuration": ({ configurations = [] }) => configurations.length > 0,
};

const ALL_CASES: Cases = { ...CASES, ...READ_CASES };

function cases(bundle: TicketBundle, all: Cases): readonly Value[] {
  const found = Object.entries(all).flatMap(([words, holds]) => (holds(bundle) ? [words] : []));
  const billing = new Set(bundle.timeEntries.map((entry) => `time: ${entry.billableOption ?? "unsaid"}`));
  return [...found, ...billing].map((words) => ({ key: `case=${words}`, words }));
}
