// What a run waits for, and what a rollback keeps and leaves.
import type { Nothing } from "./one-of.ts";

export interface WorkSayings {
  readonly waits_for_quota: { readonly seconds: number };
  readonly waits_for_search: { readonly records: number };

  readonly attributes_archived: { readonly named: boolean };
  readonly attributes_in_use: { readonly model: string };
  readonly numbers_remain: { readonly certain: boolean };
  readonly needed_by_kept: Nothing;
  readonly before_unknown: Nothing;
  readonly article_published_since: Nothing;
  /** `at`: ISO-8601 of what people did last. */
  readonly article_changed_since: { readonly at: string };
  readonly collection_in_use: Nothing;
  readonly worked_in: {
    readonly who: "teammate" | "customer" | "bot";
    readonly partType: string;
    readonly at: string;
  };
  readonly other_conversation_kept: { readonly conversationId: string };
  readonly changed_since: { readonly fields: readonly string[] };
  readonly fields_changed_since: { readonly fields: readonly string[] };
  readonly conversation_hangs_on: { readonly conversationId: string };
}
