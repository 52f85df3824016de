// Checks the values of custom attributes against their definitions, and normalizes times to unix seconds.
import { invalid } from "./api-error.ts";
import type { Attributes, AttributeValue, ConversationAttribute, DataAttribute } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** Custom attributes that a workspace may have, conversations, contacts and companies together. */
const MAX_ATTRIBUTES = 250;
const MAX_STRING = 255;

type DataType = ConversationAttribute["data_type"] | DataAttribute["data_type"];

function toUnix(value: unknown): number | null {
  if (Number.isInteger(value)) return value as number;
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d(T.*)?$/.test(value)) return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000);
}

function checkValue(name: string, type: DataType, value: unknown): AttributeValue {
  const refuse = (wanted: string) =>
    invalid(`Custom attribute '${name}' has an invalid value: ${wanted} expected`, "custom_attributes");
  switch (type) {
    case "string":
    case "list":
    case "options":
      if (typeof value !== "string") throw refuse("string");
      if (value.length > MAX_STRING && [...value].length > MAX_STRING)
        throw refuse(`at most ${MAX_STRING} characters`);
      return value;
    case "integer":
      if (!Number.isInteger(value)) throw refuse("integer");
      return value as number;
    case "decimal":
    case "float":
      if (typeof value !== "number") throw refuse("number");
      return value;
    case "boolean":
      if (typeof value !== "boolean") throw refuse("boolean");
      return value;
    case "datetime":
    case "date": {
      const unix = toUnix(value);
      if (unix === null) throw refuse("unix seconds or ISO 8601");
      return unix;
    }
    case "relationship":
    case "files":
      throw refuse("a value that can't be set here");
  }
}

type Incoming = Record<string, unknown> | null | undefined;

/** Sets what a request brought on `target`; null takes a value away. Nothing is set when anything is refused. */
function applyValues(
  target: Attributes,
  incoming: Incoming,
  check: (name: string, value: unknown) => AttributeValue,
) {
  const checked = Object.entries(incoming ?? {}).map(
    ([name, value]) => [name, value === null ? null : check(name, value)] as const,
  );
  for (const [name, value] of checked) {
    if (value === null) delete target[name];
    else target[name] = value;
  }
}

const unknownAttribute = (name: string) =>
  invalid(`Custom attribute '${name}' does not exist`, "custom_attributes");

/** For contacts and companies. */
export function applyDataAttributes(
  workspace: Workspace,
  model: DataAttribute["model"],
  target: Attributes,
  incoming: Incoming,
): void {
  applyValues(target, incoming, (name, value) => {
    const definition = workspace.dataAttributeByName.get(name);
    if (definition?.model !== model) throw unknownAttribute(name);
    const checked = checkValue(name, definition.data_type, value);
    if (definition.data_type === "options" && !definition.options.includes(String(checked))) {
      throw invalid(`'${checked}' is no option of '${name}'`, "custom_attributes");
    }
    return checked;
  });
}

/** For conversations; unknown list values pass if the workspace is set so. */
export function applyConversationAttributes(
  workspace: Workspace,
  target: Attributes,
  incoming: Incoming,
): void {
  applyValues(target, incoming, (name, value) => {
    const definition = workspace.conversationAttributeByName.get(name);
    if (!definition) throw unknownAttribute(name);
    const checked = checkValue(name, definition.data_type, value);
    const known = definition.options.some((option) => !option.archived && option.label === checked);
    if (definition.data_type === "list" && !known && !workspace.settings.acceptUnknownListValues) {
      throw invalid(`'${checked}' is no option of '${name}'`, "custom_attributes");
    }
    return checked;
  });
}

/** Values of archived attributes aren't shown. */
export function visibleAttributes(values: Attributes, isActive: (name: string) => boolean): Attributes {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isActive(name)));
}

/** Refuses one attribute more than a workspace may have. */
export function checkAttributeLimit(workspace: Workspace): void {
  const active = workspace.conversationAttributeByName.size + workspace.dataAttributeByName.size;
  if (active >= MAX_ATTRIBUTES) {
    throw invalid(`You have reached the limit of ${MAX_ATTRIBUTES} custom attributes`);
  }
}
