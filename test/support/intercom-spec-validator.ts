// Holds requests and answers against Intercom's own description, property by property.
import { existsSync, readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {
  convert,
  convertComponents,
  isObject,
  type Json,
  type JsonObject,
} from "../contract/sandbox-intercom-openapi.ts";

const VERSION = "2.16";
const SPEC = new URL("../../../shared/specs/intercom-2.16.json", import.meta.url);

/** False on a clone without the descriptions beside it; then tests skip, and say so. */
export const intercomSpecExists = existsSync(SPEC);
if (!intercomSpecExists) {
  console.warn("SKIPPED: ../shared/specs/intercom-2.16.json is missing, nothing is held against it.");
}

export interface CheckedRequest {
  readonly method: string;
  /** Without the query, e.g. `/conversations/12/reply`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Parsed; null or absent when there was none. */
  readonly body?: unknown;
  /** The header `Intercom-Version`; not looked at when absent. */
  readonly version?: string | undefined;
}

export interface IntercomRequestValidator {
  /** What the description has against a request; empty when nothing. */
  checkRequest(request: CheckedRequest): string[];
  /** The same of an answer's body. */
  checkResponse(method: string, path: string, status: number, body: unknown): string[];
}

interface Operation {
  readonly name: string;
  readonly pattern: RegExp;
  readonly pathTypes: readonly string[];
  readonly definition: JsonObject;
}

/** Paging that the API's guide documents and the description leaves out. */
const PAGED = /^GET \/(contacts|articles|help_center\/collections|(contacts|companies)\/\{\w+\}\/\w+)$/;
const PAGING = ["page", "per_page", "starting_after"];

/** Mends what the description has wrong; each is a place where it contradicts its own words or the API. */
function mend(schemas: JsonObject): void {
  const scalars: Json[] = [{ type: "number" }, { type: "boolean" }, { type: "string", nullable: true }];
  const at = (name: string, ...path: string[]): JsonObject => {
    let place: Json | undefined = schemas[name];
    for (const key of path) place = isObject(place) ? place[key] : undefined;
    if (!isObject(place)) throw new Error(`The description has no ${[name, ...path].join(".")} to mend`);
    return place;
  };
  // Boolean and decimal attributes of conversations exist, so their values must be sayable.
  const values = at("custom_attributes", "additionalProperties");
  values.anyOf = [...(Array.isArray(values.anyOf) ? values.anyOf : []), ...scalars];
  // "Set to nil to remove company."
  at("update_conversation_request", "properties", "company_id").nullable = true;
  // A company answers what it was given: numbers and booleans too.
  at("company", "properties", "custom_attributes").additionalProperties = { anyOf: scalars };
  // Schema and example disagree: `companies` and `data`.
  const attached = at("contact_attached_companies", "properties");
  attached.data = attached.companies ?? {};
  // "Fetch a single company by passing in company_id or name" answers the company itself.
  schemas.company_list = { anyOf: [at("company_list"), { $ref: "#/components/schemas/company" }] };
  // The second form is empty, so a body with options matches both of "one of".
  const update = at("update_data_attribute_request");
  update.anyOf = update.oneOf ?? [];
  delete update.oneOf;
}

function readOperations(paths: JsonObject): Operation[] {
  const operations: Operation[] = [];
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, definition] of Object.entries(isObject(methods) ? methods : {})) {
      if (!isObject(definition)) continue;
      const types = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
        const found = parameters(definition).find((p) => p.in === "path" && p.name === name);
        return isObject(found?.schema) ? String(found.schema.type) : "string";
      });
      const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "([^/]+)")}$`);
      operations.push({ name: `${method.toUpperCase()} ${path}`, pattern, pathTypes: types, definition });
    }
  }
  // Fixed paths before those with an id in the same place.
  return operations.sort((a, b) => a.pathTypes.length - b.pathTypes.length);
}

function parameters(definition: JsonObject): JsonObject[] {
  return (Array.isArray(definition.parameters) ? definition.parameters : []).filter(isObject);
}

const bodySchema = (holder: Json | undefined): Json | undefined => {
  const content =
    isObject(holder) && isObject(holder.content) ? holder.content["application/json"] : undefined;
  return isObject(content) ? content.schema : undefined;
};

/** A query or path value as the type that the description gives it. */
function hasType(value: string, type: Json | undefined): boolean {
  if (type === "integer") return /^-?\d+$/.test(value);
  if (type === "boolean") return value === "true" || value === "false";
  return true;
}

function checkQuery(operation: Operation, query: Readonly<Record<string, string>>): string[] {
  const known = parameters(operation.definition).filter((parameter) => parameter.in === "query");
  const missing = known.filter(({ name, required }) => required === true && !(String(name) in query));
  const wrong = Object.entries(query).flatMap(([name, value]) => {
    const parameter = known.find((candidate) => candidate.name === name);
    if (!parameter) {
      return PAGED.test(operation.name) && PAGING.includes(name) ? [] : [`query ${name} isn't described`];
    }
    const schema = isObject(parameter.schema) ? parameter.schema : {};
    if (!hasType(value, schema.type)) return [`query ${name} must be ${schema.type}`];
    if (Array.isArray(schema.enum) && !schema.enum.includes(value))
      return [`query ${name} must be one of ${schema.enum.join(", ")}`];
    const above = typeof schema.maximum === "number" && Number(value) > schema.maximum;
    return above ? [`query ${name} is above ${schema.maximum}`] : [];
  });
  return [...missing.map(({ name }) => `query ${name} is missing`), ...wrong];
}

