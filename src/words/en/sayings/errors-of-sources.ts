// English: errors of reading a source.
import type { PagedTypeName, SourceErrors } from "../../../engine/model/sayings/errors-of-sources.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, some } from "../formats.ts";
import { many, one } from "./nouns.ts";

const quoted = (said: string | undefined) => (said === undefined ? "" : ` It says: ${said}`);

const rows = { note: "Note ", document: "Document ", field: "Field ", row: "" } as const;

const lists: Readonly<Record<PagedTypeName, readonly [list: string, consequence: string]>> = {
  board: ["Boards", "Tickets are moved by the names of their boards and statuses alone."],
  member: ["Members", "Tickets are moved with their technicians' names."],
  sla: ["SLAs", "Tickets are moved with the names of their SLAs alone."],
  priority: ["Priorities", "Tickets are moved with the names of their priorities alone."],
  company: ["Companies", "Contacts and tickets are moved without them."],
  contact: ["Contacts", "Tickets are moved for whoever they name themselves."],
  ticket: ["Tickets", "There is nothing to move without them."],
  timeEntry: ["Time entries", "Tickets are moved without them."],
  agreement: ["Agreements", "Tickets are moved without them."],
  project: ["Projects", "Tickets are moved without them."],
  configuration: ["Configurations", "Tickets are moved without them."],
  articleCategory: ["Categories of the knowledge base", "Articles are moved without them."],
  article: ["The knowledge base", "Everything else is moved without it."],
};

