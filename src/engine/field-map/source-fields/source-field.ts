// What a standard field of ConnectWise is: its path, its type, and what it becomes by default.
import type { AttributeModel, AttributeType } from "../../model/desired.ts";

export interface SourceField {
  /** As the transforms' views offer it: `priority.name`. */
  readonly path: string;
  readonly type: "text" | "date" | "number" | "boolean" | "id";
  /** What a person calls it, where it stands in a note. */
  readonly label?: string;
  /** Where the default map writes it; nowhere when absent, and a map may say otherwise. */
  readonly defaults?: readonly DefaultTarget[];
}

export type DefaultTarget =
  | {
      readonly model: AttributeModel;
      readonly attribute: string;
      /** The options are the survey's. */
      readonly list?: "priorities" | "slas";
      readonly reason: string;
    }
  | { readonly note: true; readonly reason: string };

/** Values of other types can't be read as anything but text. */
export const ATTRIBUTE_TYPES: Readonly<Record<SourceField["type"], AttributeType>> = {
  text: "list",
  date: "datetime",
  number: "decimal",
  boolean: "boolean",
  id: "integer",
};

/** Of every record. */
export const recordFields = (
  defaults: {
    readonly [path in "id" | "sourceSystem" | "dateEntered" | "lastUpdated"]?: readonly DefaultTarget[];
  },
): readonly SourceField[] => {
  const field = (path: keyof typeof defaults, type: SourceField["type"]): SourceField => {
    const own = defaults[path];
    return { path, type, ...(own === undefined ? {} : { defaults: own }) };
  };
  return [
    field("id", "id"),
    field("sourceSystem", "text"),
    field("dateEntered", "date"),
    { path: "enteredBy", type: "text" },
    field("lastUpdated", "date"),
    { path: "updatedBy", type: "text" },
  ];
};