/** Reads and compiles the description; throws when it is missing (see `intercomSpecExists`). */
export function makeIntercomRequestValidator(): IntercomRequestValidator {
  const spec = JSON.parse(readFileSync(SPEC, "utf8")) as {
    paths: JsonObject;
    components: { schemas: JsonObject };
  };
  mend(spec.components.schemas);
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addFormat("timestamp", true);
  ajv.addSchema({ $id: "intercom", $defs: convertComponents(spec.components.schemas) });
  const operations = readOperations(spec.paths);
  const compiled = new Map<string, ValidateFunction>();

  const findOperation = (method: string, path: string) =>
    operations.find((operation) => operation.name.startsWith(`${method} `) && operation.pattern.test(path));

  const check = (key: string, schema: Json, body: unknown): string[] => {
    let validate = compiled.get(key);
    if (!validate) {
      const text = JSON.stringify(convert(schema, "whole")).replaceAll('"#/$defs/', '"intercom#/$defs/');
      validate = ajv.compile(JSON.parse(text));
      compiled.set(key, validate);
    }
    if (validate(body)) return [];
    return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  };

  return {
    checkRequest({ method, path, query = {}, body, version }) {
      const operation = findOperation(method, path);
      if (!operation) return [`${method} ${path} isn't described`];
      const values = operation.pattern.exec(path)?.slice(1) ?? [];
      const ofPath = values.flatMap((value, i) =>
        hasType(value, operation.pathTypes[i])
          ? []
          : [`path value ${value} must be ${operation.pathTypes[i]}`],
      );
      const schema = bodySchema(operation.definition.requestBody);
      const absent = body === undefined || body === null;
      let ofBody: string[] = [];
      if (schema === undefined) ofBody = absent ? [] : ["a body isn't described"];
      else ofBody = check(`${operation.name} request`, schema, absent ? {} : body);
      const ofVersion =
        version === undefined || version === VERSION ? [] : [`version ${version}, not ${VERSION}`];
      return [...ofVersion, ...ofPath, ...checkQuery(operation, query), ...ofBody].map(
        (text) => `${operation.name}: ${text}`,
      );
    },
    checkResponse(method, path, status, body) {
      const operation = findOperation(method, path);
      if (!operation) return [`${method} ${path} isn't described`];
      const { responses } = operation.definition;
      // An error that the description doesn't list for this path must still have the form of every error.
      const described = bodySchema(isObject(responses) ? responses[String(status)] : undefined);
      const schema = described ?? (status >= 400 ? { $ref: "#/components/schemas/error" } : undefined);
      if (schema === undefined) return [`${operation.name}: status ${status} isn't described`];
      return check(`${operation.name} ${status}`, schema, body).map((text) => `${operation.name}: ${text}`);
    },
  };
}
