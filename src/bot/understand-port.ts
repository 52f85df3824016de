// What the bot needs of somebody who understands sentences; main brings one. Nothing here approves or writes.
import type { MapChange } from "../engine/field-map/change.ts";
import type { FieldMap } from "../engine/field-map/schema.ts";
import type { Admin, Team } from "../engine/model/observed.ts";
import type { Question } from "./conversation/event.ts";

/** What a correction may name. */
export interface Correctable {
  readonly map: FieldMap;
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  /** What people call a custom field, by `OBJECT:SOURCE` (`ticket:customFields.12`). */
  readonly captions: Readonly<Record<string, string>>;
}

/** What kind of thing a name was looked for among. */
export type NamedThing =
  | "status"
  | "board"
  | "team"
  | "member"
  | "admin"
  | "field"
  | "board-or-field"
  | "row";

/** A part of a sentence that can't be carried out as it stands; `said` is the person's own text. */
export type Unclear =
  | { readonly kind: "which"; readonly said: string; readonly candidates: readonly string[] }
  | { readonly kind: "unknown"; readonly said: string; readonly among: NamedThing }
  | { readonly kind: "rest"; readonly said: string };

/** A wish to change the map: to be shown, and carried out only after a button. */
export interface Correction {
  readonly changes: readonly MapChange[];
  readonly unclear: readonly Unclear[];
}

export type Understood =
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "correction"; readonly correction: Correction };

/**
 * `text` as Slack sends it. The map is loaded only when the text is no question. Never throws for what a text or a
 * model may say; what `load` throws goes through.
 */
export type Understand = (text: string, load: () => Promise<Correctable | undefined>) => Promise<Understood>;
