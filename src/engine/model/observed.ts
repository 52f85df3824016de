// What Intercom answers when read back, in the shape that desired states are compared with.
import type { Attributes } from "./desired.ts";

export interface ObservedCompany {
  readonly kind: "company";
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly website?: string;
  /** Unix seconds. */
  readonly remoteCreatedAt?: number;
  readonly attributes: Attributes;
}

export interface ObservedContact {
  readonly kind: "contact";
  readonly id: string;
  readonly externalId?: string;
  readonly role: string;
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly attributes: Attributes;
  /** Destination ids of the attached companies. */
  readonly companyIds: readonly string[];
  readonly archived: boolean;
  /** Unix seconds. */
  readonly updatedAt: number;
}

export interface ObservedPart {
  readonly id: string;
  /**
   * `message`: somebody's words, and the type doesn't tell whether the contact sees them (an assignment with a
   * text). `other`: nobody's words.
   */
  readonly messageType: "comment" | "note" | "message" | "other";
  /** Intercom's own name of the part: comment, note, close, assignment, … It says nothing of whether it has words. */
  readonly partType: string;
  readonly author: { readonly kind: "contact" | "admin" | "bot"; readonly id: string };
  readonly body: string;
  /** Unix seconds. */
  readonly createdAt: number;
  /** Names and sizes; addresses expire and prove nothing. Absent: none. */
  readonly attachments?: readonly ObservedFile[];
}

export interface ObservedFile {
  readonly name: string;
  /** Bytes; an image that stands in the text has none. */
  readonly size?: number;
}

export interface ObservedConversation {
  readonly kind: "conversation";
  readonly id: string;
  readonly contactId?: string;
  /** Destination id. */
  readonly companyId?: string;
  readonly title?: string;
  readonly body: string;
  /** Who wrote the opening message. */
  readonly author?: ObservedPart["author"];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly parts: readonly ObservedPart[];
  /** True when Intercom holds more parts than it returned (it returns the newest 500). */
  readonly partsCut: boolean;
  readonly attributes: Attributes;
  readonly teamId?: string;
  readonly adminId?: string;
  readonly state: "open" | "snoozed" | "closed";
  readonly snoozedUntil?: number;
}

export interface ObservedCollection {
  readonly kind: "collection";
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parentId?: string;
  readonly attributes: Attributes;
  /** Unix seconds. */
  readonly updatedAt: number;
}

export interface ObservedArticle {
  readonly kind: "article";
  readonly id: string;
  readonly title: string;
  /** HTML. */
  readonly body: string;
  readonly state: "draft" | "published";
  readonly collectionId?: string;
  readonly authorId: string;
  readonly attributes: Attributes;
  /** Unix seconds. */
  readonly updatedAt: number;
}

export type Observed =
  | ObservedCompany
  | ObservedContact
  | ObservedConversation
  | ObservedCollection
  | ObservedArticle;

export interface Workspace {
  /** Intercom's `app.id_code`. */
  readonly id: string;
  readonly name: string;
  readonly region?: string;
  /** The admin that the token belongs to. */
  readonly adminId: string;
}
export interface Admin {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** Why nobody can act or be assigned as this one. Absent: a teammate with an inbox seat. */
  readonly barred?: "bot" | "no-seat";
}
export interface Team {
  readonly id: string;
  readonly name: string;
}
