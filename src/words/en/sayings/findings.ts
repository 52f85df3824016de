// English: what each check of the preflight is called, what it found, and what to do.
import type { FindingArguments } from "../../../engine/model/sayings/findings.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, list, megabytes, percent, some } from "../formats.ts";

export const checkNames: Readonly<Record<string, string>> = {
  connection: "Connection",
  "source-rights": "Rights",
  "source-lists": "Whole lists",
  "source-version": "Version",
  "source-clock": "Clock",
  seats: "Teammates who act",
  "staging-seats": "Teammates who act",
  "attribute-twins": "Attributes of one name",
  "staging-attribute-twins": "Attributes of one name",
  "attribute-room": "Room for attributes",
  "attribute-names": "Names of attributes",
  "shared-emails": "E-mails of several users",
  teams: "Teams",
  quota: "Quota",
  clock: "Clock",
  "api-version": "Version of the API",
  "staging-apart": "A workspace of its own",
  deletion: "Deleting",
  "workspace-profile": "What the workspace does by itself",
  sizes: "Longest ticket, largest file",
  texts: "Texts with tags",
  "file-store": "Place for files",
  database: "Database",
};

const fine = (message: string): Explained => ({ message, remedy: "" });
const LISTS: Readonly<Record<string, string>> = {
  board: "boards",
  member: "members",
  company: "companies",
  contact: "contacts",
};
const SETS = { admin: "a teammate", team: "a team", company: "a company" } as const;

