// What is wrong with a document, in sentences that name the field and never its value.
import type { z } from "zod";

/** One sentence an issue, in the order found. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], document: unknown): string {
  return issues.map((issue) => sentenceOf(issue, document)).join(" ");
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

function sentenceOf(issue: z.core.$ZodIssue, document: unknown): string {
  const where = issue.path.length === 0 ? "The document" : `"${issue.path.join(".")}"`;
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key.slice(0, 60)}"`).join(", ");
    return `${where} has no field named ${keys}: check the spelling.`;
  }
  if (issue.path.length > 0 && valueAt(document, issue.path) === undefined) return `${where} is missing.`;
  if (issue.code === "invalid_type")
    return `${where} must be ${KINDS[issue.expected] ?? `of type ${issue.expected}`}.`;
  return `${where} ${issue.message.replace(/^Invalid input: /, "")}.`;
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
