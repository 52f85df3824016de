// What a check of the preflight says; the words room has a sentence and a remedy for each, in every language.
import type { Inner, Nothing, OneOf } from "./one-of.ts";

export interface FindingArguments {
  readonly could_not_ask: { readonly error: Inner };
  readonly not_connected: { readonly error: Inner };

  readonly rights_enough: Nothing;
  readonly rights_untold: Nothing;
  readonly rights_short: { readonly modules: readonly { readonly module: string; readonly level: string }[] };
  readonly lists_whole: { readonly lists: number };
  readonly lists_short: {
    readonly lists: readonly { readonly type: string; readonly counted: number; readonly listed: number }[];
  };
  readonly source_version: { readonly version: string };
  readonly api_version: { readonly version: string };
  readonly api_version_other: { readonly version: string; readonly wanted: string };
  /** Positive: their clock is ahead of ours. */
  readonly clock_right: { readonly seconds: number };
  readonly clock_off: { readonly seconds: number };

  readonly seats_taken: { readonly admins: number };
  readonly nobody_can_act: Nothing;
  readonly admin_cannot_act: {
    readonly name: string;
    readonly why: "bot" | "no-seat" | "gone";
    readonly fallback: boolean;
  };
  readonly attributes_unique: Nothing;
  readonly attributes_twice: { readonly names: readonly string[] };
  readonly attributes_fit: { readonly total: number; readonly limit: number };
  readonly attributes_tight: { readonly total: number; readonly limit: number };
  readonly attributes_refused: { readonly error: Inner };
  readonly names_fit: Nothing;
  readonly names_refused: { readonly names: readonly string[] };
  readonly emails_single: { readonly looked: number };
  readonly emails_shared: { readonly emails: readonly string[]; readonly looked: number };
  readonly teams_there: { readonly teams: number };
  readonly teams_absent: { readonly teams: readonly string[] };
  /** Of a window's requests, those that nobody used, 0 to 1. */
  readonly quota_free: { readonly share: number };
  readonly quota_busy: { readonly share: number };
  readonly quota_untold: Nothing;
  readonly may_delete: Nothing;
  readonly numbers_remain: Nothing;
  readonly staging_apart: Nothing;
  readonly staging_same: { readonly name: string };
  readonly workspace_known: Nothing;
  readonly workspaces_differ: { readonly fields: readonly string[] };
  readonly workspace_assigns: {
    readonly sets: readonly ("admin" | "team" | "company")[];
    readonly onReply: boolean;
  };

  readonly sizes_fit: { readonly messages: number; readonly bytes: number };
  readonly ticket_long: { readonly ticket: string; readonly messages: number; readonly limit: number };
  readonly file_large: { readonly ticket: string; readonly bytes: number; readonly limit: number };
  readonly texts_plain: { readonly looked: number };
  /** `kept`: what the canary saw of such texts; absent until it asked. */
  readonly texts_with_tags: {
    readonly texts: number;
    readonly looked: number;
    readonly kept?: boolean;
  };
  readonly files_kept: Nothing;
  readonly files_refused: { readonly error: Inner };
  readonly database_ready: { readonly kind: string };
  readonly disk_short: { readonly bytes: number };
}

export type FindingSaying = OneOf<FindingArguments>;
