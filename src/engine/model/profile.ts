// What the canary learnt of a workspace: how Intercom behaves there, where its description leaves it open.

/** What became of a text: kept word by word, without what looks like a tag, shown as mark-up, or something else. */
export type TextFate = "kept" | "tags-lost" | "escaped" | "changed" | "missing";
/** Where a file came back: as an attachment, as an image in the body, or not at all. */
export type FilePlace = "attachment" | "body" | "missing";

export const WRITERS = ["opening", "contact", "admin", "note"] as const;
/** Kinds of messages that Intercom might treat apart: the opening one, a contact's, an admin's, an internal note. */
export type Writer = (typeof WRITERS)[number];

export interface FileFate {
  readonly place: FilePlace;
  /** As it came back, where it has a name. */
  readonly name?: string;
  readonly nameKept: boolean;
}

/** Something that reached, or would reach, a customer. */
export interface Outbound {
  readonly what: "bot-comment" | "e-mail" | "delivered";
  /** Milliseconds after the canary's conversation was made; about. */
  readonly afterMs: number;
}

export interface WorkspaceProfile {
  /** Intercom's `app.id_code`. */
  readonly workspaceId: string;
  /** ISO-8601. */
  readonly askedAt: string;
  readonly runId: string;
  /** Whether an original time was kept, by kind of message. */
  readonly times: Readonly<Record<Writer, boolean>>;
  /** Of a text with angle brackets, blank lines and an emoji. */
  readonly texts: Readonly<Record<Writer, TextFate>>;
  /** Of a contact's text sent as HTML: how plain text has to be sent where tags are lost. */
  readonly asHtml: TextFate;
  /** Absent where no files are moved. */
  readonly files?: { readonly picture: FileFate; readonly document: FileFate };
  /** Intercom's part types of what is written to a closed conversation; empty when none was found. */
  readonly partTypes: { readonly replyOnClosed: string; readonly assignmentOnClosed: string };
  /** Whether a closed conversation is open after it. */
  readonly reopens: { readonly reply: boolean; readonly assignment: boolean };
  /** What the workspace sets by itself on a new conversation; absent: nothing. */
  readonly defaults: { readonly adminId?: string; readonly teamId?: string; readonly companyId?: string };
  /** Who was assigned because somebody replied; absent: nobody. */
  readonly assignedOnReply?: string;
  /** Parts that one attribute leaves in a conversation; absent until attributes were written. */
  readonly partsPerAttribute?: number;
  /** Attributes whose value did not come back as it was written: `MODEL:NAME`. */
  readonly lostAttributes: readonly string[];
  /** Milliseconds until a new conversation could be read by its id, and be found by search (absent: not while looked). */
  readonly readLagMs: number;
  readonly searchLagMs?: number;
  /** Absent: silent. */
  readonly outbound?: Outbound;
  /** A deleted conversation leaves its reporting numbers: the token lacks a scope. */
  readonly metricsRemain: boolean;
}

/** How plain text has to be sent, so that every word comes back: as it is, or as HTML. */
export function plainTextOf({ texts, asHtml }: WorkspaceProfile): "text" | "html" {
  const lost = (fate: TextFate) => fate === "tags-lost" || fate === "changed";
  return asHtml === "kept" && (lost(texts.opening) || lost(texts.contact)) ? "html" : "text";
}

/** Where two profiles differ in what writing or comparing depends on, e.g. staging and production: names of fields. */
export function differencesOf(one: WorkspaceProfile, other: WorkspaceProfile): readonly string[] {
  const looked = (profile: WorkspaceProfile): Readonly<Record<string, unknown>> => ({
    ...prefixed("times", profile.times),
    ...prefixed("texts", profile.texts),
    asHtml: profile.asHtml,
    ...(profile.files === undefined
      ? {}
      : { "files.picture": profile.files.picture.place, "files.document": profile.files.document.place }),
    ...prefixed("reopens", profile.reopens),
    // Ids differ by nature between workspaces; whether there is a default does not.
    "defaults.admin": profile.defaults.adminId !== undefined,
    "defaults.team": profile.defaults.teamId !== undefined,
    "defaults.company": profile.defaults.companyId !== undefined,
    assignedOnReply: profile.assignedOnReply !== undefined,
    metricsRemain: profile.metricsRemain,
    ...(profile.partsPerAttribute === undefined ? {} : { partsPerAttribute: profile.partsPerAttribute }),
  });
  const [left, right] = [looked(one), looked(other)];
  return Object.keys(left).filter((name) => name in right && left[name] !== right[name]);
}

const prefixed = (prefix: string, values: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]));
