// What does not fit, in plain words: a sentence a service manager understands without knowing our fields.
import type { Alteration } from "../model/desired.ts";
import type { HelpObject, PlannedObject } from "../model/plan.ts";

export interface LossFacts {
  readonly object: PlannedObject | HelpObject;
  /** Without the record's own keys: `notes.author`, `attributes.Priority__c`. */
  readonly field: string;
  readonly what: Alteration["what"];
  readonly records: number;
  /** Of one record, as an example. */
  readonly detail: string;
}

const NAMES: Readonly<Record<LossFacts["object"], readonly [string, string]>> = {
  company: ["company", "companies"],
  contact: ["contact", "contacts"],
  conversation: ["conversation", "conversations"],
  collection: ["collection", "collections"],
  article: ["article", "articles"],
};

/** `OBJECT.FIELD WHAT` → the sentence behind the number. */
const KNOWN: Readonly<Record<string, string>> = {
  "conversation.notes.author replaced":
    "with messages by people who are neither an Intercom admin nor the requester: the fallback admin writes those and names the author.",
  "conversation.body replaced": "whose ticket has no opening message: its summary opens the conversation.",
  "conversation.contact replaced":
    "whose ticket names no contact that exists: a stand-in of the company opens it.",
  "conversation.createdAt replaced":
    "whose opening message has no believable date: the ticket's own date stands in.",
  "conversation.notes.body repaired": "lose characters that nobody can see, such as direction marks.",
  "conversation.notes.body split":
    "with messages too long for one part: they go on in the next part, and nothing is cut.",
  "conversation.parts split":
    "with more messages than programs can read back from one: they go on in further conversations, linked both ways.",
  "conversation.notes.body dropped": "with empty notes: those are left out.",
  "conversation.time entries.body repaired":
    "lose characters that nobody can see in the text of a time entry.",
  "conversation.attachments replaced":
    "with files that are too large or can't be downloaded: their names and links stand in their place.",
  "conversation.attachments repaired": "with files whose names had to be made safe.",
  "article.documents replaced": "with files: those stay in ConnectWise, and the article links to them.",
  "article.images replaced": "with images: those stay in ConnectWise, and words stand in their place.",
  "contact.name replaced": "stand in for contacts that old tickets don't name.",
  "contact.email dropped":
    "whose e-mail is not an address: they are moved without it, and it stays as text where the map has a field for it.",
  "contact.phone dropped": "whose phone is not a number: they are moved without it.",
  "company.name repaired": "lose characters that nobody can see in their name.",
};

const VALUES: Readonly<Record<Alteration["what"], string>> = {
  truncated: "the value is too long and is cut to fit",
  "moved-to-note": "the value does not fit and is written in full into an internal note",
  repaired: "characters that nobody can see are lost",
  split: "the value is split over several parts",
  replaced: "the nearest honest value stands in",
  dropped: "the value is left out",
};

export function describeLoss({ object, field, what, records, detail }: LossFacts): string {
  const [one, many] = NAMES[object];
  const number = `${records.toLocaleString("en-US")} ${records === 1 ? one : many}`;
  const known = KNOWN[`${object}.${field} ${what}`];
  if (known !== undefined) return `${number} ${known}`;
  const name = field.replace(/^attributes\./, "");
  return `${name}: for ${number} ${VALUES[what]}, for example: ${detail}.`;
}
