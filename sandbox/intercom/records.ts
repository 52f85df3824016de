// What a stand-in workspace holds. Times are unix seconds unless the name ends in `Ms`; absent is null.

export type AttributeValue = string | number | boolean;
export type Attributes = Record<string, AttributeValue>;

export interface Admin {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** See `AdminSeed`. */
  has_inbox_seat: boolean;
}

export interface Team {
  readonly id: string;
  readonly name: string;
}

export interface Contact {
  readonly id: string;
  role: "user" | "lead";
  external_id: string | null;
  email: string | null;
  phone: string | null;
  name: string | null;
  avatar: string | null;
  owner_id: string | null;
  signed_up_at: number | null;
  last_seen_at: number | null;
  last_replied_at: number | null;
  last_contacted_at: number | null;
  unsubscribed_from_emails: boolean;
  custom_attributes: Attributes;
  company_ids: string[];
  archived: boolean;
  readonly created_at: number;
  updated_at: number;
  readonly searchableAtMs: number;
}

export interface Company {
  readonly id: string;
  readonly company_id: string;
  name: string | null;
  plan: string | null;
  size: number | null;
  website: string | null;
  industry: string | null;
  monthly_spend: number;
  remote_created_at: number | null;
  last_request_at: number | null;
  custom_attributes: Attributes;
  readonly contactIds: Set<string>;
  readonly created_at: number;
  updated_at: number;
  /** When the archiving that a DELETE asked for takes effect. */
  archiveAtMs: number | null;
}

export interface Attachment {
  readonly name: string;
  readonly url: string;
  readonly content_type: string;
  readonly filesize: number;
}

export interface Author {
  readonly type: "user" | "lead" | "admin" | "bot";
  readonly id: string;
}

export interface Part {
  readonly id: string;
  readonly part_type:
    | "comment"
    | "note"
    | "quick_reply"
    | "close"
    | "open"
    | "snoozed"
    | "assignment"
    | "assign_and_reopen"
    | "conversation_attribute_updated_by_admin";
  /** HTML, or null. */
  readonly body: string | null;
  readonly created_at: number;
  readonly author: Author;
  readonly assigned_to: { readonly type: "admin" | "team"; readonly id: string } | null;
  readonly attachments: readonly Attachment[];
  readonly state: Conversation["state"];
}

export interface Conversation {
  readonly id: string;
  readonly messageId: string;
  /** Who opened it. */
  contactId: string;
  /** Contacts who were added besides. */
  readonly participantIds: string[];
  title: string | null;
  /** HTML of the opening message. */
  readonly body: string;
  readonly author: Author;
  readonly attachments: readonly Attachment[];
  readonly created_at: number;
  updated_at: number;
  state: "open" | "closed" | "snoozed";
  snoozed_until: number | null;
  waiting_since: number | null;
  read: boolean;
  admin_assignee_id: string | null;
  team_assignee_id: string | null;
  company_id: string | null;
  custom_attributes: Attributes;
  readonly parts: Part[];
  readonly searchableAtMs: number;
  /** See the habit `botAnswersAfterMs`. */
  botAnswersAtMs: number | null;
  /** See the habit `unreadable`. */
  unreadable: { readsLeft: number; readonly untilMs: number };
}

export interface ConversationAttribute {
  readonly id: number;
  name: string;
  description: string;
  readonly data_type:
    | "string"
    | "integer"
    | "list"
    | "decimal"
    | "boolean"
    | "datetime"
    | "relationship"
    | "files";
  required: boolean;
  visible_to_team_ids: string[];
  multiline: boolean;
  reference: { type: "one" | "many"; object_type_id?: string | undefined } | null;
  options: { readonly id: string; label: string; archived: boolean }[];
  archived: boolean;
  readonly created_at: number;
  updated_at: number;
}

export interface DataAttribute {
  readonly id: number;
  readonly model: "contact" | "company";
  readonly name: string;
  description: string | null;
  readonly data_type: "string" | "integer" | "float" | "boolean" | "datetime" | "date" | "options";
  options: string[];
  messenger_writable: boolean;
  archived: boolean;
  readonly created_at: number;
  updated_at: number;
}

export interface Article {
  readonly id: string;
  title: string;
  description: string | null;
  body: string | null;
  author_id: number;
  state: "published" | "draft";
  parent_id: string | null;
  translated_content: Record<string, unknown> | null;
  readonly created_at: number;
  updated_at: number;
}

export interface Collection {
  readonly id: string;
  name: string;
  description: string | null;
  parent_id: string | null;
  help_center_id: number;
  translated_content: Record<string, unknown> | null;
  readonly created_at: number;
  updated_at: number;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
}
