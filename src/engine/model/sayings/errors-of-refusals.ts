// Errors of records that Intercom refuses: alone, alike, or in part.
import type { Inner } from "./one-of.ts";

type Field = "email" | "phone" | "name" | "website";

export interface RefusalErrors {
  /** `route`: the request that was refused, without ids; `begun`: conversations that stand unfinished. */
  readonly refused_alike: {
    readonly records: number;
    readonly error: Inner;
    readonly begun: readonly string[];
    readonly route: string;
  };
  readonly most_refused: { readonly failed: number; readonly tried: number };
  readonly half_written: { readonly error: Inner; readonly conversationId: string };
  readonly email_ambiguous: { readonly kind: string; readonly fields: readonly Field[] };
  /** `said`: Intercom's own words. */
  readonly field_refused: {
    readonly kind: string;
    readonly fields: readonly Field[];
    readonly said?: string;
  };
  readonly attribute_twins: { readonly attribute: string };
}
