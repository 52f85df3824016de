// What becomes of values on their way: alterations, losses of a plan, reasons of verdicts.
import type { Inner, Nothing } from "./one-of.ts";

type What = "truncated" | "moved-to-note" | "repaired" | "split" | "replaced" | "dropped";
type LostObject = "company" | "contact" | "conversation" | "collection" | "article";

/** What `repairText` took out or replaced. */
export type Repair = "surrogates" | "controls" | "direction-marks";

export interface ChangeSayings {
  /** An alteration, by its kind and why. */
  readonly altered: { readonly what: What; readonly detail: Inner };
  readonly repaired: { readonly repairs: readonly Repair[] };
  readonly name_made_safe: { readonly name: string };
  readonly file_left_behind: {
    readonly name: string;
    readonly why:
      | { readonly kind: "too-large"; readonly megabytes: number }
      | { readonly kind: "empty" }
      | { readonly kind: "not-downloaded" };
  };
  readonly image_not_found: Nothing;
  readonly text_empty: Nothing;
  readonly text_in_parts: { readonly characters: number; readonly parts: number };
  readonly too_long: { readonly characters: number; readonly limit: number; readonly inNote: boolean };
  readonly unfit: { readonly type: string; readonly inNote: boolean };
  readonly title_cut: { readonly characters: number };
  readonly date_not_believable: { readonly shown: string; readonly instead: "ticket" | "entry" };
  readonly date_earliest: Nothing;
  readonly by_fallback_admin: { readonly name: string };
  readonly no_opening_note: Nothing;
  readonly no_requester: Nothing;
  readonly stands_for_contact: Nothing;
  readonly stands_for_address: Nothing;
  readonly no_email: { readonly text: string };
  readonly no_phone: { readonly text: string };
  readonly several_rates: { readonly rates: readonly number[]; readonly average: number };
  readonly messages_in_conversations: { readonly messages: number; readonly conversations: number };
  readonly article_files: { readonly files: number };
  readonly article_images: { readonly images: number };

  /** `loss` is `OBJECT.FIELD WHAT`; where it has no text of its own, field and detail tell. */
  readonly loss: {
    readonly object: LostObject;
    readonly field: string;
    readonly what: What;
    readonly records: number;
    readonly detail: Inner;
  };
  readonly not_moved: { readonly records: number; readonly error: Inner };
  readonly attribute_of_other_type: {
    readonly attribute: string;
    readonly found: string;
    readonly wanted: string;
  };
  readonly options_added: { readonly list: string; readonly options: readonly string[] };

  readonly kept_by_policy: Nothing;
  readonly older_parts_unread: Nothing;
  readonly files_renamed: Nothing;
  readonly edited_since: Nothing;
  readonly default_company: Nothing;
  readonly assigned_by_workspace: Nothing;
  readonly requester_fixed: Nothing;
  readonly snooze_ended: Nothing;
  readonly refused_by_intercom: Nothing;
}
