// Which attribute definitions are to be made or completed; pure. A type that differs is for people to settle.
import type { ExistingAttribute } from "../../destination/port.ts";
import { AskError } from "../../errors.ts";
import type { AttributeDefinition } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { Operation } from "../../model/operation.ts";
import { printStep } from "../../model/step.ts";

/** Custom attributes that a workspace may hold. */
const MAX_ATTRIBUTES = 250;

export interface ProvisionSteps {
  readonly operations: readonly Operation[];
  readonly created: readonly AttributeDefinition[];
  readonly adopted: readonly AttributeDefinition[];
}

const keyOf = (one: Pick<AttributeDefinition, "model" | "name">) => `${one.model}:${one.name}`;

/** @throws AskError `attribute_twins`, `attribute_type_differs`, `attribute_name_taken` or `attribute_limit`. */
export function assembleProvisionSteps(
  wanted: readonly AttributeDefinition[],
  existing: readonly ExistingAttribute[],
): ProvisionSteps {
  const active = existing.filter((one) => !one.archived);
  refuseTwins(active);
  const byKey = new Map(active.map((one) => [keyOf(one), one]));
  const created: AttributeDefinition[] = [];
  const adopted: AttributeDefinition[] = [];
  const operations: Operation[] = [];
  for (const definition of wanted) {
    const found = byKey.get(keyOf(definition));
    if (found) {
      operations.push(...completeOptions(definition, found));
      adopted.push(definition);
    } else {
      refuseTakenName(definition, active);
      const buried = existing.filter((one) => one.archived && keyOf(one) === keyOf(definition));
      operations.push(createStep(definition, buried));
      created.push(definition);
    }
  }
  const total = active.filter((one) => one.custom).length + created.length;
  if (total > MAX_ATTRIBUTES) {
    throw new AskError({
      code: "attribute_limit",
      args: { created: created.length, total, limit: MAX_ATTRIBUTES },
    });
  }
  return { operations, created, adopted };
}

/** While two exist, whichever they are, Intercom refuses every change of a conversation's attributes. */
function refuseTwins(active: readonly ExistingAttribute[]): void {
  const names = active.filter(({ model }) => model === "conversation").map(({ name }) => name);
  const twin = names.find((name, at) => names.indexOf(name) < at);
  if (twin === undefined) return;
  throw new AskError({ code: "attribute_twins", args: { attribute: twin } });
}

function createStep(definition: AttributeDefinition, buried: readonly ExistingAttribute[]): Operation {
  const { model, name, type } = definition;
  return {
    source: { type: "attribute", id: keyOf(definition) },
    step: "create",
    // An attribute that was archived since is a new write, although the journal knows the old one.
    contentHash: contentHash({ model, name, type, after: buried.map((one) => one.id) }),
    build: () => ({ kind: "create-attribute", definition }),
  };
}

function completeOptions(definition: AttributeDefinition, found: ExistingAttribute): readonly Operation[] {
  if (found.type !== definition.type) {
    throw new AskError({
      code: "attribute_type_differs",
      args: { model: found.model, attribute: found.name, found: found.type, needed: definition.type },
    });
  }
  if (definition.type !== "list") return [];
  const missing = definition.options.filter((option) => !found.options.includes(option));
  return missing.map((option, index) => ({
    source: { type: "attribute", id: keyOf(definition) },
    step: printStep({ kind: "option", option }),
    contentHash: contentHash({ option, attributeId: found.id, among: found.options }),
    build: () => ({
      kind: "add-attribute-option",
      model: found.model,
      attributeId: found.id,
      option,
      options: [...found.options, ...missing.slice(0, index + 1)],
    }),
  }));
}

/** Contacts and companies share their names. */
function refuseTakenName(definition: AttributeDefinition, active: readonly ExistingAttribute[]): void {
  if (definition.model === "conversation") return;
  const other = active.find((one) => one.name === definition.name && one.model !== "conversation");
  if (!other) return;
  throw new AskError({
    code: "attribute_name_taken",
    args: { attribute: definition.name, model: definition.model, other: other.model },
  });
}
