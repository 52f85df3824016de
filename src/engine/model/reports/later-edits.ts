// What people wrote in imported conversations since the cutover: exported before a rollback deletes anything.

export interface LaterEdit {
  /** Intercom's id of the part. */
  readonly id: string;
  /** Intercom's own name: comment, note, close, assignment, … */
  readonly partType: string;
  readonly author: {
    readonly kind: "contact" | "admin" | "bot";
    readonly id: string;
    readonly name?: string;
  };
  /** ISO-8601. */
  readonly at: string;
  /** As people read it. */
  readonly text: string;
  /** As Intercom holds it. */
  readonly html: string;
}

export interface EditedConversation {
  readonly conversationId: string;
  readonly ticketId: string;
  readonly title?: string;
  readonly messages: readonly LaterEdit[];
}

export interface LaterEdits {
  /** ISO-8601, of the newest addition. */
  readonly exportedAt: string;
  readonly workspace: { readonly id: string; readonly name: string };
  /** By ticket number. */
  readonly conversations: readonly EditedConversation[];
}
