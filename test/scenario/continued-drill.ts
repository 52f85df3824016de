// A ticket with a long thread among ordinary ones, and what became of its messages in a workspace.
import type { IntercomSandbox } from "../../sandbox/intercom/start-intercom.ts";
import type { SourceNote } from "../../src/engine/model/source/source.ts";
import { type LoadRecords, makeLoadRecords } from "./load-records.ts";

/** Its ticket; the status is open. */
export const LONG = "1000";
const MINUTE = 60_000;
const START = Date.UTC(2025, 2, 2, 8);

export function aLongNote(name: string, minutes: number): SourceNote {
  const member = { kind: "member", id: "150", name: "Priya Raman" } as const;
  return {
    ...{ id: `${LONG}-${name}`, ticketId: LONG, kind: "discussion", internal: false, author: member },
    text: `Said in ${name}`,
    dateCreated: `${new Date(START + minutes * MINUTE).toISOString().slice(0, 19)}Z`,
  };
}

/** Three tickets, the first of them with so many notes more, and with those that came since. */
export function longRecords(notes: number, later: readonly SourceNote[] = []): LoadRecords {
  const records = makeLoadRecords(3);
  const more = Array.from({ length: notes }, (_item, at) => aLongNote(`note ${at}`, at * 10));
  return {
    ...records,
    bundles: records.bundles.map((bundle) =>
      bundle.ticket.id === LONG ? { ...bundle, notes: [...bundle.notes, ...more, ...later] } : bundle,
    ),
  };
}

/** The ticket's conversations in order, each with its messages as they stand in it. */
export function conversationsOf({ state }: IntercomSandbox) {
  return [...state.conversations.values()]
    .filter(({ custom_attributes }) => custom_attributes.Source_Ticket_ID__c === LONG)
    .toSorted((one, two) => (one.title ?? "").localeCompare(two.title ?? "", "en", { numeric: true }))
    .map((one) => ({
      ...{ id: one.id, title: one.title, state: one.state, body: one.body, total: one.parts.length },
      messages: one.parts
        .filter(({ part_type }) => part_type === "comment" || part_type === "note")
        .map(({ body }) => body ?? ""),
    }));
}

/** Ids differ between workspaces: the conversation's title stands in. */
export function withoutIds({ state }: IntercomSandbox, line: string): string {
  return line.replace(/(conversation[ /])(\d+)/g, (_all, before: string, id: string) => {
    return `${before}${state.conversations.get(id)?.title ?? `?${id}`}`;
  });
}
