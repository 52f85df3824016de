// The attribute definitions that a map needs in Intercom.
import type { AttributeDefinition, Desired } from "../model/desired.ts";
import type { FieldMap } from "./schema.ts";

/** One definition per model and name, in the map's order; options of rules that share a target are joined. */
export function attributesOfMap(map: FieldMap): readonly AttributeDefinition[] {
  const found = new Map<string, AttributeDefinition>();
  for (const { object, source, target } of map.fields) {
    if (target?.kind !== "attribute") continue;
    const key = `${target.model}:${target.name}`;
    const known = found.get(key);
    const options = [...new Set([...(known?.options ?? []), ...target.options])];
    found.set(key, {
      model: target.model,
      name: target.name,
      type: target.type,
      description: known?.description ?? `From ConnectWise: ${object} ${source}`,
      options: target.type === "list" ? options : [],
    });
  }
  return [...found.values()];
}

/** Intercom tells options apart by their exact label. */
export function isListOption(definition: Pick<AttributeDefinition, "options">, value: string): boolean {
  return definition.options.includes(value);
}

/** Names of the attributes that the map fills, by kind of record. */
export function ownAttributesOf(map: FieldMap): Readonly<Record<Desired["kind"], ReadonlySet<string>>> {
  const definitions = attributesOfMap(map);
  const of = (kind: Desired["kind"]) =>
    new Set(definitions.filter(({ model }) => model === kind).map(({ name }) => name));
  return {
    ...{ company: of("company"), contact: of("contact"), conversation: of("conversation") },
    ...{ collection: of("collection"), article: of("article") },
  };
}
