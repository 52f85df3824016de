// What a survey says of a file's columns: known, kept as custom fields, knowingly left, never read.
import type { CsvObject } from "./captions.ts";
import type { Column } from "./column-map.ts";
import type { IgnoredWhy } from "./vendor-reports.ts";

const PLURAL: Readonly<Record<CsvObject, string>> = {
  company: "companies",
  contact: "contacts",
  member: "members",
  board: "boards",
  status: "statuses",
  priority: "priorities",
  sla: "SLAs",
  ticket: "tickets",
  note: "notes",
  timeEntry: "time entries",
};

const WHY: Readonly<Record<IgnoredWhy, string>> = {
  key: "keys of records that are named beside them or in no export",
  repeated: "said by another column or file",
  billing: "invoices, taxes and costs",
  sum: "sums and ages",
  address: "addresses of sites",
  layout: "settings of ConnectWise",
  unused: "of no use in a helpdesk",
  twin: "another column says the same",
  api: "fields of the API that are not moved",
};

const MOST_NAMED = 12;

export const listHeaders = (headers: readonly string[]): string =>
  headers
    .slice(0, MOST_NAMED)
    .map((header) => `“${header}”`)
    .join(", ") + (headers.length > MOST_NAMED ? ` and ${headers.length - MOST_NAMED} more` : "");

/** @param how encoding and separator, in words */
export function sayColumns(
  name: string,
  object: CsvObject,
  how: string,
  columns: readonly Column[],
  known: number,
): string[] {
  const of = (test: (use: Column["use"]) => boolean) =>
    columns.filter(({ use }) => test(use)).map(({ header }) => header);
  const carried = object === "ticket" || object === "company" || object === "contact";
  const custom = of(({ kind }) => kind === "custom");
  const holds = `${name} holds the ${PLURAL[object]} (${how}); ${known} of ${columns.length} columns are known`;
  const rest =
    custom.length === 0
      ? "."
      : `, ${carried ? "become custom fields" : "are left out"}: ${listHeaders(custom)}.`;
  const left = Object.entries(WHY).flatMap(([why, words]) => {
    const headers = of((use) => use.kind === "ignored" && use.why === why);
    return headers.length === 0 ? [] : [`${listHeaders(headers)} (${words})`];
  });
  const secret = of((use) => use.kind === "dropped" && use.why === "secret");
  return [
    holds + rest,
    ...(left.length === 0 ? [] : [`${name}: known, and not read: ${left.join("; ")}.`]),
    ...(secret.length === 0 ? [] : [`${name}: never read, being secrets: ${listHeaders(secret)}.`]),
  ];
}
