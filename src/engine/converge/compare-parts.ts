// Compares a conversation's messages: every desired one in order, and those that nobody asked for.
import type { DesiredConversation, DesiredPart } from "../model/desired.ts";
import type { ObservedConversation, ObservedPart } from "../model/observed.ts";
import type { SourceRef } from "../model/source.ts";
import { normalizeText, toPlainText } from "../transform/text.ts";
import { revisionBody } from "./parts.ts";
import { type CompareOptions, sameText, show, type VerdictList } from "./verdicts.ts";

type Link = (ref: SourceRef) => string | undefined;

export function compareParts(
  desired: DesiredConversation,
  observed: ObservedConversation,
  link: Link,
  verdicts: VerdictList,
  { importedAt }: CompareOptions,
): void {
  const messages = observed.parts.filter((part) => part.messageType !== "other");
  const pool = new PartPool(messages);
  compareOpening(desired, observed, pool, verdicts);
  // Intercom returns the newest 500 parts: what is older than the oldest returned can't be read back.
  const oldest = observed.partsCut ? Math.min(...messages.map((part) => part.createdAt)) : 0;
  let unreadable = 0;
  let last: ObservedPart | undefined;
  for (const part of desired.parts) {
    const found = pool.take(part);
    if (found) {
      comparePart(part, found, last, link, pool, verdicts);
      last = found;
    } else if (part.createdAt <= oldest) unreadable += 1;
    else verdicts.add(`parts[${part.key}]`, textOf(part), "nothing", "missing");
  }
  if (unreadable > 0) {
    const reason = "Intercom returns the newest 500 parts; older ones are proved by the journal alone";
    verdicts.add("parts", `${unreadable} older parts`, "not readable", "altered", reason);
  }
  const end = Math.max(desired.createdAt, ...desired.parts.map((part) => part.createdAt));
  for (const part of pool.rest()) {
    const claimed = part.createdAt <= end && (importedAt === undefined || part.createdAt < importedAt);
    if (claimed) verdicts.add(`parts[+${part.id}]`, "nothing", show(toPlainText(part.body)), "extra");
  }
}

function compareOpening(
  desired: DesiredConversation,
  observed: ObservedConversation,
  pool: PartPool,
  verdicts: VerdictList,
): void {
  const found = toPlainText(observed.body);
  // Escaped or not, Intercom must show the very text.
  const matches = sameText(desired.body, found) || sameText(desired.body, observed.body);
  const author = { kind: "contact", source: desired.contact } as const;
  if (!matches && pool.takeRevision({ author, body: desired.body })) {
    verdicts.add("body", show(desired.body), show(found), "altered", EDITED);
  } else verdicts.check("body", desired.body, found, () => matches);
}

const EDITED = "edited in ConnectWise since it was moved; a note holds the new text";

function comparePart(
  part: DesiredPart,
  found: ObservedPart,
  last: ObservedPart | undefined,
  link: Link,
  pool: PartPool,
  verdicts: VerdictList,
): void {
  const field = (name: string) => `parts[${part.key}].${name}`;
  const author =
    part.author.kind === "admin"
      ? part.author.id
      : (link(part.author.source) ?? `contact ${part.author.source.id}`);
  verdicts.check(field("createdAt"), part.createdAt, found.createdAt);
  verdicts.check(field("author"), `${part.author.kind} ${author}`, `${found.author.kind} ${found.author.id}`);
  verdicts.check(field("audience"), part.messageType as string, found.messageType);
  const matches = sameText(textOf(part), toPlainText(found.body));
  if (!matches && pool.takeRevision(part)) {
    verdicts.add(field("body"), show(textOf(part)), show(toPlainText(found.body)), "altered", EDITED);
  } else verdicts.check(field("body"), textOf(part), toPlainText(found.body), () => matches);
  // Parts of one second must keep their order; others are ordered by their times.
  if (last && last.createdAt === found.createdAt && pool.positionOf(last) > pool.positionOf(found)) {
    verdicts.add(field("order"), `after ${last.id}`, `before ${last.id}`, "different");
  }
}

/** A desired part's text as people read it. */
function textOf(part: Pick<DesiredPart, "author" | "body">): string {
  return part.author.kind === "admin" ? toPlainText(part.body) : part.body;
}

/** Observed messages not matched yet; found by time and text first, then by text, then by time. */
class PartPool {
  readonly #left = new Set<ObservedPart>();
  readonly #position = new Map<ObservedPart, number>();
  readonly #byTime = new Map<number, ObservedPart[]>();
  readonly #byText = new Map<string, ObservedPart[]>();

  constructor(parts: readonly ObservedPart[]) {
    for (const [position, part] of parts.entries()) {
      this.#left.add(part);
      this.#position.set(part, position);
      push(this.#byTime, part.createdAt, part);
      push(this.#byText, normalizeText(toPlainText(part.body)), part);
    }
  }

  take(part: DesiredPart): ObservedPart | undefined {
    const sameTime = this.#of(this.#byTime.get(part.createdAt));
    const sameText = this.#of(this.#byText.get(normalizeText(textOf(part))));
    const exact = sameTime.find((one) => sameText.includes(one));
    // A note about an edit shares the time of what it is about, and must not stand in for it.
    const found =
      exact ??
      sameText[0] ??
      sameTime.find((one) => one.messageType === part.messageType && !isRevision(one));
    if (found) this.#left.delete(found);
    return found;
  }

  takeRevision(part: Pick<DesiredPart, "author" | "body">): boolean {
    const found = this.#of(this.#byText.get(normalizeText(toPlainText(revisionBody(part)))))[0];
    return found !== undefined && this.#left.delete(found);
  }

  positionOf(part: ObservedPart): number {
    return this.#position.get(part) ?? -1;
  }

  /** What is left, notes about edits aside: earlier versions stay in the conversation. */
  rest(): readonly ObservedPart[] {
    return [...this.#left].filter((part) => !isRevision(part));
  }

  #of(parts: readonly ObservedPart[] = []): readonly ObservedPart[] {
    return parts.filter((part) => this.#left.has(part));
  }
}

const REVISION_START = normalizeText(
  toPlainText(revisionBody({ author: { kind: "admin", id: "" }, body: "" })),
);
const isRevision = (part: ObservedPart): boolean =>
  part.messageType === "note" && normalizeText(toPlainText(part.body)).startsWith(REVISION_START);

function push<K>(index: Map<K, ObservedPart[]>, key: K, part: ObservedPart): void {
  const known = index.get(key);
  if (known) known.push(part);
  else index.set(key, [part]);
}
