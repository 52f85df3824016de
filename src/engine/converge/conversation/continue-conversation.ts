// A conversation with more messages than can be read back → a chain of conversations, linked both ways.
import { continuedRef } from "../../model/continued.ts";
import type { DesiredConversation, DesiredPart } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { Applied } from "../../model/operation.ts";
import type { SourceRef } from "../../model/source/source.ts";
import { parseStep, printStep } from "../../model/step.ts";
import { headOf } from "../../values/convert.ts";
import { actingAdmin } from "./acting-admin.ts";
import { LINK_HREF, LINK_ID } from "./parts.ts";

/** Intercom gives the newest 500 parts back, and each trace of ours is one of them. */
const READABLE = 500;
/** Two assignments, a state and its return, the notes that link. */
const OWN = 6;
/** For what comes later: changes of attributes, assignees and states, notes about edits. */
const LATER = 50;
/** An attribute more or less must not move the limit from run to run. */
const STEP = 25;

/** Messages in one conversation: an attribute leaves a part of its own (an example of the description). */
export function roomFor({ attributes }: Pick<DesiredConversation, "attributes">): number {
  const traces = Object.keys(attributes).length + OWN;
  return READABLE - LATER - Math.ceil(traces / STEP) * STEP;
}

/** Of a ticket with as many attributes as most maps give it; for figures before there is a map. */
export const MAX_PARTS = 400;

/** False where one conversation is enough, and nothing that the journal knows of the first speaks of a second. */
export function mayContinue(whole: DesiredConversation, first: Applied): boolean {
  const room = roomFor(whole);
  return whole.parts.length > room || first.size > room;
}

/**
 * One conversation is answered as it is. `applied`: what the journal knows of the first, the second, …: a message that
 * was written stays where it is, whatever came since; others fill the first conversation that has room, oldest first,
 * so that with full ones before it all that is new goes to the last. What an older version wrote as one long
 * conversation stays one.
 */
export function continueConversation(
  whole: DesiredConversation,
  applied: readonly Applied[],
  limit: number = roomFor(whole),
): readonly DesiredConversation[] {
  const places = placeParts(whole.parts, applied, limit);
  const begun = applied.findLastIndex((known) => [...known.values()].some(isWritten));
  const count = Math.max(1, begun + 1, ...[...places.values()].map((place) => place + 1));
  if (count === 1) return [whole];
  return Array.from({ length: count }, (_item, place) => {
    const own = whole.parts.filter((part) => places.get(part) === place);
    return assembleOne(whole, own, place, count);
  });
}

interface Known {
  readonly step: string;
  readonly state: string;
}

/** An intent binds nothing: its request never left. */
const isWritten = ({ state }: Known): boolean => state !== "intended";

/** Where each message belongs, from 0. */
function placeParts(
  parts: readonly DesiredPart[],
  applied: readonly Applied[],
  limit: number,
): ReadonlyMap<DesiredPart, number> {
  const places = new Map<DesiredPart, number>();
  // Messages that the source no longer has, and notes about edits, take room as well.
  const taken = applied.map((known) => [...known.values()].filter(takesRoom).length);
  const free: DesiredPart[] = [];
  for (const part of parts) {
    const place = applied.findIndex((known) => {
      const step = known.get(printStep({ kind: "part", key: part.key }));
      return step !== undefined && isWritten(step);
    });
    if (place < 0) free.push(part);
    else places.set(part, place);
  }
  let place = 0;
  for (const part of free) {
    while ((taken[place] ?? 0) >= limit) place += 1;
    taken[place] = (taken[place] ?? 0) + 1;
    places.set(part, place);
  }
  return places;
}

const BACK = "continues";
const FORTH = "goes-on";
const LINKS: ReadonlySet<string> = new Set([BACK, FORTH]);

function takesRoom(known: Known): boolean {
  const step = parseStep(known.step);
  return step !== undefined && "key" in step && !LINKS.has(step.key) && isWritten(known);
}

const MAX_TITLE_CHARS = 255;

/** Nothing here may depend on how many conversations there are, or on what the others hold: that changes later. */
function assembleOne(
  whole: DesiredConversation,
  own: readonly DesiredPart[],
  place: number,
  count: number,
): DesiredConversation {
  const { id } = whole.source;
  const refOf = (at: number) => (at === 0 ? whole.source : continuedRef(id, at + 1));
  const { snoozedUntil: _asleep, ...rest } = whole;
  // People work in the last one.
  const one: DesiredConversation = place === count - 1 ? whole : { ...rest, state: "closed" };
  const end = Math.max(whole.createdAt, ...own.map(({ createdAt }) => createdAt));
  const parts = [
    ...(place === 0
      ? []
      : [linkNote(whole, BACK, "This conversation continues", refOf(place - 1), whole.createdAt)]),
    ...own,
    ...(place === count - 1 ? [] : [linkNote(whole, FORTH, "This ticket goes on in", refOf(place + 1), end)]),
  ];
  if (place === 0) {
    const args = { messages: whole.parts.length, conversations: count };
    const detail = { code: "messages_in_conversations", args } as const;
    const alterations = [...whole.alterations, { field: "parts", what: "split" as const, detail }];
    return { ...one, parts, alterations };
  }
  const mark = ` (part ${place + 1})`;
  const room = MAX_TITLE_CHARS - mark.length;
  return {
    ...one,
    source: refOf(place),
    title: `${whole.title.length > room ? headOf(whole.title, room) : whole.title}${mark}`,
    body: `[Ticket #${id}, continued: part ${place + 1}]`,
    parts,
    // What the opening had to leave is told of the first one.
    alterations: whole.alterations.filter(({ field }) => field !== "body" && field !== "createdAt"),
  };
}

/** Its digest is the same for ever: another time of it is no edit. */
function linkNote(
  whole: DesiredConversation,
  key: string,
  words: string,
  link: SourceRef,
  createdAt: number,
): DesiredPart {
  return {
    key,
    author: { kind: "admin", id: actingAdmin(whole) },
    messageType: "note",
    body: `<p>${words} <a href="${LINK_HREF}">conversation ${LINK_ID}</a>.</p>`,
    createdAt,
    digest: contentHash({ key, link }),
    link,
  };
}
