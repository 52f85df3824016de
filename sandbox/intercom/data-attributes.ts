// Definitions of contact and company attributes: create, change, archive; nothing deletes them.
import { z } from "zod";
import { ApiError, invalid, notFound } from "./api-error.ts";
import { checkAttributeLimit } from "./custom-attributes.ts";
import type { Define } from "./endpoint.ts";
import type { DataAttribute } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const optionsSchema = z.array(z.strictObject({ value: z.string() }));
const createSchema = z
  .strictObject({
    name: z.string(),
    model: z.enum(["contact", "company"]),
    data_type: z.enum(["string", "integer", "float", "boolean", "datetime", "date", "options"]),
    description: z.string().optional(),
    messenger_writable: z.boolean().optional(),
    options: optionsSchema.optional(),
  })
  .refine(
    (body) => (body.data_type === "options") === (body.options !== undefined),
    "options: for lists only",
  );
const updateSchema = z.strictObject({
  archived: z.boolean().optional(),
  description: z.string().optional(),
  messenger_writable: z.boolean().optional(),
  options: optionsSchema.optional(),
});

/** Letters, digits, currency symbols, hyphens; spaces and underscores occur in examples. */
const NAME = /^[\p{L}\p{N}\p{Sc} _-]+$/u;

/** Some of the fields that every workspace has; they are listed without an id. */
const STANDARD = [
  ["contact", "external_id", "string"],
  ["contact", "email", "string"],
  ["contact", "phone", "string"],
  ["contact", "name", "string"],
  ["contact", "created_at", "date"],
  ["company", "company_id", "string"],
  ["company", "name", "string"],
  ["company", "website", "string"],
] as const;

const PEOPLE = { contact: "people", company: "company" } as const;
/** What the API says of a type that it doesn't name in its answers. */
const SHOWN_TYPE: Partial<Record<DataAttribute["data_type"], string>> = {
  options: "string",
  datetime: "date",
};

function checkName(workspace: Workspace, name: string, model: DataAttribute["model"]): void {
  if (!NAME.test(name) || (name.includes("_") && !workspace.habits.underscoresInNames)) {
    const allowed = "alphanumeric characters, currency symbols, and hyphens";
    throw invalid(`Your name for this attribute must only contain ${allowed}`, "name");
  }
  const same = workspace.dataAttributeByName.get(name);
  if (!same) return;
  const advice = `To save this as new ${PEOPLE[model]} data, use a different name.`;
  throw invalid(`You already have '${name}' in your ${PEOPLE[same.model]} data. ${advice}`, "name");
}

function checkOptions(options: readonly { value: string }[]): string[] {
  const values = options.map((option) => option.value);
  if (values.length < 2) throw invalid("At least two options are required", "options");
  if (new Set(values).size !== values.length) throw invalid("Options must differ", "options");
  return values;
}

function buildDataAttribute(workspace: Workspace, attribute: DataAttribute) {
  const [admin] = workspace.admins.keys();
  const { options, description, data_type, ...rest } = attribute;
  return {
    type: "data_attribute",
    ...rest,
    full_name: `custom_attributes.${attribute.name}`,
    label: attribute.name,
    ...(description === null ? {} : { description }),
    data_type: SHOWN_TYPE[data_type] ?? data_type,
    ...(options.length > 0 ? { options } : {}),
    api_writable: true,
    ui_writable: false,
    custom: true,
    admin_id: admin ?? "0",
  };
}

const buildStandard = ([model, name, data_type]: (typeof STANDARD)[number]) => ({
  type: "data_attribute",
  model,
  name,
  full_name: name,
  label: name,
  data_type,
  api_writable: name !== "created_at",
  ui_writable: false,
  messenger_writable: false,
  custom: false,
  archived: false,
});

export function defineDataAttributes(define: Define, workspace: Workspace): void {
  define("GET", "/data_attributes", null, ({ query }) => {
    const { model, include_archived } = query;
    if (model !== undefined && model !== "contact" && model !== "company") {
      const message = `model=${model} is no longer supported. Use GET /conversations/attributes instead`;
      throw new ApiError(422, "parameter_invalid", message);
    }
    const custom = [...workspace.dataAttributes.values()].filter(
      (attribute) =>
        (!model || attribute.model === model) && (include_archived === "true" || !attribute.archived),
    );
    const standard = STANDARD.filter(([of]) => !model || of === model).map(buildStandard);
    return { type: "list", data: [...standard, ...custom.map((a) => buildDataAttribute(workspace, a))] };
  });

  define("POST", "/data_attributes", createSchema, ({ body }) => {
    checkName(workspace, body.name, body.model);
    checkAttributeLimit(workspace);
    const attribute: DataAttribute = {
      id: workspace.newSmallId(),
      model: body.model,
      name: body.name,
      description: body.description ?? null,
      data_type: body.data_type,
      options: body.options === undefined ? [] : checkOptions(body.options),
      messenger_writable: body.messenger_writable ?? false,
      archived: false,
      created_at: workspace.now(),
      updated_at: workspace.now(),
    };
    workspace.dataAttributes.set(attribute.id, attribute);
    workspace.dataAttributeByName.set(attribute.name, attribute);
    return buildDataAttribute(workspace, attribute);
  });

  define("PUT", "/data_attributes/:id", updateSchema, ({ params, body }) => {
    const attribute = workspace.dataAttributes.get(Number(params.id));
    if (!attribute) throw notFound("We couldn't find that data attribute to update", "field_not_found");
    if (body.options !== undefined) {
      if (attribute.data_type !== "options") throw invalid("Options are for lists only", "options");
      attribute.options = checkOptions(body.options);
    }
    if (body.archived === true && !attribute.archived) workspace.dataAttributeByName.delete(attribute.name);
    if (body.archived === false && attribute.archived) {
      checkName(workspace, attribute.name, attribute.model);
      workspace.dataAttributeByName.set(attribute.name, attribute);
    }
    attribute.archived = body.archived ?? attribute.archived;
    attribute.description = body.description ?? attribute.description;
    attribute.messenger_writable = body.messenger_writable ?? attribute.messenger_writable;
    attribute.updated_at = workspace.now();
    return buildDataAttribute(workspace, attribute);
  });
}
