// What Intercom should hold, computed by transform/ from source records and the approved field map.
// References to other records are source refs: destination ids are known only when they were written.
import type { Saying } from "./sayings/saying.ts";
import type { SourceRef } from "./source/source.ts";

/** Datetimes are ISO-8601 strings. */
export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** The object that an attribute definition belongs to, in Intercom's words. */
export type AttributeModel = "contact" | "company" | "conversation";
export type AttributeType = "string" | "integer" | "decimal" | "boolean" | "datetime" | "list";

export interface AttributeDefinition {
  readonly model: AttributeModel;
  readonly name: string;
  readonly type: AttributeType;
  readonly description?: string;
  /** Labels of a list, in order; empty for other types. */
  readonly options: readonly string[];
}

/** A value that had to be changed to fit, per record, so that nothing is altered silently. */
export interface Alteration {
  readonly field: string;
  readonly what: "truncated" | "moved-to-note" | "repaired" | "split" | "replaced" | "dropped";
  readonly detail: Saying;
}

interface DesiredBase {
  readonly source: SourceRef;
  readonly attributes: Attributes;
  readonly alterations: readonly Alteration[];
}

export interface DesiredCompany extends DesiredBase {
  readonly kind: "company";
  /** Intercom's `company_id`: `connectwise:ID`. */
  readonly companyId: string;
  readonly name: string;
  readonly website?: string;
  /** Unix seconds. */
  readonly remoteCreatedAt?: number;
}

export interface DesiredContact extends DesiredBase {
  readonly kind: "contact";
  /** Intercom's `external_id`: `connectwise:ID`. */
  readonly externalId: string;
  readonly role: "user" | "lead";
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  /** Companies it is attached to. */
  readonly companies: readonly SourceRef[];
}

export type PartAuthor =
  | { readonly kind: "contact"; readonly source: SourceRef }
  | { readonly kind: "admin"; readonly id: string };

/** A file that goes with a message; its bytes are in the blob store. */
export interface DesiredAttachment {
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

export interface DesiredPart {
  /** Stable within the conversation: `note:ID`, `note:ID:2` (a continuation), `time:ID`, `time:ID:shown` (what the customer read of it), `files:ID`, `files:ID:files2` (more). */
  readonly key: string;
  readonly author: PartAuthor;
  /** A comment may be seen by the customer; a note only by the team. */
  readonly messageType: "comment" | "note";
  /**
   * By an admin: the little HTML that Intercom accepts, escaped. By a contact: plain text, as in the opening
   * message, since a contact's reply takes no HTML.
   */
  readonly body: string;
  /** Unix seconds. */
  readonly createdAt: number;
  /**
   * Digest of what the source says (text, time, audience), whoever writes it in Intercom: a part is immutable
   * once written, so a changed member → admin rule must not count as an edit. Absent: the part itself counts.
   */
  readonly digest?: string;
  /** Digests by which an older version may have written this very part: no edit (`converge/conversation/as-written.ts`). */
  readonly formerly?: readonly string[];
  /** A part of an older version that held this text as well. */
  readonly within?: { readonly key: string; readonly digests: readonly string[] };
  /** At most ten. */
  readonly attachments?: readonly DesiredAttachment[];
  /** The conversation that it leads to: its id and address stand in the body where the marks of `converge/conversation/parts.ts` are. */
  readonly link?: SourceRef;
}

export interface DesiredConversation extends DesiredBase {
  readonly kind: "conversation";
  readonly contact: SourceRef;
  readonly company?: SourceRef;
  /** Who was in copy, by e-mail address, with the contact where one has it. Told in a note; not written as participants. */
  readonly copied?: readonly { readonly email: string; readonly contact?: SourceRef }[];
  readonly title: string;
  /** Opening message: plain text (Intercom takes no HTML here). */
  readonly body: string;
  /** Unix seconds. */
  readonly createdAt: number;
  /** In the order they are written: by time. */
  readonly parts: readonly DesiredPart[];
  readonly teamId?: string;
  readonly adminId?: string;
  /** Who assigns, closes, snoozes and writes notes about edits; the fallback admin. Absent: adminId. */
  readonly actingAdminId?: string;
  readonly state: "open" | "snoozed" | "closed";
  /** Unix seconds; present when snoozed. */
  readonly snoozedUntil?: number;
}

export interface DesiredCollection extends DesiredBase {
  readonly kind: "collection";
  readonly name: string;
  /** Names the source: what a person, and a lost write, tells twins of one name apart by. */
  readonly description: string;
  readonly parent?: SourceRef;
}

export interface DesiredArticle extends DesiredBase {
  readonly kind: "article";
  readonly title: string;
  /** HTML that was sanitized; links to moved records lead to the `href` of one of `links`. */
  readonly body: string;
  readonly collection?: SourceRef;
  readonly authorId: string;
  /** Written when every target exists. */
  readonly links: readonly { readonly href: string; readonly to: SourceRef }[];
}

export type Desired =
  | DesiredCompany
  | DesiredContact
  | DesiredConversation
  | DesiredCollection
  | DesiredArticle;
