// Why a preflight stands in the way of an approval, and why a check of it tells nothing.
import type { FindingSaying } from "./findings.ts";
import type { Nothing } from "./one-of.ts";

export interface PreflightErrors {
  readonly preflight_failed: { readonly findings: readonly FindingSaying[] };
  readonly check_broke: Nothing;
  readonly check_slow: Nothing;
}
