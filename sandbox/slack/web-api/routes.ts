// The Web API: authentication, dispatch, recording and answers as Slack gives them.
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { Manifest } from "../manifest.ts";
import { RateLimited } from "../rate-limited.ts";
import type { Rates } from "../rates.ts";
import type { Loose, Violation } from "../types.ts";
import type { Workspace } from "../workspace.ts";
import { authMethods, type Grants, redeemCode } from "./auth.ts";
import type { CallLog } from "./call-log.ts";
import { chatMethods } from "./chat.ts";
import { conversationMethods } from "./conversations.ts";
import { fileMethods } from "./files.ts";
import { type AppConfig, given, type Method, SlackRefusal } from "./method.ts";
import { readArgs } from "./read-args.ts";
import { requireScope } from "./scopes.ts";
import { viewMethods } from "./views.ts";

const methods: Record<string, Method> = {
  ...authMethods,
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...fileMethods,
};

export interface WebApiParts {
  readonly workspace: Workspace;
  readonly config: AppConfig;
  readonly grants: Grants;
  readonly rates: Rates;
  readonly calls: CallLog;
  readonly violations: Violation[];
  readonly manifest: Manifest;
  /** Known once the server listens. */
  readonly url: () => string;
}

const limitErrors = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
]);

/** HTTP Basic or fields, as OAuth clients send them. */
function clientOf(c: Context, args: Loose): { id: string; secret: string } {
  const basic = /^Basic (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  const [id = "", secret = ""] = basic ? Buffer.from(basic, "base64").toString().split(":") : [];
  return { id: given(args, "client_id") ?? id, secret: given(args, "client_secret") ?? secret };
}

function authenticate(parts: WebApiParts, method: string, token: string): string {
  if (token === "") throw new SlackRefusal("not_authed");
  if (method === "apps.connections.open") {
    if (token !== parts.config.appToken) throw new SlackRefusal("not_allowed_token_type");
    return parts.workspace.home.id;
  }
  const teamId = parts.workspace.tokens.get(token);
  if (!teamId) throw new SlackRefusal("invalid_auth");
  return teamId;
}

async function callMethod(parts: WebApiParts, c: Context, name: string, args: Loose): Promise<Loose> {
  const { workspace, config, grants, rates, violations, manifest } = parts;
  if (name === "oauth.v2.access")
    return redeemCode(
      workspace,
      grants,
      args,
      clientOf(c, args),
      {
        id: config.clientId,
        secret: config.clientSecret,
      },
      manifest.scopes,
    );
  const bearer = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  const token = bearer ?? given(args, "token") ?? "";
  const teamId = authenticate(parts, name, token);
  const method = methods[name];
  if (!method) throw new SlackRefusal("unknown_method");
  requireScope(workspace, name, args.channel, manifest.scopes);
  return method({ workspace, args, token, teamId, rates, config, violations, manifest, url: parts.url() });
}

/** Secrets stay out of the record of calls. */
function redact(args: Loose): Loose {
  const { token: _token, client_secret: _secret, code: _code, ...rest } = args;
  return rest;
}

export function webApiRoutes(parts: WebApiParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.on(["GET", "POST"], "/:method", async (c) => {
    const method = c.req.param("method");
    const args = await readArgs(c);
    const record = (error?: string) =>
      parts.calls.add({
        method,
        args: redact(args),
        at: parts.workspace.now(),
        ok: error === undefined,
        ...(error ? { error } : {}),
      });
    try {
      const answer = await callMethod(parts, c, method, args);
      record();
      return c.json({ ok: true, ...answer });
    } catch (error) {
      if (error instanceof RateLimited) {
        record("ratelimited");
        return c.json({ ok: false, error: "ratelimited" }, 429, { "Retry-After": String(error.retryAfter) });
      }
      if (!(error instanceof SlackRefusal)) throw error;
      record(error.code);
      if (limitErrors.has(error.code) || error.messages.length > 0)
        parts.violations.push({ method, error: error.code, messages: error.messages });
      const metadata = error.messages.length > 0 ? { response_metadata: { messages: error.messages } } : {};
      return c.json({ ok: false, error: error.code, ...metadata });
    }
  });
  return app;
}
