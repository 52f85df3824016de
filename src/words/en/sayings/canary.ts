// English: what a canary finds that stops a run.
import type { Writer } from "../../../engine/model/profile.ts";
import type { CanaryErrors } from "../../../engine/model/sayings/errors-of-canary.ts";
import type { Explained, TextsOf } from "../../say.ts";

const WRITERS_EN: Readonly<Record<Writer, string>> = {
  opening: "opening messages",
  contact: "contacts' replies",
  admin: "teammates' comments",
  note: "internal notes",
};

const whose = (writers: readonly Writer[]) => writers.map((writer) => WRITERS_EN[writer]).join(", ");
const MOST = 5;
const CHANGES: Readonly<Record<"seat" | "attribute" | "twin" | "default", (names: string) => string>> = {
  seat: (names) => `${names} can't write or be assigned any more`,
  attribute: (names) => `the attributes ${names} are archived or renamed`,
  twin: (names) => `two active attributes are called ${names}, so Intercom refuses attributes everywhere`,
  default: () => "new conversations are assigned to somebody else by themselves",
};

export const canaryErrors: TextsOf<CanaryErrors, Explained> = {
  canary_answered: () => ({
    message:
      "Something answered our own test conversation in Intercom, as it would answer the conversations of your customers.",
    remedy:
      "Pause workflows, Fin, surveys and auto-replies in Intercom (or except conversations made by API), then resume.",
  }),
  canary_lost: ({ conversationId }) => ({
    message: `Our own test conversation (${conversationId}) can't be read back from Intercom.`,
    remedy: "Look whether a workflow or a person deletes or merges new conversations, then resume.",
  }),
  canary_refused: ({ error }, { explain }) => ({
    message: `Intercom refused our own test conversation, and would refuse every ticket. ${explain(error).message}`,
    remedy: "Mend in Intercom what it says, then resume.",
  }),
  canary_not_deleted({ left, first }, { explain }) {
    const before = first === undefined ? undefined : explain(first);
    const ids = left.length === 0 ? "" : ` Still there: ${left.join(", ")}.`;
    const own = `${left.length === 0 ? "Give" : "Delete them in Intercom, give"} the token's app the right to delete conversations and contacts, then resume.`;
    const refused =
      "Intercom does not let us delete our own test records, so what is moved could not be taken back.";
    return {
      message: `${before ? `${before.message} ` : ""}${refused}${ids}`,
      remedy: `${before ? `${before.remedy} ` : ""}${own}`,
    };
  },
  times_not_kept: ({ of }) => ({
    message: `This Intercom workspace does not keep the original times of ${whose(of)}: they would look as if they were written today.`,
    remedy:
      "Ask Intercom's support to accept original times (created_at) by API in this workspace, as ticket migrations need it, then resume.",
  }),
  texts_not_kept: ({ of }) => ({
    message: `This Intercom workspace does not keep the words of ${whose(of)}: what looks like a tag, such as an address in angle brackets, or more is lost.`,
    remedy: "Report this with the preflight page: texts have to be sent to this workspace in another way.",
  }),
  files_not_kept: () => ({
    message: "Files that are uploaded with a message do not come back from this Intercom workspace.",
    remedy: "Allow attachments in Intercom's settings, then resume.",
  }),
  workspace_changed: ({ what, names }) => ({
    message: `The Intercom workspace changed while the run went on: ${CHANGES[what](names.join(", "))}.`,
    remedy: "Change it back in Intercom, or the map, then resume: nothing is lost or written twice.",
  }),
  attributes_not_kept({ names }) {
    const more = names.length > MOST ? ` and ${names.length - MOST} more` : "";
    return {
      message: `These attributes do not come back from Intercom as they were written: ${names.slice(0, MOST).join(", ")}${more}.`,
      remedy: "Look at their definitions in Intercom (the type, twins of one name), then resume.",
    };
  },
};
