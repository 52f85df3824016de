// The gate that every request passes: token, version, quota, body; then the route's own work.
import { randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import type { z } from "zod";
import { ApiError, buildErrorList, invalid, missing } from "./api-error.ts";
import type { Verdict } from "./rate-window.ts";
import type { Workspace } from "./workspace.ts";

export interface Call<Body> {
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: Body;
}

export type Define = <Body = undefined>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  pattern: string,
  schema: z.ZodType<Body> | null,
  handle: (call: Call<Body>) => object,
) => void;

/** Versions that exist; the stand-in answers all of them as 2.16. */
const VERSION = /^(1\.[0-4]|2\.(\d|1[0-7])|Preview|Unstable)$/;

function checkAccess(c: Context, workspace: Workspace): void {
  const authorization = c.req.header("authorization");
  if (authorization === undefined) throw new ApiError(401, "token_not_found", "Access Token Not Found");
  if (authorization !== `Bearer ${workspace.settings.token}`) {
    throw new ApiError(401, "unauthorized", "Access Token Invalid");
  }
  const version = c.req.header("intercom-version");
  if (version !== undefined && !VERSION.test(version)) {
    throw new ApiError(400, "intercom_version_invalid", "The requested version could not be found");
  }
}

async function readBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === "") return null;
  if (!(c.req.header("content-type") ?? "").includes("json")) {
    throw new ApiError(
      415,
      "media_type_not_acceptable",
      "The Content-Type header should be application/json",
    );
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(400, "bad_request", `The body is no JSON: ${String(cause)}`);
  }
}

type Issue = z.core.$ZodIssue;

/** Of a union, the form that the body comes nearest to. */
function closestIssue(issues: readonly Issue[]): Issue | undefined {
  const [issue] = issues;
  if (issue?.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const [closest] = [...issue.errors].sort((a, b) => a.length - b.length);
  return closestIssue(closest ?? []) ?? issue;
}

/** The first thing wrong with a body, as an error of Intercom's. */
function explain(error: z.ZodError): ApiError {
  const issue = closestIssue(error.issues);
  const field = issue?.path.join(".") || undefined;
  const text = `${field ?? "body"}: ${issue?.message ?? "invalid"}`;
  const absent = issue?.code === "invalid_type" && issue.message.endsWith("received undefined");
  return absent ? missing(text, field) : invalid(text, field);
}

/** Answers what no route takes, and keeps it: a request that nothing described must not go unseen. */
export function refuseUnknown(app: Hono, { counters, settings }: Workspace): void {
  app.notFound((c) => {
    if (settings.recordRequests) {
      counters.recorded.push({
        ...{ method: c.req.method, path: c.req.path, pattern: "", query: c.req.query(), body: null },
        ...{ status: 404, version: c.req.header("intercom-version") ?? "" },
      });
    }
    return c.json(buildErrorList(randomUUID(), "not_found", "Resource Not Found"), 404);
  });
}

/** Registers routes on the app so that each passes the gate, is counted, and answers errors in Intercom's form. */
export function buildDefine(app: Hono, workspace: Workspace): Define {
  const { counters, settings } = workspace;
  return (method, pattern, schema, handle) => {
    app.on(method, pattern, async (c) => {
      counters.count(method, pattern);
      if (settings.latencyMs > 0) await new Promise((r) => setTimeout(r, settings.latencyMs));
      const requestId = randomUUID();
      let verdict: Verdict | undefined;
      let body: unknown = null;
      let status = 200;
      let answer: object;
      let more: Record<string, string> = {};
      try {
        verdict = workspace.rate.take(workspace.nowMs());
        body = await readBody(c);
        checkAccess(c, workspace);
        if (!verdict.allowed) throw new ApiError(429, "rate_limit_exceeded", "Exceeded rate limit");
        const parsed = schema?.safeParse(body ?? {});
        if (parsed && !parsed.success) throw explain(parsed.error);
        answer = handle({ params: c.req.param(), query: c.req.query(), body: parsed?.data as never });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        status = error.status;
        more = error.headers;
        answer = buildErrorList(requestId, error.code, error.message, error.field);
        if (status === 429) counters.rateLimited += 1;
      }
      if (settings.recordRequests) {
        counters.recorded.push({
          ...{ method, path: c.req.path, pattern, query: c.req.query(), body, status },
          version: c.req.header("intercom-version") ?? "",
        });
      }
      const headers = { ...verdict?.headers, ...more, "intercom-version": "2.16", "x-request-id": requestId };
      return c.json(answer, status as 200, headers);
    });
  };
}
