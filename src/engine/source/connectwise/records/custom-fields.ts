// Definitions of custom fields, and which object each belongs to.
import type { z } from "zod";
import type { Saying } from "../../../model/sayings/saying.ts";
import type { CustomFieldSurvey } from "../../../model/survey.ts";
import { concernsOnePart } from "../../refusals.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchAllRows, fetchNewestRows } from "../client/paging.ts";
import { captionOfOldField } from "./map-custom-fields.ts";
import { isSecretField, projectTicketRow, ticketRow } from "./schema.ts";
import { companyRow, contactRow, userDefinedFieldRow } from "./schema-people.ts";

const LISTS = [
  { object: "ticket", path: "service/tickets", schema: ticketRow },
  { object: "ticket", path: "project/tickets", schema: projectTicketRow },
  { object: "company", path: "company/companies", schema: companyRow },
  { object: "contact", path: "company/contacts", schema: contactRow },
] as const;

/** A record lists every field of its screen, filled or not, so a few records tell which belong there. */
const LOOKED_AT = 50;

/**
 * A definition names its screen only by the number of a "pod" that no document explains. So the object is read
 * from records: a field that stands in tickets is a ticket's. A field that stands nowhere is left out.
 * Secrets and buttons are never among them: their values are dropped at the border.
 */
export async function fetchCustomFields(
  client: ConnectWiseClient,
  signal?: AbortSignal,
): Promise<readonly CustomFieldSurvey[]> {
  const definitions = await fetchDefinitions(client, signal);
  const found = new Map<string, CustomFieldSurvey>();
  for (const { object, path, schema } of LISTS) {
    for (const row of await fetchReadable(client, schema, path, signal)) {
      for (const field of seenIn(row)) {
        const key = `${object}:${field.id}`;
        if (found.has(key)) continue;
        const definition = definitions.get(field.id);
        found.set(key, {
          id: field.id,
          caption: definition?.caption || field.caption || `Field ${field.id}`,
          object,
          type: definition?.type ?? field.type,
          options: definition?.options ?? [],
          samples: [],
        });
      }
    }
  }
  return [...found.values()].filter(({ type }) => type !== "Password" && type !== "Button");
}

function seenIn(row: {
  readonly customFields: readonly { readonly id: string; readonly caption: string; readonly type: string }[];
}) {
  const old = Object.entries(row)
    .filter(([key, value]) => key.startsWith("userDefinedField") && typeof value === "string")
    .map(([key]) => ({ id: key, caption: captionOfOldField(key), type: "Text" }));
  return [...row.customFields, ...old];
}

/** For the survey: names the fields whose values are never read; none where there is no such field. */
export async function fetchSecretFieldRemarks(client: ConnectWiseClient): Promise<readonly Saying[]> {
  const captions = [...(await fetchDefinitions(client)).values()]
    .filter(
      ({ caption, type, options }) =>
        type === "Password" || (options.length === 0 && isSecretField({ caption, type })),
    )
    .map(({ caption }) => caption);
  if (captions.length === 0) return [];
  return [{ code: "secret_fields", args: { captions: [...new Set(captions)] } }];
}

async function fetchDefinitions(client: ConnectWiseClient, signal?: AbortSignal) {
  const path = "system/userDefinedFields";
  const rows = await readable(
    client,
    fetchAllRows(client, userDefinedFieldRow, { path, signal }).then((all) => all.rows),
    signal,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        caption: row.caption,
        type: row.fieldTypeIdentifier,
        options: row.options.flatMap(({ optionValue }) => (optionValue === undefined ? [] : [optionValue])),
      },
    ]),
  );
}

function fetchReadable<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  path: string,
  signal?: AbortSignal,
) {
  return readable(client, fetchNewestRows(client, schema, { path, pageSize: LOOKED_AT, signal }), signal);
}

/** A list that can't be read has no fields to show; the extraction names it. */
async function readable<T>(
  client: ConnectWiseClient,
  rows: Promise<readonly T[]>,
  signal?: AbortSignal,
): Promise<readonly T[]> {
  try {
    return await rows;
  } catch (error) {
    if (await concernsOnePart(error, client, signal)) return [];
    throw error;
  }
}
