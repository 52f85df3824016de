// Which observed message stands for which desired part: the best likeness first, so that one fault stays one.
import type { DesiredPart } from "../../model/desired.ts";
import type { ObservedPart } from "../../model/observed.ts";
import { normalizeText, toPlainText } from "../../values/text.ts";
import { revisionBody } from "./parts.ts";

type AuthorOf = (part: DesiredPart) => string;

/** A desired part's text as people read it. */
export function textOf(part: Pick<DesiredPart, "author" | "body">): string {
  return part.author.kind === "admin" ? toPlainText(part.body) : part.body;
}

const REVISION_START = normalizeText(
  toPlainText(revisionBody({ author: { kind: "admin", id: "" }, body: "" })),
);

/** A note that tells of an edit: it shares the time of what it is about, and must not stand in for it. */
const isRevision = (part: ObservedPart): boolean =>
  part.messageType === "note" && normalizeText(toPlainText(part.body)).startsWith(REVISION_START);

export class PartMatches {
  readonly #left = new Set<ObservedPart>();
  readonly #position = new Map<ObservedPart, number>();
  readonly #text = new Map<ObservedPart, string>();
  readonly #byTime = new Map<number, ObservedPart[]>();
  readonly #byText = new Map<string, ObservedPart[]>();
  readonly #found = new Map<DesiredPart, ObservedPart>();

  /**
   * Whole likenesses take their message before half ones do: else a message that was moved in time would take its
   * twin's, and both would look wrong. `authorOf`: kind and destination id of a desired part's author.
   */
  constructor(desired: readonly DesiredPart[], messages: readonly ObservedPart[], authorOf: AuthorOf) {
    for (const [position, part] of messages.entries()) {
      const text = normalizeText(toPlainText(part.body));
      this.#left.add(part);
      this.#position.set(part, position);
      this.#text.set(part, text);
      push(this.#byTime, part.createdAt, part);
      push(this.#byText, text, part);
    }
    const rounds: readonly ((part: DesiredPart) => ObservedPart | undefined)[] = [
      (part) => this.#exact(part).find((one) => isOf(one, part, authorOf)),
      (part) => this.#exact(part)[0],
      (part) => this.#alike(part).find((one) => isOf(one, part, authorOf)),
      (part) => this.#alike(part)[0],
      (part) => this.#sameTime(part).find((one) => isOf(one, part, authorOf) && !isRevision(one)),
      (part) => this.#sameTime(part).find((one) => hasType(one, part) && !isRevision(one)),
    ];
    for (const round of rounds) {
      for (const part of desired) {
        if (this.#found.has(part)) continue;
        const found = round(part);
        if (!found) continue;
        this.#left.delete(found);
        this.#found.set(part, found);
      }
    }
  }

  of(part: DesiredPart): ObservedPart | undefined {
    return this.#found.get(part);
  }

  /** The note that tells of an edit of this part, once. */
  takeRevision(part: Pick<DesiredPart, "author" | "body">): boolean {
    const found = this.#still(this.#byText.get(normalizeText(toPlainText(revisionBody(part)))))[0];
    return found !== undefined && this.#left.delete(found);
  }

  positionOf(part: ObservedPart): number {
    return this.#position.get(part) ?? -1;
  }

  /** What is left, notes about edits aside: earlier versions stay in the conversation. */
  rest(): readonly ObservedPart[] {
    return [...this.#left].filter((part) => !isRevision(part));
  }

  /** True for a second copy of a message that stands for a part: time and text are those of it. */
  isDouble(part: ObservedPart): boolean {
    return [...this.#found.values()].some(
      (one) => one.createdAt === part.createdAt && this.#text.get(one) === this.#text.get(part),
    );
  }

  #exact(part: DesiredPart): readonly ObservedPart[] {
    return this.#alike(part).filter((one) => one.createdAt === part.createdAt);
  }

  #alike(part: DesiredPart): readonly ObservedPart[] {
    return this.#still(this.#byText.get(normalizeText(textOf(part))));
  }

  #sameTime(part: DesiredPart): readonly ObservedPart[] {
    return this.#still(this.#byTime.get(part.createdAt));
  }

  #still(parts: readonly ObservedPart[] = []): readonly ObservedPart[] {
    return parts.filter((part) => this.#left.has(part));
  }
}

/** A message whose type doesn't tell who may read it may be either. */
const hasType = (observed: ObservedPart, part: DesiredPart): boolean =>
  observed.messageType === part.messageType || observed.messageType === "message";

function isOf(observed: ObservedPart, part: DesiredPart, authorOf: AuthorOf): boolean {
  const author = `${observed.author.kind} ${observed.author.id}`;
  return hasType(observed, part) && author === authorOf(part);
}

function push<K>(index: Map<K, ObservedPart[]>, key: K, part: ObservedPart): void {
  const known = index.get(key);
  if (known) known.push(part);
  else index.set(key, [part]);
}
