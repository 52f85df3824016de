// One write to the destination with every id resolved; a destination turns it into exactly one request.

import type { AttributeDefinition, Attributes, AttributeValue, DesiredAttachment } from "./desired.ts";
import type { Saying } from "./sayings/saying.ts";

export type Action =
  | {
      readonly kind: "upsert-company";
      readonly companyId: string;
      readonly name: string;
      readonly website?: string;
      readonly remoteCreatedAt?: number;
      readonly attributes: WrittenAttributes;
    }
  | {
      readonly kind: "create-contact";
      readonly externalId: string;
      readonly role: "user" | "lead";
      readonly email?: string;
      readonly phone?: string;
      readonly name?: string;
      readonly attributes: Attributes;
    }
  | { readonly kind: "update-contact"; readonly contactId: string; readonly fields: ContactFields }
  | { readonly kind: "attach-company"; readonly contactId: string; readonly companyId: string }
  | {
      readonly kind: "create-conversation";
      readonly contactId: string;
      /** Intercom's `from.type`. */
      readonly role: "user" | "lead";
      readonly body: string;
      readonly createdAt: number;
    }
  | {
      readonly kind: "add-part";
      readonly conversationId: string;
      readonly author: { readonly kind: "contact" | "admin"; readonly id: string };
      readonly messageType: "comment" | "note";
      readonly body: string;
      readonly createdAt: number;
      /** At most ten; the destination takes their bytes from the blob store. */
      readonly attachments?: readonly DesiredAttachment[];
      /** What stands in `body` as `href` → the conversation that it leads to. */
      readonly links?: readonly RecordLink[];
    }
  | {
      readonly kind: "update-conversation";
      readonly conversationId: string;
      readonly title: string;
      readonly attributes: WrittenAttributes;
      readonly companyId?: string;
    }
  | {
      readonly kind: "assign-team" | "assign-admin";
      readonly conversationId: string;
      readonly actingAdminId: string;
      readonly assigneeId: string;
    }
  | {
      readonly kind: "set-state";
      readonly conversationId: string;
      readonly actingAdminId: string;
      readonly state: "open" | "snoozed" | "closed";
      readonly snoozedUntil?: number;
    }
  | { readonly kind: "create-attribute"; readonly definition: AttributeDefinition }
  | {
      readonly kind: "archive-attribute";
      readonly model: AttributeDefinition["model"];
      readonly attributeId: string;
    }
  | {
      /** Completes the options of a list; one at a time, as conversation attributes take them. */
      readonly kind: "add-attribute-option";
      readonly model: AttributeDefinition["model"];
      readonly attributeId: string;
      readonly option: string;
      /** All active options after it, the new one included: other models are set as a whole. */
      readonly options: readonly string[];
    }
  | {
      readonly kind: "remove-attribute-option";
      readonly model: AttributeDefinition["model"];
      readonly attributeId: string;
      readonly option: string;
    }
  | {
      readonly kind: "create-collection";
      readonly name: string;
      readonly description: string;
      readonly parentId?: string;
    }
  | {
      readonly kind: "update-collection";
      readonly collectionId: string;
      readonly name: string;
      readonly description: string;
    }
  /** A draft. */
  | {
      readonly kind: "create-article";
      readonly title: string;
      readonly body: string;
      readonly authorId: string;
      readonly collectionId?: string;
    }
  | {
      readonly kind: "update-article";
      readonly articleId: string;
      readonly title: string;
      readonly body: string;
      readonly collectionId?: string;
      /** What stands in `body` as `href` → what it leads to; the destination knows the addresses. */
      readonly links: readonly RecordLink[];
    }
  | { readonly kind: "delete-collection"; readonly collectionId: string }
  | { readonly kind: "delete-article"; readonly articleId: string }
  /** An archived contact that was adopted can't open conversations. */
  | { readonly kind: "unarchive-contact"; readonly contactId: string }
  /** Puts a contact back to the archived state it was found in. */
  | { readonly kind: "archive-contact"; readonly contactId: string }
  | { readonly kind: "delete-contact"; readonly contactId: string }
  | { readonly kind: "delete-company"; readonly companyId: string }
  | { readonly kind: "delete-conversation"; readonly conversationId: string }
  | { readonly kind: "detach-company"; readonly contactId: string; readonly companyId: string };

/** Null takes a value away. */
export type WrittenAttributes = Readonly<Record<string, AttributeValue | null>>;

export interface RecordLink {
  readonly href: string;
  readonly kind: "article" | "conversation";
  /** Destination id. */
  readonly id: string;
}

/** What a contact's update sets; null clears a field (a rollback restores absence too). */
export interface ContactFields {
  readonly externalId?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly name?: string | null;
  readonly attributes?: WrittenAttributes;
}

export interface ActionOutcome {
  /** The id of what was written (created, adopted or touched). */
  readonly destinationId: string;
  /** False when the record existed before and was adopted. */
  readonly created: boolean;
  readonly requestId?: string;
  /** State of what existed before the write touched it; kept in the journal for rollback. */
  readonly before?: unknown;
  /** What this write leaves behind for good, in a sentence (a deletion that keeps reporting numbers). */
  readonly remains?: Saying;
}

/** What reading the destination says about a write whose answer was lost. */
export type Settlement =
  | { readonly kind: "applied"; readonly outcome: ActionOutcome }
  | { readonly kind: "absent" }
  /** The destination may lag: ask again after so many milliseconds before absence is believed. */
  | { readonly kind: "uncertain"; readonly retryInMs: number };

export type ActionOf<K extends Action["kind"]> = Extract<Action, { readonly kind: K }>;
