// Errors of Intercom and of the connection to either vendor, and of writing exactly once.
import type { BothSidesChanged } from "./of-errors.ts";
import type { Inner, Nothing } from "./one-of.ts";

/** Intercom's answer in its own words: bounded, and masked before it comes here. */
export interface IntercomAnswer {
  readonly route: string;
  readonly status: number;
  readonly said?: { readonly message: string; readonly code: string };
}

interface Reached {
  readonly vendor: string;
  readonly host: string;
  /** Node's code: `ECONNREFUSED`. */
  readonly detail: string;
}

type AttributeOwner = "contact" | "company" | "conversation";

export interface WritingErrors {
  readonly tls_failed: Reached;
  readonly host_unknown: Reached;
  readonly unreachable: Reached;
  readonly answer_timeout: { readonly vendor: string };
  readonly answer_lost: { readonly vendor: string };
  readonly broken_answer: { readonly vendor: string };
  readonly proxy_answered:
    | { readonly of: "connectwise"; readonly status: number }
    | { readonly of: "intercom" }
    | { readonly of: "host"; readonly vendor: string; readonly host: string };

  readonly rate_limited: Nothing;
  readonly conversation_throttled: Nothing;
  readonly server_error: IntercomAnswer;
  readonly token_revoked: Nothing;
  readonly forbidden: IntercomAnswer;
  readonly reference_gone: IntercomAnswer;
  readonly refused: IntercomAnswer;
  readonly unexpected_answer: IntercomAnswer;
  readonly answer_unexpected:
    | { readonly of: "form"; readonly route: string; readonly field: string }
    | { readonly of: "contact" };
  readonly invalid_created_at:
    | { readonly of: "ticket"; readonly ticketId: string; readonly dated: string }
    | ({ readonly of: "answer" } & IntercomAnswer);
  readonly conflict_unreadable: Nothing;
  readonly article_published: { readonly articleId: string };
  readonly attribute_without_id: { readonly attribute: string };
  readonly snooze_without_end: Nothing;
  readonly outbound_detected: {
    readonly conversationId: string;
    readonly sign:
      | { readonly kind: "bot-answered"; readonly part: string; readonly first: boolean }
      | { readonly kind: "delivered-as"; readonly as: string }
      | { readonly kind: "e-mail"; readonly part: string };
  };
  readonly canary_vanished: { readonly conversationId: string };

  readonly fallback_admin_barred: { readonly name: string };
  readonly fallback_admin_missing: { readonly name: string };
  readonly attribute_refused: { readonly attribute: string; readonly error: Inner };
  readonly attribute_limit: { readonly created: number; readonly total: number; readonly limit: number };
  readonly attribute_type_differs: {
    readonly model: AttributeOwner;
    readonly attribute: string;
    readonly found: string;
    readonly needed: string;
  };
  readonly attribute_name_taken: {
    readonly attribute: string;
    readonly model: AttributeOwner;
    readonly other: AttributeOwner;
  };

  readonly no_acting_admin: { readonly ticketId: string };
  readonly reference_missing: { readonly type: string; readonly id: string };
  readonly changed_on_both_sides: BothSidesChanged;
  readonly answers_lost: { readonly writes: number; readonly type: string; readonly id: string };
  readonly unsettled: Nothing;
  /** What passed by itself so often did not: a person looks. */
  readonly tried_in_vain: { readonly error: Inner; readonly tries: number };
  readonly operation_open: {
    readonly step: string;
    readonly type: string;
    readonly id: string;
    readonly operation: string;
  };
  readonly intent_overtaken: Nothing;
  readonly journal_out_of_step: { readonly operation: string };
}
