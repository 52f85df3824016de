// Definitions of conversation attributes: create, change, archive (there is no way back), options of lists.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ApiError, invalid, missing, notFound } from "./api-error.ts";
import { checkAttributeLimit } from "./custom-attributes.ts";
import type { Define } from "./endpoint.ts";
import type { ConversationAttribute } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const base = {
  name: z.string(),
  description: z.string().optional(),
  required: z.boolean().optional(),
  visible_to_team_ids: z.array(z.string()).optional(),
};
const reference = z.strictObject({ type: z.enum(["one", "many"]), object_type_id: z.string().optional() });
const optionSchema = z.strictObject({ label: z.string() });
const plain = <T extends string>(type: T) => z.strictObject({ ...base, data_type: z.literal(type) });

const createSchema = z.discriminatedUnion("data_type", [
  z.strictObject({ ...base, data_type: z.literal("string"), multiline: z.boolean().optional() }),
  z.strictObject({ ...base, data_type: z.literal("list"), options: z.array(optionSchema).optional() }),
  z.strictObject({ ...base, data_type: z.literal("relationship"), reference: reference.optional() }),
  plain("integer"),
  plain("decimal"),
  plain("boolean"),
  plain("datetime"),
  plain("files"),
]);
const updateSchema = z.strictObject({
  ...base,
  name: z.string().optional(),
  multiline: z.boolean().optional(),
  reference: reference.optional(),
});

const unprocessable = (message: string) => new ApiError(422, "parameter_invalid", message);

function buildAttribute(workspace: Workspace, attribute: ConversationAttribute) {
  const { multiline, options, reference: related, ...rest } = attribute;
  const [admin] = workspace.admins.keys();
  return {
    type: "conversation_attribute",
    ...rest,
    admin_id: admin ?? "0",
    ...(rest.data_type === "string" ? { multiline } : {}),
    ...(rest.data_type === "list" ? { options } : {}),
    ...(rest.data_type === "relationship" && related !== null ? { reference: related } : {}),
  };
}

function checkName(workspace: Workspace, name: string): void {
  if (name.trim() === "") throw missing("name is required", "name");
  if (workspace.conversationAttributeByName.has(name)) {
    throw invalid(`A conversation attribute named '${name}' already exists`, "name");
  }
}

function checkLabel(attribute: Pick<ConversationAttribute, "options">, label: string): void {
  if (label.trim() === "") throw unprocessable("label is required");
  if (attribute.options.some((option) => !option.archived && option.label === label)) {
    throw unprocessable(`label '${label}' already exists`);
  }
}

function createAttribute(workspace: Workspace, body: z.infer<typeof createSchema>): ConversationAttribute {
  checkName(workspace, body.name);
  checkAttributeLimit(workspace);
  return keepAttribute(workspace, body);
}

export function addTwinAttribute(workspace: Workspace, name: string): void {
  keepAttribute(workspace, { name, data_type: "string" });
}

function keepAttribute(workspace: Workspace, body: z.infer<typeof createSchema>): ConversationAttribute {
  const options: ConversationAttribute["options"] = [];
  for (const { label } of "options" in body ? (body.options ?? []) : []) {
    checkLabel({ options }, label);
    options.push({ id: randomUUID(), label, archived: false });
  }
  const attribute: ConversationAttribute = {
    id: workspace.newSmallId(),
    name: body.name,
    description: body.description ?? "",
    data_type: body.data_type,
    required: body.required ?? false,
    visible_to_team_ids: body.visible_to_team_ids ?? [],
    multiline: "multiline" in body ? (body.multiline ?? false) : false,
    reference: "reference" in body ? (body.reference ?? null) : null,
    options,
    archived: false,
    created_at: workspace.now(),
    updated_at: workspace.now(),
  };
  workspace.conversationAttributes.set(attribute.id, attribute);
  workspace.conversationAttributeByName.set(attribute.name, attribute);
  return attribute;
}

export function defineConversationAttributes(define: Define, workspace: Workspace): void {
  const path = "/conversations/attributes";
  const find = (id: string | undefined): ConversationAttribute => {
    const attribute = workspace.conversationAttributes.get(Number(id));
    if (attribute) return attribute;
    throw notFound("Conversation attribute not found", "conversation_attribute_not_found");
  };
  const findList = (id: string | undefined): ConversationAttribute => {
    const attribute = find(id);
    if (attribute.data_type === "list") return attribute;
    throw unprocessable("Options can only be managed on list attributes");
  };
  const findOption = (attribute: ConversationAttribute, id: string | undefined) => {
    const option = attribute.options.find((candidate) => candidate.id === id && !candidate.archived);
    if (option) return option;
    throw notFound("List option not found", "conversation_attribute_not_found");
  };

  define("GET", path, null, ({ query }) => {
    const all = [...workspace.conversationAttributes.values()];
    const shown = query.include_archived === "true" ? all : all.filter((attribute) => !attribute.archived);
    return { type: "list", data: shown.map((attribute) => buildAttribute(workspace, attribute)) };
  });

  define("POST", path, createSchema, ({ body }) =>
    buildAttribute(workspace, createAttribute(workspace, body)),
  );

  define("GET", `${path}/:id`, null, ({ params }) => buildAttribute(workspace, find(params.id)));

  define("PUT", `${path}/:id`, updateSchema, ({ params, body }) => {
    const attribute = find(params.id);
    if (body.name !== undefined && body.name !== attribute.name) {
      checkName(workspace, body.name);
      workspace.conversationAttributeByName.delete(attribute.name);
      workspace.conversationAttributeByName.set(body.name, attribute);
    }
    Object.assign(
      attribute,
      Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
    );
    attribute.updated_at = workspace.now();
    return buildAttribute(workspace, attribute);
  });

  define("DELETE", `${path}/:id`, null, ({ params }) => {
    const attribute = find(params.id);
    attribute.archived = true;
    attribute.updated_at = workspace.now();
    if (workspace.conversationAttributeByName.get(attribute.name) === attribute) {
      workspace.conversationAttributeByName.delete(attribute.name);
    }
    return buildAttribute(workspace, attribute);
  });

  define("POST", `${path}/:id/options`, optionSchema, ({ params, body }) => {
    const attribute = findList(params.id);
    checkLabel(attribute, body.label);
    attribute.options.push({ id: randomUUID(), label: body.label, archived: false });
    return buildAttribute(workspace, attribute);
  });

  define("PUT", `${path}/:id/options/:option_id`, optionSchema, ({ params, body }) => {
    const attribute = findList(params.id);
    const option = findOption(attribute, params.option_id);
    if (option.label !== body.label) checkLabel(attribute, body.label);
    option.label = body.label;
    return buildAttribute(workspace, attribute);
  });

  define("DELETE", `${path}/:id/options/:option_id`, null, ({ params }) => {
    const attribute = findList(params.id);
    findOption(attribute, params.option_id).archived = true;
    return buildAttribute(workspace, attribute);
  });
}
