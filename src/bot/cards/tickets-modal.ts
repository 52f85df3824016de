// Three tickets of the sample as people will see them: what ConnectWise says, and what Intercom shows.
import type { SampleDiff } from "../../engine/engine.ts";
import type { Admin } from "../../engine/model/observed.ts";
import type { FieldVerdict } from "../../engine/model/reports/certificate.ts";
import { moment } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import { context, divider, type Modal, plain, section } from "../blocks/block.ts";
import { formatField } from "../blocks/format-value.ts";
import { escapeMrkdwn, joinWithin } from "../blocks/limits.ts";

const TICKETS = 3;
const ATTRIBUTES = 8;
const PARTS = 4;

type Shown = Pick<SampleDiff, "rows" | "written">;

/** Those with the most messages first, and of different states where there are such. */
export function chooseTickets({ rows }: Shown): readonly (readonly FieldVerdict[])[] {
  const byTicket = new Map<string, FieldVerdict[]>();
  for (const row of rows)
    if (row.source.type === "ticket")
      byTicket.set(row.source.id, [...(byTicket.get(row.source.id) ?? []), row]);
  const bodies = (ticket: readonly FieldVerdict[]) =>
    ticket.filter(({ field }) => field.endsWith(".body")).length;
  const stateOf = (ticket: readonly FieldVerdict[]) => ticket.find(({ field }) => field === "state")?.desired;
  const all = [...byTicket.values()];
  // A page of rows may hold only a part of a ticket.
  const whole = all.filter((ticket) => ticket.some(({ field }) => field === "title") && stateOf(ticket));
  const ranked = (whole.length > 0 ? whole : all).toSorted((a, b) => bodies(b) - bodies(a));
  const firsts = ranked.filter(
    (ticket, index) => ranked.findIndex((other) => stateOf(other) === stateOf(ticket)) === index,
  );
  return [...firsts, ...ranked.filter((ticket) => !firsts.includes(ticket))].slice(0, TICKETS);
}

const format = (value: string): string => escapeMrkdwn(value, 160);

/** Attributes that trace a record, and tell a reader nothing. */
const TRACES = /^attributes\.(?:Source_|Original_(?:Create|Closed)_Date)/;

/** Unix seconds and ISO-8601 as the reader's own time; anything else as it is. */
function formatTime(value: string): string {
  if (/^\d{9,11}$/.test(value)) return moment(new Date(Number(value) * 1000).toISOString());
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? moment(value) : format(value);
}

function describeTicket(
  ticket: readonly FieldVerdict[],
  { written }: Shown,
  admins: readonly Admin[],
  words: Words,
): string {
  const text = words.sample;
  const rowOf = (field: string) => ticket.find((row) => row.field === field);
  const result = (row: FieldVerdict): string => (written ? row.observed : row.desired);
  const states: Readonly<Record<string, string>> = words.map.states;
  const line = (label: string, source: string, destination: string) =>
    text.fieldLine(label, source, destination);
  const known: readonly (readonly [string, string, (row: FieldVerdict) => string])[] = [
    ["state", text.fields.state, (row) => states[result(row)] ?? format(result(row))],
    ["createdAt", text.fields.createdAt, (row) => formatTime(result(row))],
    ["contact", text.fields.contact, (row) => format(row.sourceValue ?? row.desired)],
    // The rule names the team; what Intercom answers is its id.
    ["teamId", text.fields.team, (row) => format(row.rule?.split("→ ")[1] ?? result(row))],
    [
      "adminId",
      text.fields.assignee,
      (row) => format(admins.find(({ id }) => id === result(row))?.name ?? result(row)),
    ],
  ];
  const [first] = ticket;
  const title = rowOf("title");
  const attributes = ticket.filter(({ field }) => field.startsWith("attributes.") && !TRACES.test(field));
  const parts = ticket.filter(({ field }) => field.endsWith(".body"));
  const more = Math.max(0, attributes.length - ATTRIBUTES) + Math.max(0, parts.length - PARTS);
  return joinWithin([
    text.ticket(escapeMrkdwn(first?.source.id ?? "", 40), format(title ? result(title) : "")),
    ...known.flatMap(([field, label, print]) => {
      const row = rowOf(field);
      if (!row) return [];
      const source = row.sourceValue === undefined ? undefined : formatTime(row.sourceValue);
      return [line(label, field === "createdAt" ? print(row) : (source ?? print(row)), print(row))];
    }),
    ...attributes
      .slice(0, ATTRIBUTES)
      .map((row) =>
        line(
          format(formatField(row.field, words)),
          formatTime(row.sourceValue ?? row.desired),
          formatTime(result(row)),
        ),
      ),
    ...parts.slice(0, PARTS).map((row) => `> ${text.part}: ${format(result(row))}`),
    ...(more > 0 ? [text.moreFields(more)] : []),
  ]);
}

export function buildTicketsModal(sample: Shown | undefined, admins: readonly Admin[], words: Words): Modal {
  const text = words.sample;
  const tickets = sample ? chooseTickets(sample) : [];
  return {
    type: "modal",
    callback_id: "modal.tickets",
    title: plain(text.ticketsTitle, 24),
    close: plain(text.close, 24),
    private_metadata: "",
    blocks: [
      section(tickets.length > 0 ? text.ticketsIntro : text.noTickets),
      ...(sample
        ? tickets.flatMap((ticket) => [divider, section(describeTicket(ticket, sample, admins, words))])
        : []),
      context(text.next),
    ],
  };
}