export const sourceErrors: TextsOf<SourceErrors, Explained> = {
  credentials_refused: () => ({
    message: "ConnectWise does not accept these credentials.",
    remedy:
      "In ConnectWise open System > Members > API Members, check the company id, create a new pair of keys for the API member, and enter them again. Check the client id as well: it must be your own from developer.connectwise.com, and one that is missing or belongs to somebody else is refused in the same way.",
  }),
  api_host_needed: () => ({
    message: "ConnectWise wants its API host, not the address of the web client.",
    remedy: "Use the address that starts with api-, for example https://api-na.myconnectwise.net.",
  }),
  right_missing: ({ path, said }) => ({
    message: `ConnectWise lets this API member not read ${path}.${quoted(said)}`,
    remedy:
      "Give the API member's security role the inquire level All for this module (and for every service board), then go on.",
  }),
  request_refused: ({ path, status, said }) => ({
    message: `ConnectWise refuses how ${path} was asked (status ${status}).${quoted(said)}`,
    remedy: "Report it with the request id: this ConnectWise wants to be asked in another way.",
  }),
  redirected: ({ status }) => ({
    message: `The address answers with a redirect (status ${status}) instead of ConnectWise's data.`,
    remedy: "Enter the address of ConnectWise's API itself, for example https://api-na.myconnectwise.net.",
  }),
  server_trouble: (args) =>
    args.of === "automate"
      ? {
          message: `ConnectWise Automate answers ${args.what} with status ${args.status}.`,
          remedy: "Try again in some minutes.",
        }
      : {
          message: args.webPage
            ? `A web page with status ${args.status} came back instead of ConnectWise's data.`
            : `ConnectWise answers with status ${args.status}, again and again.`,
          remedy:
            "Wait and resume; everything read so far is kept. If it lasts, look at ConnectWise's status page, or at your server if it is your own.",
        },
  automate_refused: ({ what, status }) => ({
    message: `ConnectWise Automate refuses ${what} (status ${status}).`,
    remedy:
      "Use a user of Automate with the right to see scripts and without a second factor, or leave Automate out.",
  }),
  odd_answer: ({ path, empty, said }) => ({
    message: `ConnectWise's answer to ${path} is ${empty ? "empty" : "no list"}, again and again.${quoted(said)}`,
    remedy:
      "Look at ConnectWise (and at a proxy before it, if there is one), and run the extraction again: nothing was taken as empty.",
  }),
  not_offered: ({ path, status }) => ({
    message: `This ConnectWise does not offer the list ${path} (status ${status}).`,
    remedy:
      "Older versions of ConnectWise lack some lists: nothing to do if you don't use it there. Otherwise update ConnectWise, and run the extraction again.",
  }),
  paging_broken: ({ path }) => ({
    message: `ConnectWise's list ${path} came out of order or with an id twice, so pages can't be trusted.`,
    remedy: "Report it: this ConnectWise version pages differently.",
  }),
  site_invalid: () => ({
    message: "The ConnectWise site is not a web address.",
    remedy: "Enter it like https://api-na.myconnectwise.net, without a user name or password in it.",
  }),
  site_trouble: ({ status }) => ({
    message:
      status === undefined
        ? "A web page came back instead of ConnectWise's data: the address may be wrong, or a proxy answered."
        : `The ConnectWise site answers with status ${status}.`,
    remedy: "Check the address of the site; if it is right, wait a few minutes and try again.",
  }),
  company_unknown: ({ company }) => ({
    message: `ConnectWise knows no company “${company}” on this site.`,
    remedy:
      "Check the company id (the one typed at ConnectWise's login) and that the site is your region's: na, eu, au, za or staging.",
  }),
  notes_unreadable: ({ ticketId, reason }, { say }) => ({
    message: `A note of ticket ${ticketId} could not be read: ${say(reason)}.`,
    remedy: "Correct the row in the export, or export it again, and run the extraction again.",
  }),
  part_row_unreadable: ({ of, id, reason }, { say }) => ({
    message: `${rows[of]}${id}: ${say(reason)}.`,
    remedy: `${of === "note" || of === "document" ? `Open the ${of} in ConnectWise, correct or delete it` : `Correct ${of === "field" ? "the field" : "it"} in ConnectWise`}, and run the extraction again.`,
  }),
  not_found: (args) => {
    switch (args.what) {
      case "path":
        return {
          message: `ConnectWise has no ${args.path} (any more).`,
          remedy: "It was probably deleted in ConnectWise; nothing to do if so.",
        };
      case "unnamed-file":
        return {
          message: "A file has no name that ConnectWise could know.",
          remedy: "Look at the ticket in ConnectWise.",
        };
      case "exported-ticket":
        return {
          message: `Ticket ${args.ticketId} is not in the export.`,
          remedy: "Export the tickets again, with this one among them.",
        };
      case "chosen-ticket":
        return {
          message: `Ticket ${args.ticketId} is not in the source, or may not be read.`,
          remedy: "Check the number, or choose another ticket for the sample.",
        };
    }
  },
  row_unreadable: ({ reason }, { say }) => ({
    message: `A row could not be read: ${say(reason)}.`,
    remedy: "Correct the row in the export, or export it again.",
  }),
  source_unreadable: (args, { say, explain }) => {
    if (args.what === "record") {
      return {
        message: `The ${one(args.type)} ${args.id} could not be read: ${say(args.reason)}.`,
        remedy: "Correct it in the source (or give the missing right), and run the extraction again.",
      };
    }
    const { message, remedy } = explain(args.error);
    if (args.what === "list") {
      const [list, consequence] = lists[args.type];
      return { message: `${list} can't be read: ${message} ${consequence}`, remedy };
    }
    const more = args.records > args.names.length ? ", …" : "";
    return {
      message: `The ${args.part} of ${some(args.records, one(args.type), many(args.type))} (${args.names.join(", ")}${more}) could not be read: ${message}`,
      remedy,
    };
  },
  source_hole: ({ type, counted, read, missing }) => ({
    message: `The source counts ${some(counted, one(type), many(type))}, and ${count(read)} could be read: ${count(missing)} ${missing === 1 ? "is" : "are"} missing.`,
    remedy:
      "Usually a right of the API member is “My” instead of “All”, or a board is closed to it. Correct the role in the source and run the extraction again.",
  }),
  source_shrunk: ({ type, gone, staged }) => ({
    message: `${count(gone)} of ${some(staged, one(type), many(type))} can't be found in the source any more.`,
    remedy:
      "So many are rarely deleted at once: check the API member's rights. Nothing was taken as deleted.",
  }),
  file_not_kept: ({ ticketId, documentId, error }, { explain }) => ({
    message: `A file of ticket ${ticketId} was not downloaded (document ${documentId}): ${explain(error).message}`,
    remedy:
      "The ticket is moved with the file's name and link in its place. Move the file by hand if it matters.",
  }),
  unknown_time_zone: ({ timeZone }) => ({
    message: `“${timeZone}” is no time zone.`,
    remedy: "Write it as in “America/New_York” or “Europe/Berlin”, under source.csv.timeZone.",
  }),
  csv_date_order: ({ examples }) => ({
    message: `Day and month can't be told apart in dates such as ${examples.join(", ")}.`,
    remedy: 'Say how they are written: "dateOrder": "dmy", "mdy" or "ymd" under source.csv.',
  }),
  csv_zone_names: ({ names, examples }) => ({
    message: `${names.join(", ")} can be the time of several zones, in dates such as ${examples.join(", ")}.`,
    remedy: `Say which is meant: "zones": {"${names[0]}": "America/New_York"} (or "-05:00") under source.csv.`,
  }),
  note_undated: () => ({ message: "A note has no date.", remedy: "Export the notes with their dates." }),
  csv_no_folder: ({ directory }) => ({
    message: `There is no folder ${directory} that can be read.`,
    remedy: "Name the folder that holds the exports under source.csv.directory.",
  }),
  csv_no_tickets: ({ directory }) => ({
    message: `There is no export of tickets in ${directory}.`,
    remedy: "Put the ticket report there as tickets.csv, or name its file under source.csv.objects.",
  }),
  csv_unusable: ({ file, why }, { say }) => ({
    message: `The export ${file} can't be used. ${say(why)}`,
    remedy: "Export it again with that column, or say which column is what under source.csv.columns.",
  }),
};
