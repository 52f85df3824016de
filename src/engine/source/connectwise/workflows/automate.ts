// ConnectWise Automate: another API with another login; of its scripts the names, folders, comments and parameters.
// `/cwa/api/v1/apitoken` (POST UserName, Password; header ClientId), `/Scripts`, `/ScriptFolders`: as open-source
// clients use them, never tried on a live server.
import { z } from "zod";
import { AskError, type CutoverError, RetryError } from "../../../errors.ts";
import { createJsonClient, type JsonClient, type JsonResponse } from "../../../http/json-client.ts";
import type { SourceCredentials } from "../../../model/migration.ts";
import type { SourceScript } from "../../../model/reports/automation.ts";
import { compact } from "../../../values/compact.ts";
import { isTellingName, maskSecrets } from "../../drop-secrets.ts";
import { dropNulls } from "../client/border.ts";
import { readSite } from "../client/discovery.ts";

type Automate = NonNullable<NonNullable<SourceCredentials["connectwise"]>["automate"]>;

const PAGE_SIZE = 250;
const id = z.union([z.number().int(), z.string().min(1)]).transform(String);
const folder = z.looseObject({ Id: id, Name: z.string().default("") });
const folderRow = z.looseObject({
  Id: id,
  Name: z.string().default(""),
  ParentFolder: folder.optional(),
  ParentId: id.optional(),
});
/** Script steps and data hold passwords in clear: only this much is read. */
const scriptRow = z.object({
  Id: id,
  Name: z.string().default(""),
  Folder: folder.optional(),
  Comments: z.string().optional(),
  Parameters: z.array(z.union([z.string(), z.looseObject({ Name: z.string() })])).default([]),
});
const tokenAnswer = z.looseObject({ AccessToken: z.string().min(1) });

/**
 * @throws AskError when the login or the right is refused, or a second factor is wanted
 * @throws RetryError when the server can't be reached
 */
export async function fetchScripts(
  credentials: Automate & { readonly clientId: string },
  signal?: AbortSignal,
): Promise<readonly SourceScript[]> {
  const site = readSite(credentials.url);
  const http = createJsonClient({ vendor: "ConnectWise Automate" });
  try {
    const headers = await signIn(http, site, credentials, signal);
    const folders = await fetchRows(http, `${site}/cwa/api/v1/ScriptFolders`, headers, folderRow, signal);
    const scripts = await fetchRows(http, `${site}/cwa/api/v1/Scripts`, headers, scriptRow, signal);
    const byId = new Map(folders.map((one) => [one.Id, one]));
    return scripts.map((script) => mapScript(script, byId));
  } finally {
    await http.close();
  }
}

async function signIn(
  http: JsonClient,
  site: string,
  { user, password, clientId }: Automate & { readonly clientId: string },
  signal?: AbortSignal,
): Promise<Record<string, string>> {
  const answer = await http.request({
    method: "POST",
    url: `${site}/cwa/api/v1/apitoken`,
    headers: { clientid: clientId },
    body: { UserName: user, Password: password, TwoFactorPasscode: "" },
    // A login twice is a login: a lost answer may be asked for again.
    read: true,
    signal,
  });
  const read = answer.status < 300 ? tokenAnswer.safeParse(answer.body) : undefined;
  if (read?.success) return { authorization: `Bearer ${read.data.AccessToken}`, clientid: clientId };
  throw explain(answer, "the login");
}

async function fetchRows<S extends z.ZodType>(
  http: JsonClient,
  url: string,
  headers: Record<string, string>,
  schema: S,
  signal?: AbortSignal,
): Promise<z.output<S>[]> {
  const rows: z.output<S>[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await http.request({
      method: "GET",
      url: `${url}?pageSize=${PAGE_SIZE}&page=${page}&orderBy=Id%20asc`,
      headers,
      read: true,
      signal,
    });
    if (answer.status >= 300) throw explain(answer, url.slice(url.lastIndexOf("/") + 1));
    const found: readonly unknown[] = Array.isArray(answer.body) ? answer.body : [];
    for (const row of found) {
      const read = schema.safeParse(dropNulls(row));
      if (read.success) rows.push(read.data);
    }
    if (found.length < PAGE_SIZE) return rows;
  }
}

function mapScript(
  script: z.output<typeof scriptRow>,
  folders: ReadonlyMap<string, z.output<typeof folderRow>>,
): SourceScript {
  const names = script.Parameters.map((one) => (typeof one === "string" ? one : one.Name));
  return compact({
    id: script.Id,
    name: maskSecrets(script.Name) || `Script ${script.Id}`,
    folder: pathOf(script.Folder, folders),
    comments: script.Comments === undefined ? undefined : maskSecrets(script.Comments),
    // `Name=Default` carries a value that may be a secret.
    parameters: names.map((name) => {
      const [called = ""] = name.split("=");
      return isTellingName(called) ? called : maskSecrets(name);
    }),
  });
}

function pathOf(
  start: z.output<typeof folder> | undefined,
  folders: ReadonlyMap<string, z.output<typeof folderRow>>,
): string | undefined {
  const names: string[] = [];
  const seen = new Set<string>();
  let at = start;
  while (at !== undefined && !seen.has(at.Id)) {
    seen.add(at.Id);
    const known = folders.get(at.Id);
    names.unshift(known?.Name || at.Name || at.Id);
    at = known?.ParentFolder ?? (known?.ParentId === undefined ? undefined : folders.get(known.ParentId));
  }
  return names.length === 0 ? undefined : names.join(" / ");
}

function explain(answer: JsonResponse, what: string): CutoverError {
  const known = answer.requestId === undefined ? {} : { requestId: answer.requestId };
  if (answer.status >= 500 || answer.status === 408 || answer.status === 429) {
    return new RetryError({
      code: "server_trouble",
      args: { of: "automate", what, status: answer.status },
      ...known,
    });
  }
  return new AskError({ code: "automate_refused", args: { what, status: answer.status }, ...known });
}
