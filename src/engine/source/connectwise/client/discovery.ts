// Where a company's API lives: `/login/companyinfo/{company}` names the codebase, which moves with every release.
import { z } from "zod";
import { AskError, InputError, RetryError } from "../../../errors.ts";
import type { JsonClient, JsonResponse } from "../../../http/json-client.ts";
import { dropNulls } from "./border.ts";

export interface Codebase {
  /** `https://HOST/v2026_4/apis/3.0`, without a slash at the end. */
  readonly apiUrl: string;
  readonly cloud: boolean;
  readonly version?: string;
}

const companyInfo = z.object({
  Codebase: z.string().regex(/^[\w./-]+$/),
  IsCloud: z.boolean().optional(),
  VersionNumber: z.string().optional(),
  VersionCode: z.string().optional(),
});

/** On-prem servers all have it, and old ones don't tell. */
const ON_PREM_CODEBASE = "v4_6_release/";

const CLOUD_HOST = /^(?:api-)?(na|eu|au|aus|za|staging)\.myconnectwise\.net$/i;

/**
 * What people type as "site", as an origin: the scheme may be missing, a path is dropped, and the cloud's
 * web address becomes its API host (without `api-` it only answers "SSL is required").
 * @throws InputError when it is no address
 */
export function readSite(typed: string): string {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const parsed = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) {
    throw new InputError({ code: "site_invalid" });
  }
  const region = CLOUD_HOST.exec(parsed.hostname)?.[1];
  return region ? `https://api-${region.toLowerCase()}.myconnectwise.net` : parsed.origin;
}

/**
 * Needs no credentials. Never follows the host that the answer names: credentials go only where a person said.
 * @throws AskError for an unknown company; RetryError when the site does not answer properly
 */
export async function fetchCodebase(
  http: JsonClient,
  site: string,
  company: string,
  signal?: AbortSignal,
): Promise<Codebase> {
  const answer = await http.request({
    method: "GET",
    url: `${site}/login/companyinfo/${encodeURIComponent(company)}`,
    read: true,
    signal,
  });
  // Old on-prem servers have no such page, but their codebase is known.
  if (answer.status === 404 && !CLOUD_HOST.test(new URL(site).hostname)) {
    return { apiUrl: `${site}/${ON_PREM_CODEBASE}apis/3.0`, cloud: false };
  }
  if (answer.status !== 200 && answer.status !== 404) throw siteTrouble(answer);
  const info = companyInfo.safeParse(dropNulls(answer.body));
  if (!info.success) throw unknownCompany(company);
  const { Codebase: codebase, IsCloud, VersionNumber, VersionCode } = info.data;
  const version = VersionNumber ?? VersionCode;
  return {
    apiUrl: `${site}/${codebase.replace(/^\/+|\/+$/g, "")}/apis/3.0`,
    cloud: IsCloud ?? CLOUD_HOST.test(new URL(site).hostname),
    ...(version === undefined ? {} : { version }),
  };
}

function unknownCompany(company: string): AskError {
  return new AskError({ code: "company_unknown", args: { company: company.slice(0, 50) } });
}

function siteTrouble(answer: JsonResponse): RetryError {
  return new RetryError({ code: "site_trouble", args: answer.html ? {} : { status: answer.status } });
}
