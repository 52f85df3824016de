// FILE: one JSON document that says where from, where to and by which map; secrets come from the environment.
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { InputError } from "../engine/errors.ts";
import type { Credentials } from "../engine/model/migration.ts";
import { explainIssues } from "./explain-issues.ts";

const filled = z.string().min(1, "is empty");
const address = z.url({ protocol: /^https?$/, error: "must be an address that starts with https://" });
const intercom = z.strictObject({ intercom: z.strictObject({ url: address, token: filled }) });

const csvObject = z.enum([
  ...(["company", "contact", "member", "board", "status", "priority", "sla", "ticket", "note"] as const),
  "timeEntry",
]);
const csvFolder = z.strictObject({
  directory: filled,
  dateOrder: z.enum(["dmy", "mdy", "ymd"], { error: 'must be "dmy", "mdy" or "ymd"' }).optional(),
  timeZone: filled.optional(),
  zones: z.record(z.string(), filled).optional(),
  columns: z.record(z.string(), z.record(z.string(), filled.nullable())).optional(),
  objects: z.record(z.string(), csvObject).optional(),
});

const connectwise = z.strictObject({
  url: address,
  company: filled,
  publicKey: filled,
  privateKey: filled,
  clientId: filled,
  automate: z.strictObject({ url: address, user: filled, password: filled }).optional(),
});

/** Not a union of both: its error would say only that neither fits, and not what is wrong with the one meant. */
const source = z
  .strictObject({ connectwise: connectwise.optional(), csv: csvFolder.optional() })
  .transform((given, context) => {
    if (given.connectwise && !given.csv) return { connectwise: given.connectwise };
    if (given.csv && !given.connectwise) return { csv: given.csv };
    context.addIssue(
      'needs one of "connectwise" (url, company, publicKey, privateKey, clientId) and "csv" (directory)',
    );
    return z.NEVER;
  });

const fileSchema = z.strictObject({
  source,
  destination: intercom,
  staging: intercom.optional(),
  map: filled.default("map.json"),
});

export interface MigrationFile {
  readonly credentials: Credentials;
  /** Absolute path of the map. */
  readonly mapPath: string;
  /** Absolute path of the folder that FILE lies in. */
  readonly directory: string;
}

/**
 * Reads and checks FILE. `"env:NAME"` is taken from the environment; relative paths are relative to FILE.
 * Throws InputError that names what is wrong, never a value.
 */
export async function readMigrationFile(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MigrationFile> {
  const document = fromEnvironment(await readJson(path), env, path, []);
  const parsed = fileSchema.safeParse(document);
  if (!parsed.success) throw invalid(path, explainIssues(parsed.error.issues, document));
  const { source, destination, staging, map } = parsed.data;
  const here = dirname(resolve(path));
  return {
    credentials: {
      source: "csv" in source ? { csv: csvOf(source.csv, here) } : connectwiseOf(source),
      destination,
      ...(staging === undefined ? {} : { staging }),
    },
    mapPath: resolve(here, map),
    directory: here,
  };
}

/** What is not said stays absent. */
function connectwiseOf({
  connectwise: { automate, ...rest },
}: Extract<z.output<typeof fileSchema>["source"], { connectwise: unknown }>): Credentials["source"] {
  return { connectwise: automate === undefined ? rest : { ...rest, automate } };
}

/** The folder's path is relative to FILE; what is not said stays absent. */
function csvOf(csv: z.output<typeof csvFolder>, here: string): NonNullable<Credentials["source"]["csv"]> {
  const { directory, dateOrder, timeZone, zones, columns, objects } = csv;
  return {
    directory: resolve(here, directory),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(zones === undefined ? {} : { zones }),
    ...(columns === undefined ? {} : { columns }),
    ...(objects === undefined ? {} : { objects }),
  };
}

/** Throws InputError when the file is missing or is not JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    // The parser's own message quotes what it stumbled on, which may be a key.
    if (error instanceof SyntaxError) throw invalid(path, `It is not JSON${placeOf(error)}.`);
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw invalid(path, missing ? "There is no such file." : "It can't be read.", error);
  }
}

function fromEnvironment(
  value: unknown,
  env: Readonly<Record<string, string | undefined>>,
  path: string,
  at: string[],
): unknown {
  if (typeof value === "string" && value.startsWith("env:")) {
    const name = value.slice(4);
    const found = env[name];
    if (found === undefined || found === "") {
      throw invalid(path, `"${at.join(".")}" is read from the variable ${name}, which is not set.`);
    }
    return found;
  }
  if (Array.isArray(value))
    return value.map((item, index) => fromEnvironment(item, env, path, [...at, String(index)]));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, fromEnvironment(item, env, path, [...at, key])]),
    );
  }
  return value;
}

function placeOf(error: SyntaxError): string {
  const place = /line \d+ column \d+/.exec(error.message)?.[0];
  return place === undefined ? "" : `: look at ${place}`;
}

function invalid(path: string, what: string, cause?: unknown): InputError {
  return new InputError({ code: "invalid_file", args: { path, problem: what }, cause });
}
