// English: what becomes of values on their way.
import type { ChangeSayings, Repair } from "../../../engine/model/sayings/changes.ts";
import type { TextsOf } from "../../say.ts";
import { count, list, some } from "../formats.ts";
import { many, one } from "./nouns.ts";

const repairs: Readonly<Record<Repair, string>> = {
  surrogates: "half a surrogate pair replaced",
  controls: "control characters removed",
  "direction-marks": "invisible direction marks removed",
};

/** `OBJECT.FIELD WHAT` → what is behind the number of one and of many. */
const losses: Readonly<Record<string, string | readonly [one: string, many: string]>> = {
  "conversation.notes.author replaced":
    "with messages by people who are neither an Intercom admin nor the requester: the fallback admin writes those and names the author.",
  "conversation.body replaced": "whose ticket has no opening message: its summary opens the conversation.",
  "conversation.contact replaced":
    "whose ticket names no contact that exists: a stand-in of the company opens it.",
  "conversation.createdAt replaced":
    "whose opening message has no believable date: the ticket's own date stands in.",
  "conversation.notes.body repaired": [
    "loses characters that nobody can see, such as direction marks.",
    "lose characters that nobody can see, such as direction marks.",
  ],
  "conversation.notes.body split":
    "with messages too long for one part: they go on in the next part, and nothing is cut.",
  "conversation.parts split":
    "with more messages than programs can read back from one: they go on in further conversations, linked both ways.",
  "conversation.notes.body dropped": "with empty notes: those are left out.",
  "conversation.time entries.body repaired": [
    "loses characters that nobody can see in the text of a time entry.",
    "lose characters that nobody can see in the text of a time entry.",
  ],
  "conversation.attachments replaced":
    "with files that are too large or can't be downloaded: their names and links stand in their place.",
  "conversation.attachments repaired": "with files whose names had to be made safe.",
  "article.documents replaced": "with files: those stay in ConnectWise, and the article links to them.",
  "article.images replaced": "with images: those stay in ConnectWise, and words stand in their place.",
  "contact.name replaced": [
    "stands in for contacts that old tickets don't name.",
    "stand in for contacts that old tickets don't name.",
  ],
  "contact.email dropped":
    "whose e-mail is not an address: moved without it, and it stays as text where the map has a field for it.",
  "contact.phone dropped": "whose phone is not a number: moved without it.",
  "company.name repaired": [
    "loses characters that nobody can see in its name.",
    "lose characters that nobody can see in their name.",
  ],
};

const values: Readonly<Record<ChangeSayings["loss"]["what"], string>> = {
  truncated: "the value is too long and is cut to fit",
  "moved-to-note": "the value does not fit and is written in full into an internal note",
  repaired: "characters that nobody can see are lost",
  split: "the value is split over several parts",
  replaced: "the nearest honest value stands in",
  dropped: "the value is left out",
};

export const changeSayings: TextsOf<ChangeSayings, string> = {
  altered: ({ what, detail }, { say }) => `${what}: ${say(detail)}`,
  repaired: (args) => args.repairs.map((repair) => repairs[repair]).join(", "),
  name_made_safe: ({ name }) => `the file's name was made safe: ${name}`,
  file_left_behind: ({ name, why }) => {
    const reason =
      why.kind === "too-large"
        ? `is larger than ${why.megabytes} MB`
        : why.kind === "empty"
          ? "is empty"
          : "could not be downloaded from ConnectWise";
    return `${name} ${reason}: its link stands in`;
  },
  image_not_found: () => "an image in the text could not be found in ConnectWise",
  text_empty: () => "the text is empty",
  text_in_parts: ({ characters, parts }) => `${count(characters)} characters in ${count(parts)} parts`,
  too_long: ({ characters, limit, inNote }) =>
    `${count(characters)} characters; an attribute holds ${count(limit)}${inNote ? ", so the whole text is in an internal note" : ""}`,
  unfit: ({ type, inNote }) => `the value is no ${type}${inNote ? ", so it is in an internal note" : ""}`,
  title_cut: ({ characters }) => some(characters, "character", "characters"),
  date_not_believable: ({ shown, instead }) =>
    `"${shown}" is no time between 2000 and now: the ticket's ${instead === "entry" ? "entry" : "own"} stands in`,
  date_earliest: () => "the ticket names no date of its entry: the earliest that it has stands in",
  by_fallback_admin: ({ name }) => `written by the fallback admin, naming ${name}`,
  no_opening_note: () => "no note opened this ticket: its summary stands in",
  no_requester: () => "the source names no contact that exists: a placeholder stands in",
  stands_for_contact: () => "stands for tickets whose contact is missing in the source",
  stands_for_address: () => "stands for an address that tickets name and no contact has",
  no_email: ({ text }) => `"${text}" is no e-mail address`,
  no_phone: ({ text }) => `"${text}" is no phone number`,
  several_rates: ({ rates, average }) =>
    `several rates (${rates.join(", ")}): ${average} is their average by hours`,
  messages_in_conversations: ({ messages, conversations }) =>
    `${count(messages)} messages in ${count(conversations)} conversations`,
  article_files: ({ files }) =>
    `${some(files, "file stays in ConnectWise and is", "files stay in ConnectWise and are")} linked: an article holds none`,
  article_images: ({ images }) =>
    `${some(images, "image stays", "images stay")} in ConnectWise: an article takes public addresses only`,

  loss: ({ object, field, what, records, detail }, { say }) => {
    const number = some(records, one(object), many(object));
    const known = losses[`${object}.${field} ${what}`];
    if (known !== undefined) {
      return `${number} ${typeof known === "string" ? known : known[records === 1 ? 0 : 1]}`;
    }
    return `${field.replace(/^attributes\./, "")}: for ${number} ${values[what]}, for example: ${say(detail)}.`;
  },
  not_moved: ({ records, error }, { explain }) =>
    `${some(records, "ticket", "tickets")} can't be moved, for example: ${explain(error).message}`,
  attribute_of_other_type: ({ attribute, found, wanted }) =>
    `Attribute ${attribute} exists with type ${found}, not ${wanted}; a type can't be changed, so rename the target.`,
  options_added: (args) =>
    `The list ${args.list} exists already; ${args.options.length === 1 ? "this option is" : "these options are"} added to it: ${list(args.options)}.`,

  kept_by_policy: () => "the contact existed before; its own value was kept by policy",
  older_parts_unread: () =>
    "Intercom returns the newest 500 parts; older ones are proved by the journal alone",
  files_renamed: () => "Intercom shows the same files under names of its own",
  edited_since: () => "edited in ConnectWise since it was moved; a note holds the new text",
  default_company: () =>
    "Intercom gives a conversation its contact's company by itself, and no request takes it away",
  assigned_by_workspace: () =>
    "nobody has it in ConnectWise: the workspace assigns by itself (a default assignee, a rule, or whoever answers first), or somebody was assigned in Intercom",
  requester_fixed: () =>
    "Intercom can't change who opened a conversation: another requester in ConnectWise, chosen since it was moved, stays a difference",
  snooze_ended: () => "the snooze has ended",
  refused_by_intercom: () => "Intercom refused it; the record was moved without, and its exception says so",
};
