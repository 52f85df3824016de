// Turns OpenAPI 3.0 schemas into JSON Schema 2020-12 that refuses every property the description doesn't name.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const KEPT = [
  "type enum minLength maxLength pattern format minimum maximum minItems maxItems required",
  "minProperties maxProperties uniqueItems",
]
  .join(" ")
  .split(" ");

/** As a whole, or as a part of an allOf, oneOf or anyOf, where other parts may name further properties. */
type Place = "whole" | "member";

const refTo = (name: string, place: Place): JsonObject => ({ $ref: `#/$defs/${name}--${place}` });

function convertRef(ref: string, place: Place): JsonObject {
  return refTo(ref.slice(ref.lastIndexOf("/") + 1), place);
}

function convertComposition(schema: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const key of ["allOf", "oneOf", "anyOf"]) {
    const members = schema[key];
    if (Array.isArray(members)) result[key] = members.map((member) => convert(member, "member"));
  }
  return result;
}

function allowNull(schema: JsonObject): JsonObject {
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const nullable: JsonObject = { ...schema, type: [schema.type, "null"] };
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) nullable.enum = [...schema.enum, null];
  return nullable;
}

/** One schema; references point to `#/$defs/NAME--PLACE`. */
export function convert(schema: Json | undefined, place: Place): JsonObject {
  if (!isObject(schema)) return {};
  const nullable = schema.nullable === true;
  if (typeof schema.$ref === "string") {
    const ref = convertRef(schema.$ref, place);
    return nullable ? allowNull(ref) : ref;
  }
  const result: JsonObject = convertComposition(schema);
  for (const key of KEPT) if (schema[key] !== undefined) result[key] = schema[key];
  if (isObject(schema.properties)) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, convert(property, "whole")]),
    );
  }
  if (isObject(schema.items)) result.items = convert(schema.items, "whole");
  if (schema.additionalProperties !== undefined) {
    const more = schema.additionalProperties;
    result.additionalProperties = typeof more === "boolean" ? more : convert(more, "whole");
  }
  const composed = result.allOf ?? result.oneOf ?? result.anyOf;
  const closed = result.properties !== undefined || composed !== undefined;
  if (place === "whole" && closed && schema.additionalProperties === undefined) {
    result.unevaluatedProperties = false;
  }
  return nullable ? allowNull(result) : result;
}

/** Every component, once for each place. */
export function convertComponents(schemas: JsonObject): JsonObject {
  const defs: JsonObject = {};
  for (const [name, schema] of Object.entries(schemas)) {
    defs[`${name}--whole`] = convert(schema, "whole");
    defs[`${name}--member`] = convert(schema, "member");
  }
  return defs;
}
