// Actions on companies, contacts and attribute definitions as requests.
import type { ActionOf, ContactFields } from "../../../model/action.ts";
import type { AttributeDefinition, AttributeType } from "../../../model/desired.ts";
import type { AttributeTypes } from "../reads/observe.ts";
import type { IntercomRequest } from "./client.ts";

type Values = Readonly<Record<string, string | number | boolean | null>>;

const contactPath = (id: string, rest = "") => `/contacts/${encodeURIComponent(id)}${rest}`;

/** Contacts and companies take datetimes as unix seconds only. */
function toWireAttributes(values: Values, types: AttributeTypes): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== "string" || types.get(name) !== "datetime") return [name, value];
      const ms = Date.parse(value);
      return [name, Number.isNaN(ms) ? value : Math.floor(ms / 1000)];
    }),
  );
}

export function assembleUpsertCompany(
  action: ActionOf<"upsert-company">,
  types: AttributeTypes,
): IntercomRequest {
  return {
    method: "POST",
    path: "/companies",
    body: {
      company_id: action.companyId,
      name: action.name,
      ...(action.website === undefined ? {} : { website: action.website }),
      ...(action.remoteCreatedAt === undefined ? {} : { remote_created_at: action.remoteCreatedAt }),
      custom_attributes: toWireAttributes(action.attributes, types),
    },
  };
}

export function assembleCreateContact(
  action: ActionOf<"create-contact">,
  types: AttributeTypes,
): IntercomRequest {
  return {
    method: "POST",
    path: "/contacts",
    body: {
      role: action.role,
      external_id: action.externalId,
      ...(action.email === undefined ? {} : { email: action.email }),
      ...(action.phone === undefined ? {} : { phone: action.phone }),
      ...(action.name === undefined ? {} : { name: action.name }),
      custom_attributes: toWireAttributes(action.attributes, types),
    },
  };
}

/** External id and e-mail take no null: the empty text clears them. */
export function assembleUpdateContact(
  contactId: string,
  fields: ContactFields,
  types: AttributeTypes,
): IntercomRequest {
  return {
    method: "PUT",
    path: contactPath(contactId),
    body: {
      ...(fields.externalId === undefined ? {} : { external_id: fields.externalId ?? "" }),
      ...(fields.email === undefined ? {} : { email: fields.email ?? "" }),
      ...(fields.phone === undefined ? {} : { phone: fields.phone }),
      ...(fields.name === undefined ? {} : { name: fields.name }),
      ...(fields.attributes === undefined
        ? {}
        : { custom_attributes: toWireAttributes(fields.attributes, types) }),
    },
  };
}

export function assembleAttachCompany(action: ActionOf<"attach-company">): IntercomRequest {
  return {
    method: "POST",
    path: contactPath(action.contactId, "/companies"),
    body: { id: action.companyId },
  };
}

export function assembleDetachCompany(action: ActionOf<"detach-company">): IntercomRequest {
  const company = encodeURIComponent(action.companyId);
  return { method: "DELETE", path: contactPath(action.contactId, `/companies/${company}`) };
}

export const assembleContactPost = (id: string, verb: "archive" | "unarchive"): IntercomRequest => ({
  method: "POST",
  path: contactPath(id, `/${verb}`),
});

export const assembleDeleteContact = (id: string): IntercomRequest => ({
  method: "DELETE",
  path: contactPath(id),
});

export const assembleDeleteCompany = (id: string): IntercomRequest => ({
  method: "DELETE",
  path: `/companies/${encodeURIComponent(id)}`,
});

const DATA_TYPES: Readonly<Record<AttributeType, string>> = {
  string: "string",
  integer: "integer",
  decimal: "float",
  boolean: "boolean",
  datetime: "datetime",
  list: "options",
};

/** A list of contacts or companies needs two options; a map that knows one gets this beside it. */
const SECOND_OPTION = "Other";

export function assembleCreateAttribute(definition: AttributeDefinition): IntercomRequest {
  const { model, name, type, description, options } = definition;
  const described = description === undefined ? {} : { description };
  if (model === "conversation") {
    const list = type === "list" ? { options: options.map((label) => ({ label })) } : {};
    return {
      method: "POST",
      path: "/conversations/attributes",
      body: { name, data_type: type, ...described, ...list },
    };
  }
  const enough = options.length === 1 ? [...options, SECOND_OPTION] : options;
  const list = type === "list" ? { options: enough.map((value) => ({ value })) } : {};
  return {
    method: "POST",
    path: "/data_attributes",
    body: { name, model, data_type: DATA_TYPES[type], ...described, ...list },
  };
}

export function assembleArchiveAttribute(action: ActionOf<"archive-attribute">): IntercomRequest {
  const id = encodeURIComponent(action.attributeId);
  return action.model === "conversation"
    ? { method: "DELETE", path: `/conversations/attributes/${id}` }
    : { method: "PUT", path: `/data_attributes/${id}`, body: { archived: true } };
}

export function assembleSetOptions(attributeId: string, options: readonly string[]): IntercomRequest {
  return {
    method: "PUT",
    path: `/data_attributes/${encodeURIComponent(attributeId)}`,
    body: { options: options.map((value) => ({ value })) },
  };
}

export function assembleAddOption(attributeId: string, label: string): IntercomRequest {
  return {
    method: "POST",
    path: `/conversations/attributes/${encodeURIComponent(attributeId)}/options`,
    body: { label },
  };
}

export function assembleRemoveOption(attributeId: string, optionId: string): IntercomRequest {
  const option = encodeURIComponent(optionId);
  return {
    method: "DELETE",
    path: `/conversations/attributes/${encodeURIComponent(attributeId)}/options/${option}`,
  };
}
