// The field map's published form: a JSON Schema for whoever writes one by hand or with another program.
import { z } from "zod";
import { fieldMap } from "./schema.ts";

/** JSON Schema 2020-12, made from the schema that every map is parsed with; published as docs/field-map.schema.json. */
export function assembleMapSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(fieldMap, { target: "draft-2020-12", io: "input" }),
    title: "Cutover field map",
    description:
      "What becomes of every field, status, board and member. `cutover map import FILE MAP` checks it against both systems.",
  };
}
