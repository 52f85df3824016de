// The pages on a real port, over an engine in memory that answers as a test says.
import type { Engine } from "../../../src/engine/engine.ts";
import { makeWebApp, type WebOptions } from "../../../src/web/app.ts";
import { startServer } from "../../../src/web/server.ts";
import { createFakeEngine } from "../../support/fake-engine.ts";

export async function startWeb(
  options: { readonly engine?: Partial<Engine> } & Partial<Omit<WebOptions, "engine">> = {},
) {
  const fake = createFakeEngine();
  const migration = await fake.openMigration({
    key: "k",
    title: 'Harbor & "Sons" <script>alert(1)</script>',
    createdBy: { team: "T", user: "U" },
  });
  const { token } = await fake.createCredentialLink(migration.id, { team: "T", user: "U" });
  const errors: unknown[] = [];
  const { engine, ...rest } = options;
  const server = await startServer({
    pages: makeWebApp({
      engine: { ...fake, ...engine },
      publicUrl: "http://127.0.0.1",
      onError: (error) => errors.push(error),
      ...rest,
    }),
    port: 0,
    hostname: "127.0.0.1",
  });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    /** Path of a one-time page that is good. */
    page: `/connect/${token}`,
    errors,
    get: (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers }),
    post: (path: string, form: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
      fetch(`${url}${path}`, { method: "POST", body: new URLSearchParams({ ...form }), headers }),
    close: () => server.close(),
  };
}
export type WebOverHttp = Awaited<ReturnType<typeof startWeb>>;

/** Filled in as the sandbox of nobody would be; secrets are words that occur nowhere else. */
export const FORM = {
  "source.connectwise.url": "https://api-na.myconnectwise.net",
  "source.connectwise.company": "acme",
  "source.connectwise.publicKey": "PUBLICKEY1",
  "source.connectwise.privateKey": "hush-private-key",
  "source.connectwise.clientId": "CLIENT-1",
  "destination.intercom.url": "https://api.intercom.io",
  "destination.intercom.token": "hush-production-token",
  "staging.intercom.url": "https://api.intercom.io",
  "staging.intercom.token": "hush-staging-token",
} as const;
