// A ticket's documents → files of the messages that show them, and messages of their own for the rest.
import type { Alteration, DesiredAttachment } from "../model/desired.ts";
import type { SourceDocument } from "../model/source/source.ts";
import { isBelievable, toUnix } from "../values/dates.ts";
import { type ResolvedFile, resolveFile } from "./attachments.ts";
import type { TransformContext } from "./context.ts";
import { replaceInlineImages } from "./inline-images.ts";
import type { Message } from "./message.ts";
import { type ResolvedAuthor, resolveMember, sayName } from "./people.ts";

/** Documents that somebody added within so many seconds belong together. */
const TOGETHER_SECONDS = 60;

/** Hands out each file once: first to the texts that show it as an image, then what is left in messages of their own. */
export class TicketFiles {
  readonly #documents: readonly SourceDocument[];
  readonly #context: TransformContext;
  readonly #alterations: Alteration[];
  readonly #byGuid: ReadonlyMap<string, SourceDocument>;
  readonly #resolved = new Map<string, ResolvedFile>();
  /** `ID comment`, `ID note`: what a customer's message shows must not hang on an internal note alone. */
  readonly #shown = new Set<string>();

  constructor(documents: readonly SourceDocument[], context: TransformContext, alterations: Alteration[]) {
    this.#documents = documents;
    this.#context = context;
    this.#alterations = alterations;
    this.#byGuid = new Map(documents.flatMap((one) => (one.guid ? [[one.guid.toLowerCase(), one]] : [])));
  }

  /** The message with its images named instead of addressed, and carrying those that no message before it carries. */
  illustrate(message: Message): Message {
    const files: DesiredAttachment[] = [];
    const text = replaceInlineImages(message.text, (guid) => {
      const document = this.#byGuid.get(guid);
      if (!document) {
        const detail = { code: "image_not_found" } as const;
        this.#alterations.push({ field: `attachments[inline:${guid}]`, what: "replaced", detail });
        return `[Image that could not be moved: ${guid}]`;
      }
      const file = this.#resolve(document);
      if (file.kind !== "file") return `[Image that could not be moved: ${file.name}, ${file.link}]`;
      const seen = `${document.id} ${message.messageType}`;
      if (!this.#shown.has(seen)) files.push(file.attachment);
      this.#shown.add(seen);
      return `[Image: ${file.attachment.name}]`;
    });
    if (text === message.text) return message;
    return files.length === 0 ? { ...message, text } : { ...message, text, attachments: files };
  }

  /** Messages for the documents that no text shows, by who added them, dated when they were added. */
  messages(createdAt: number): readonly Message[] {
    const shown = new Set([...this.#shown].map((seen) => seen.slice(0, seen.lastIndexOf(" "))));
    const left = this.#documents
      .filter((one) => !shown.has(one.id) && !one.id.startsWith("inline:"))
      .map((document) => this.#describe(document, createdAt))
      .sort((a, b) => a.at - b.at);
    const groups: Added[][] = [];
    for (const added of left) {
      const group = groups.findLast(([first]) => first !== undefined && isTogether(first, added));
      if (group) group.push(added);
      else groups.push([added]);
    }
    return groups.flatMap((group) => this.#assemble(group));
  }

  #resolve(document: SourceDocument): ResolvedFile {
    const known = this.#resolved.get(document.id);
    if (known) return known;
    const resolved = resolveFile(document, this.#context, this.#alterations);
    this.#resolved.set(document.id, resolved);
    return resolved;
  }

  #describe(document: SourceDocument, createdAt: number): Added {
    const { runAt } = this.#context;
    const at = toUnix(document.dateEntered);
    return {
      document,
      // Nothing in a conversation is older than its opening.
      at: isBelievable(at, runAt) ? Math.max(at, createdAt) : createdAt,
      by: this.#authorOf(document),
      messageType: document.public ? "comment" : "note",
    };
  }

  /** ConnectWise names who added a document by a member's identifier, or not at all. */
  #authorOf({ enteredBy }: SourceDocument): ResolvedAuthor {
    const named = enteredBy?.toLowerCase();
    const member = [...this.#context.memberById.values()].find(
      ({ identifier }) => identifier.toLowerCase() === named,
    );
    if (member) return resolveMember({ id: member.id, name: member.name }, this.#context);
    const prefix = enteredBy === undefined ? "" : `[${sayName(enteredBy, "Unknown author")}] `;
    return { author: { kind: "admin", id: this.#context.fallbackAdminId }, prefix };
  }

  #assemble(group: readonly Added[]): readonly Message[] {
    const [first] = group;
    if (!first) return [];
    const files = group.map(({ document }) => this.#resolve(document));
    const attachments = files.flatMap((file) => (file.kind === "file" ? [file.attachment] : []));
    const lines = [
      attachments.length > 0
        ? `Attached in ConnectWise: ${attachments.map(({ name }) => name).join(", ")}`
        : "",
      ...files.map((file) => (file.kind === "link" ? `Link in ConnectWise: ${file.name}, ${file.link}` : "")),
      ...files.map((file) =>
        file.kind === "missing" ? `Not moved, ${file.reason}: ${file.name}, ${file.link}` : "",
      ),
    ].filter((line) => line !== "");
    const { author, prefix } = first.by;
    const { messageType, at: createdAt, document } = first;
    const key = `files:${document.id}`;
    return [{ key, author, prefix, messageType, text: lines.join("\n"), createdAt, attachments }];
  }
}

interface Added {
  readonly document: SourceDocument;
  /** Unix seconds. */
  readonly at: number;
  readonly by: ResolvedAuthor;
  readonly messageType: "comment" | "note";
}

function isTogether(first: Added, next: Added): boolean {
  return (
    next.at - first.at <= TOGETHER_SECONDS &&
    first.messageType === next.messageType &&
    JSON.stringify(first.by) === JSON.stringify(next.by)
  );
}