export const findings: TextsOf<FindingArguments, Explained> = {
  could_not_ask({ error }, { explain }) {
    const { message, remedy } = explain(error);
    return { message: `Could not be asked: ${message}`, remedy };
  },
  not_connected: ({ error }, { explain }) => explain(error),
  rights_enough: () => fine("The API member may read all that a move needs."),
  rights_untold: () => ({
    message: "Could not be asked: ConnectWise does not say what the API member may read.",
    remedy:
      "Look in the member's security role that the inquire level is All; lists are compared with counts besides.",
  }),
  rights_short: ({ modules }) => ({
    message: `The API member may not read everything of: ${list(modules.map(({ module, level }) => `${module} (${level})`))}. Lists are shorter then, without a word from ConnectWise.`,
    remedy: "Set the inquire level of these modules to All in the member's security role.",
  }),
  lists_whole: ({ lists }) => fine(`${some(lists, "list is", "lists are")} as long as ConnectWise counts.`),
  lists_short: ({ lists }) => ({
    message: `ConnectWise lists fewer records than it counts: ${list(lists.map(({ type, counted, listed }) => `${count(listed)} of ${count(counted)} ${LISTS[type] ?? type}`))}.`,
    remedy: "Look at the security role of the API member: a customized one hides records. Give it All.",
  }),
  source_version: ({ version }) => fine(`ConnectWise answers as version ${version}.`),
  api_version: ({ version }) => fine(`Intercom answers in version ${version}.`),
  api_version_other: ({ version, wanted }) => ({
    message: `Intercom answers in version ${version}, and was asked for ${wanted}.`,
    remedy: "Report it: answers of another version may be read wrongly.",
  }),
  clock_right: () => fine("Its clock and ours agree."),
  clock_off: ({ seconds }) => ({
    message: `Its clock is ${some(Math.abs(seconds), "second", "seconds")} ${seconds > 0 ? "ahead of" : "behind"} ours.`,
    remedy: "Set the clock of the machine that Cutover runs on by a time server (NTP).",
  }),
  seats_taken: ({ admins }) => fine(`${some(admins, "teammate", "teammates")} can write, assign and close.`),
  nobody_can_act: () => ({
    message: "No teammate of this workspace has an inbox seat, so nobody can write notes, assign or close.",
    remedy: "Give at least one teammate an inbox seat in Intercom.",
  }),
  admin_cannot_act: ({ name, why, fallback }) => ({
    message: `${name}${fallback ? ", who stands in for everybody without a teammate," : ""} ${why === "bot" ? "is a bot, and a bot's words would reach customers" : why === "no-seat" ? "has no inbox seat, and can't write or be assigned" : "is no teammate of this workspace"}.`,
    remedy: fallback
      ? "Choose another fallback in the map, or give this teammate an inbox seat."
      : "Give this teammate an inbox seat, or another one in the map: until then the fallback stands in.",
  }),
  attributes_unique: () => fine("No two active attributes have one name."),
  attributes_twice: ({ names }) => ({
    message: `Two active attributes have one name (${list(names)}). While they do, Intercom refuses attributes on every conversation.`,
    remedy: "Archive one of each in Intercom's settings.",
  }),
  attributes_fit: ({ total, limit }) =>
    fine(`${count(total)} of ${count(limit)} custom attributes will be taken.`),
  attributes_tight: ({ total, limit }) => ({
    message: `${count(total)} of ${count(limit)} custom attributes will be taken.`,
    remedy: "Leave out fields in the map, or archive attributes in Intercom, if you want to add some later.",
  }),
  attributes_refused: ({ error }, { explain }) => explain(error),
  names_fit: () => fine("Intercom takes the names of all attributes."),
  names_refused: ({ names }) => ({
    message: `Intercom takes letters, digits, spaces, hyphens, underscores and currency symbols in the names of contacts' and companies' attributes: ${list(names)}.`,
    remedy: "Give these rows of the map another name.",
  }),
  emails_single: ({ looked }) =>
    fine(`None of ${some(looked, "e-mail", "e-mails")} that were looked up belongs to several users.`),
  emails_shared: ({ emails, looked }) => ({
    message: `Several users of the workspace bear one e-mail: ${list(emails)} (${some(looked, "was", "were")} looked up).`,
    remedy: "Merge these users in Intercom, or decide for each when its exception is shown.",
  }),
  teams_there: ({ teams }) => fine(`All teams of the map exist (${count(teams)} in the workspace).`),
  teams_absent: ({ teams }) => ({
    message: `These teams don't exist yet: ${list(teams)}.`,
    remedy: "Create them in Intercom before the run (no program can), or give their boards another team.",
  }),
  quota_free: ({ share }) => fine(`${percent(share)} of Intercom's quota is free.`),
  quota_busy: ({ share }) => ({
    message: `Only ${percent(share)} of Intercom's quota is free: other apps use the rest.`,
    remedy: "Run when they are quiet, or expect it to take longer.",
  }),
  quota_untold: () => ({
    message: "Could not be asked: Intercom's answer does not say how much of the quota is left.",
    remedy: "Nothing to do: the pace is found from its answers.",
  }),
  may_delete: () => fine("What is moved can be taken back without a trace: the canary was deleted so."),
  numbers_remain: () => ({
    message: "Conversations can be deleted, and their reporting numbers stay.",
    remedy:
      "Give the token's app the scope delete_conversations_and_metrics if a rollback must leave no numbers.",
  }),
  staging_apart: () => fine("Staging is another workspace than production."),
  staging_same: ({ name }) => ({
    message: `Both tokens belong to one Intercom workspace, ${name}: samples would be written to your customers' inbox.`,
    remedy: "Enter the token of a separate test workspace for staging, or leave it empty.",
  }),
  workspace_known: () => fine("The canary found nothing that the workspace sets by itself."),
  workspaces_differ: ({ fields }) => ({
    message: `Staging and production keep things differently (${list(fields)}), so the sample did not show it.`,
    remedy: "Look at the preflight page, and at a sample of production in the inbox once it runs.",
  }),
  workspace_assigns: ({ sets, onReply }) => ({
    message: `The workspace sets ${list([...sets.map((one) => SETS[one]), ...(onReply ? ["whoever replies"] : [])])} on conversations by itself.`,
    remedy: "Switch default assignees and assignment rules off in Intercom for the time of the move.",
  }),
  sizes_fit: ({ messages, bytes }) =>
    fine(
      `The longest ticket has ${some(messages, "message", "messages")}, the largest file ${megabytes(bytes)}.`,
    ),
  ticket_long: ({ ticket, messages, limit }) => ({
    message: `Ticket ${ticket} has ${count(messages)} messages, more than ${count(limit)}: it goes on in a further conversation.`,
    remedy: "Nothing to do: both are linked to each other.",
  }),
  file_large: ({ ticket, bytes, limit }) => ({
    message: `A file of ticket ${ticket} has ${megabytes(bytes)}, over the limit of ${megabytes(limit)}: it is named with its link instead.`,
    remedy: "Raise the limit in the map (40 MB at most) if Intercom takes it.",
  }),
  texts_plain: ({ looked }) => fine(`None of ${some(looked, "text", "texts")} has what looks like a tag.`),
  texts_with_tags: ({ texts, looked, kept }) => ({
    message: `${count(texts)} of ${some(looked, "text", "texts")} that were looked at have what looks like a tag, such as an address in angle brackets${kept === true ? "; the canary saw that Intercom keeps them" : kept === false ? "; the canary saw that Intercom loses them from plain text" : "; the canary asks whether Intercom keeps them"}.`,
    remedy:
      kept === false ? "Nothing to do where the run goes on: they are sent in a form that is kept." : "",
  }),
  files_kept: () => fine("Files can be kept."),
  files_refused: ({ error }, { explain }) => explain(error),
  database_ready: ({ kind }) => fine(`The database answers (${kind}), and the disk has room.`),
  disk_short: ({ bytes }) => ({
    message: `Only ${megabytes(bytes)} are free on the disk that Cutover keeps its data on.`,
    remedy: "Make room, or set CUTOVER_DATA to a larger disk.",
  }),
};
