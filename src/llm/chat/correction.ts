// A wish to change the map, as a value; the shapes that the chat's port asks for.
import type { MapChange } from "../../engine/field-map/change.ts";
import type { FieldMap } from "../../engine/field-map/schema.ts";
import type { Admin, Team } from "../../engine/model/observed.ts";

/** What a correction may name. */
export interface Correctable {
  readonly map: FieldMap;
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  /** What people call a custom field, by `OBJECT:SOURCE` (`ticket:customFields.12`). */
  readonly captions: Readonly<Record<string, string>>;
}

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

export interface Correction {
  readonly changes: readonly MapChange[];
  readonly unclear: readonly Unclear[];
}
