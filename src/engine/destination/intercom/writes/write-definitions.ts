// Writes attribute definitions and the options of lists.
import { AskError, SkipError } from "../../../errors.ts";
import type { ActionOf, ActionOutcome } from "../../../model/action.ts";
import {
  assembleAddOption,
  assembleArchiveAttribute,
  assembleCreateAttribute,
  assembleRemoveOption,
  assembleSetOptions,
} from "../api/record-requests.ts";
import {
  anything,
  conversationAttributeSchema,
  conversationAttributesSchema,
  dataAttributeSchema,
} from "../api/schema.ts";
import type { WriteTools } from "./write-records.ts";

type DefinitionAction = ActionOf<
  "create-attribute" | "archive-attribute" | "add-attribute-option" | "remove-attribute-option"
>;

export async function writeDefinition(
  tools: WriteTools,
  action: DefinitionAction,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  try {
    switch (action.kind) {
      case "create-attribute":
        return await createOrAdopt(tools, action, signal);
      case "archive-attribute": {
        await tools.client.writeOr(assembleArchiveAttribute(action), anything, [404], signal);
        return { destinationId: action.attributeId, created: false };
      }
      case "add-attribute-option": {
        const request =
          action.model === "conversation"
            ? assembleAddOption(action.attributeId, action.option)
            : assembleSetOptions(action.attributeId, action.options);
        await tools.client.write(request, anything, signal);
        return { destinationId: action.attributeId, created: true, before: { option: action.option } };
      }
      case "remove-attribute-option":
        return await removeOption(tools, action, signal);
    }
  } finally {
    tools.definitions.forget();
  }
}

/** Another migration into the same workspace may have made it since it was looked for: then it is not ours to archive. */
async function createOrAdopt(
  tools: WriteTools,
  action: ActionOf<"create-attribute">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  try {
    return await create(tools, action, signal);
  } catch (error) {
    if (!(error instanceof SkipError)) throw error;
    tools.definitions.forget();
    const { model, name, type, options } = action.definition;
    const found = (await tools.definitions.fetchAll(signal)).find(
      (one) => one.model === model && one.name === name && !one.archived,
    );
    const fits = found?.type === type && options.every((option) => found.options.includes(option));
    if (found === undefined || !fits) throw error;
    return { destinationId: found.id, created: false };
  }
}

async function create(
  { client }: WriteTools,
  action: ActionOf<"create-attribute">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  const request = assembleCreateAttribute(action.definition);
  if (action.definition.model === "conversation") {
    const { body, requestId } = await client.write(request, conversationAttributeSchema, signal);
    return { destinationId: body.id, created: true, ...(requestId ? { requestId } : {}) };
  }
  const { body, requestId } = await client.write(request, dataAttributeSchema, signal);
  if (!body.id) {
    throw new AskError({ code: "attribute_without_id", args: { attribute: action.definition.name } });
  }
  return { destinationId: body.id, created: true, ...(requestId ? { requestId } : {}) };
}

/** Gone already is good. A list of contacts or companies keeps at least two options, as Intercom demands. */
async function removeOption(
  { client, definitions }: WriteTools,
  action: ActionOf<"remove-attribute-option">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  const outcome = { destinationId: action.attributeId, created: false };
  if (action.model === "conversation") {
    const request = { method: "GET", path: "/conversations/attributes" } as const;
    const all = await client.read(request, conversationAttributesSchema, signal);
    const option = all.data
      .find((attribute) => attribute.id === action.attributeId)
      ?.options?.find((one) => one.label === action.option && !one.archived);
    if (!option?.id) return outcome;
    await client.writeOr(assembleRemoveOption(action.attributeId, option.id), anything, [404], signal);
    return outcome;
  }
  const all = await definitions.fetchAll(signal);
  const found = all.find((one) => one.model === action.model && one.id === action.attributeId);
  if (!found?.options.includes(action.option) || found.options.length < 3) return outcome;
  const left = found.options.filter((option) => option !== action.option);
  await client.write(assembleSetOptions(action.attributeId, left), anything, signal);
  return outcome;
}
