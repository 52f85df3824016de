// Compares a conversation's messages: every desired one in order, and those that nobody asked for.
import type { DesiredConversation, DesiredPart } from "../../model/desired.ts";
import type { ObservedConversation, ObservedPart } from "../../model/observed.ts";
import { originOf } from "../../model/step.ts";
import { toPlainText } from "../../values/text.ts";
import { addressesIn, leadsTo, nameOf } from "../addresses.ts";
import type { CompareTools } from "../object-kind.ts";
import { compareFiles } from "../same-files.ts";
import { sameText, sayFiles, show, type VerdictList } from "../verdicts.ts";
import { PartMatches, textOf } from "./match-parts.ts";
import { nameLink } from "./parts.ts";

interface Comparing {
  readonly matches: PartMatches;
  readonly verdicts: VerdictList;
  /** Kind and destination id. */
  readonly authorOf: (part: Pick<DesiredPart, "author">) => string;
}

export function compareParts(
  desired: DesiredConversation,
  observed: ObservedConversation,
  { link, verdicts, options: { importedAt } }: CompareTools,
): void {
  const authorOf = ({ author }: Pick<DesiredPart, "author">) =>
    author.kind === "admin"
      ? `admin ${author.id}`
      : `contact ${link(author.source) ?? `contact ${author.source.id}`}`;
  const messages = observed.parts.filter((part) => part.messageType !== "other");
  // A note that leads to another conversation must name that very one.
  const parts = desired.parts.map((part) => nameLink(part, (ref) => link(ref) ?? nameOf(ref)));
  const matches = new PartMatches(parts, messages, authorOf);
  const comparing: Comparing = { matches, verdicts, authorOf };
  compareOpening(desired, observed, comparing);
  // Intercom returns the newest 500 parts: what is older than the oldest returned can't be read back.
  const oldest = observed.partsCut ? Math.min(...messages.map((part) => part.createdAt)) : 0;
  let unreadable = 0;
  let last: Compared | undefined;
  for (const part of parts) {
    const found = matches.of(part);
    if (found) {
      comparePart({ part, found }, last, comparing);
      if (part.link) compareLink(part, link(part.link) ?? nameOf(part.link), found, verdicts);
      last = { part, found };
    } else if (part.createdAt <= oldest) unreadable += 1;
    else verdicts.add(`parts[${part.key}]`, show(textOf(part)), "nothing", "missing");
  }
  if (unreadable > 0) {
    const reason = { code: "older_parts_unread" } as const;
    verdicts.add("parts", `${unreadable} older parts`, "not readable", "altered", reason);
  }
  const end = Math.max(desired.createdAt, ...desired.parts.map((part) => part.createdAt));
  for (const part of matches.rest()) {
    // What people write comes after the import; nobody can date it earlier.
    const early = importedAt === undefined ? part.createdAt <= end : part.createdAt < importedAt;
    if (early || matches.isDouble(part)) {
      verdicts.add(`parts[+${part.id}]`, "nothing", show(toPlainText(part.body)), "extra");
    }
  }
}

function compareOpening(
  desired: DesiredConversation,
  observed: ObservedConversation,
  { matches, verdicts, authorOf }: Comparing,
): void {
  const found = toPlainText(observed.body);
  // Escaped or not, Intercom must show the very text.
  const same = sameText(desired.body, found) || sameText(desired.body, observed.body);
  const author = { kind: "contact", source: desired.contact } as const;
  if (!same && matches.takeRevision({ author, body: desired.body })) {
    verdicts.add("body", show(desired.body), show(found), "altered", EDITED);
  } else verdicts.check("body", desired.body, found, () => same);
  if (observed.author) {
    verdicts.check("body.author", authorOf({ author }), `${observed.author.kind} ${observed.author.id}`);
  }
}

interface Compared {
  readonly part: DesiredPart;
  readonly found: ObservedPart;
}

/** Our own notes about a ticket, which may be added when it changes: at its time, after what is there already. */
const isOwnNote = ({ part }: Compared): boolean => originOf(part.key).kind === "own";

/** Parts of one second must keep their order; others are ordered by their times, and twins have none. */
function isSwapped(last: Compared, next: Compared, matches: PartMatches): boolean {
  return (
    !isOwnNote(last) &&
    !isOwnNote(next) &&
    last.found.createdAt === next.found.createdAt &&
    matches.positionOf(last.found) > matches.positionOf(next.found) &&
    !sameText(textOf(last.part), textOf(next.part))
  );
}

/** Words are compared with the others: this is where they lead to. */
function compareLink({ key }: DesiredPart, id: string, { body }: ObservedPart, verdicts: VerdictList): void {
  const found = addressesIn(body).find((address) => leadsTo(address, id));
  verdicts.check(`parts[${key}].link`, id, found === undefined ? undefined : id);
}

const RENAMED = { code: "files_renamed" } as const;
const EDITED = { code: "edited_since" } as const;

function comparePart(
  { part, found }: Compared,
  last: Compared | undefined,
  { matches, verdicts, authorOf }: Comparing,
): void {
  const field = (name: string) => `parts[${part.key}].${name}`;
  verdicts.check(field("createdAt"), part.createdAt, found.createdAt);
  verdicts.check(field("author"), authorOf(part), `${found.author.kind} ${found.author.id}`);
  // Where the part's type doesn't tell who may read it, nothing contradicts.
  if (found.messageType !== "message")
    verdicts.check(field("audience"), part.messageType as string, found.messageType);
  const same = sameText(textOf(part), toPlainText(found.body));
  if (!same && matches.takeRevision(part)) {
    verdicts.add(field("body"), show(textOf(part)), show(toPlainText(found.body)), "altered", EDITED);
  } else verdicts.check(field("body"), textOf(part), toPlainText(found.body), () => same);
  if (part.attachments || found.attachments) {
    const [wanted, there] = [sayFiles(part.attachments), sayFiles(found.attachments)];
    const files = compareFiles(part.attachments, found.attachments);
    if (files === "renamed") verdicts.add(field("attachments"), wanted, there, "altered", RENAMED);
    else
      verdicts.check(field("attachments"), wanted || "nothing", there || undefined, () => files === "same");
  }
  if (last && isSwapped(last, { part, found }, matches)) {
    verdicts.add(field("order"), `after ${last.found.id}`, `before ${last.found.id}`, "different");
  }
}
