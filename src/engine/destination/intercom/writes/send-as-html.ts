// For workspaces that take a contact's text as HTML (the canary tells): it is sent escaped, so that no word is lost.
import { toIntercomHtml } from "../../../values/text.ts";
import type { IntercomClient, IntercomRequest } from "../api/client.ts";

interface Body {
  readonly body?: unknown;
  /** Of a new conversation. */
  readonly from?: unknown;
  /** Of a reply: `admin` or `user`. */
  readonly type?: unknown;
}

/** A client whose openings and contacts' replies are HTML; teammates' words are that anyway. */
export function sendTextAsHtml(client: IntercomClient): IntercomClient {
  return { ...client, write: (request, schema, signal) => client.write(encode(request), schema, signal) };
}

function encode(request: IntercomRequest): IntercomRequest {
  const body = (request.body ?? {}) as Body;
  const byContact = body.from !== undefined || body.type === "user";
  if (request.method !== "POST" || !byContact || typeof body.body !== "string") return request;
  return { ...request, body: { ...body, body: toIntercomHtml(body.body) } };
}
