// A bare client for the tests of the ConnectWise stand-in: headers, URL, nothing clever.
import { request } from "undici";
import type { ConnectWiseOptions, ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import type { TenantOptions } from "../../sandbox/tenant/tenant.ts";

const NOW = new Date("2026-11-20T12:00:00Z");

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export async function startSmall(
  options: Partial<ConnectWiseOptions> = {},
  size: Partial<TenantOptions> = {},
) {
  const tenant = makeTenant({ seed: 7, now: NOW, companies: 12, contacts: 60, tickets: 150, ...size });
  return startConnectWise({ tenant, clock: () => NOW, ...options });
}

export function headersFor(cw: ConnectWiseSandbox): Record<string, string> {
  const { company, publicKey, privateKey, clientId } = cw.credentials;
  return {
    authorization: `Basic ${Buffer.from(`${company}+${publicKey}:${privateKey}`).toString("base64")}`,
    clientId,
    accept: "application/vnd.connectwise.com+json; version=2026.4",
  };
}

export interface Asking {
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly codebase?: string;
  readonly method?: "GET" | "POST";
  readonly json?: unknown;
}

/** Asks below `/apis/3.0`. Rejects when the connection is cut. */
export async function ask(cw: ConnectWiseSandbox, path: string, asking: Asking = {}): Promise<Answer> {
  const url = new URL(`${cw.url}/${asking.codebase ?? "v2026_4"}/apis/3.0${path}`);
  for (const [name, value] of Object.entries(asking.query ?? {})) url.searchParams.set(name, String(value));
  const headers = { ...headersFor(cw), ...asking.headers };
  const {
    statusCode,
    headers: answered,
    body,
  } = await request(url, {
    method: asking.method ?? "GET",
    headers: asking.json === undefined ? headers : { ...headers, "content-type": "application/json" },
    ...(asking.json === undefined ? {} : { body: JSON.stringify(asking.json) }),
  });
  const text = await body.text();
  const isJson = String(answered["content-type"]).includes("json");
  return { status: statusCode, headers: answered, body: isJson ? (JSON.parse(text) as unknown) : text };
}

/** The records of a list answer; fails the test with the error's text when it isn't one. */
export async function list(
  cw: ConnectWiseSandbox,
  path: string,
  query: Asking["query"] = {},
): Promise<Record<string, unknown>[]> {
  const { status, body } = await ask(cw, path, { query });
  if (status !== 200 || !Array.isArray(body))
    throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body as Record<string, unknown>[];
}
