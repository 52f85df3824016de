// Notes and time entries of a ticket → messages with author, audience and original time.
import type { Alteration } from "../model/desired.ts";
import type { SourceNote, TicketBundle } from "../model/source/source.ts";
import { isBelievable, toUnix } from "../values/dates.ts";
import type { TransformContext } from "./context.ts";
import type { Message } from "./message.ts";
import type { Requester } from "./people.ts";
import { resolveAuthor, resolveMember } from "./people.ts";
import { describeTimeEntry } from "./time-entry.ts";

/**
 * All messages after the opening one. What the customer read of a time entry is a message of its member; hours, rate and
 * internal words are an internal note beside it. A message whose time can't be believed takes the ticket's, and says so.
 */
export function assembleMessages(
  { notes, timeEntries }: TicketBundle,
  opening: SourceNote | undefined,
  requester: Requester,
  createdAt: number,
  context: TransformContext,
  alterations: Alteration[],
): readonly Message[] {
  const dated = (key: string, date: string): { createdAt: number; remark: string } => {
    const at = toUnix(date);
    if (isBelievable(at, context.runAt)) return { createdAt: at, remark: "" };
    const shown = date.trim().slice(0, 40) || "none";
    alterations.push({
      field: `parts[${key}].createdAt`,
      what: "replaced",
      detail: { code: "date_not_believable", args: { shown, instead: "ticket" } },
    });
    return { createdAt, remark: `[Date in ConnectWise: ${shown}] ` };
  };
  const ofNotes = notes
    .filter((note) => note !== opening)
    .map((note): Message => {
      const key = `note:${note.id}`;
      const internal = note.internal || note.kind === "internal";
      const { author, prefix } = resolveAuthor(note, internal, requester, context);
      if (author.kind === "admin" && prefix !== "") {
        const detail = { code: "by_fallback_admin", args: { name: prefix.trim() } } as const;
        alterations.push({ field: `parts[${key}].author`, what: "replaced", detail });
      }
      const time = dated(key, note.dateCreated);
      // A text of white space alone stays empty, mark or not, and is dropped as such.
      const marked = note.kind === "resolution" && note.text.trim() !== "";
      const text = marked ? `Resolution:\n${note.text}` : note.text;
      return {
        key,
        author,
        prefix: `${time.remark}${prefix}`,
        messageType: internal ? "note" : "comment",
        text,
        createdAt: time.createdAt,
        // Older versions told the audience by another flag.
        former: { messageType: internal ? "comment" : "note" },
      };
    });
  const ofTime = timeEntries.flatMap((entry): Message[] => {
    const key = `time:${entry.id}`;
    const time = dated(key, entry.timeStart);
    const { createdAt: at } = time;
    const { author, prefix } = resolveMember(entry.member, context);
    // The text names the technician anyway.
    const hours = { key, author, prefix: time.remark, messageType: "note" as const, createdAt: at };
    const shown = entry.notes?.trim();
    // Older versions told all of an entry in one internal note.
    const told = describeTimeEntry(entry, context, "with notes", "an older version");
    const former = { text: told, messageType: "note" as const };
    if (entry.shownAs === undefined || !shown) {
      return [{ ...hours, text: describeTimeEntry(entry, context), former }];
    }
    const answer: Message = {
      key: `${key}:shown`,
      author,
      prefix: `${time.remark}${prefix}`,
      messageType: "comment",
      text: entry.shownAs === "resolution" ? `Resolution:\n${shown}` : shown,
      createdAt: at,
      within: { key, ...former },
    };
    if (prefix !== "") {
      const detail = { code: "by_fallback_admin", args: { name: prefix.trim() } } as const;
      alterations.push({ field: `parts[${answer.key}].author`, what: "replaced", detail });
    }
    return [answer, { ...hours, text: describeTimeEntry(entry, context, "without notes"), former }];
  });
  return [...ofNotes, ...ofTime];
}
