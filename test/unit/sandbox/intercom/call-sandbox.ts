// Calls a stand-in as a client would, and makes the records that most tests begin with.

import type { IntercomOptions } from "../../../../sandbox/intercom/options.ts";
import { type IntercomSandbox, startIntercom } from "../../../../sandbox/intercom/start-intercom.ts";

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the test looks into
  readonly body: any;
  readonly headers: Headers;
}

export interface SandboxCaller {
  readonly sandbox: IntercomSandbox;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Id of a new contact; fails the test when refused. */
  contact(fields?: object): Promise<string>;
  /** Id of a new conversation of that contact. */
  conversation(contactId: string, fields?: object): Promise<string>;
}

/** Reads see at once what was made unless a test wants otherwise. Starts one; stop it with `caller.sandbox.stop()`. What is called here may notify: the stand-in is what is tested. */
export async function startCaller(options: IntercomOptions = {}): Promise<SandboxCaller> {
  const sandbox = await startIntercom({
    mayNotify: true,
    ...options,
    habits: { unreadable: { reads: 0, forMs: 0 }, ...options.habits },
  });
  const call: SandboxCaller["call"] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.token}`,
        "intercom-version": "2.16",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  const must = async (method: string, path: string, body: unknown) => {
    const reply = await call(method, path, body);
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  let contacts = 0;
  return {
    sandbox,
    call,
    contact: async (fields = {}) => {
      contacts += 1;
      return (await must("POST", "/contacts", { email: `person${contacts}@client.example`, ...fields })).id;
    },
    conversation: async (contactId, fields = {}) => {
      const from = { type: "contact", id: contactId };
      return (await must("POST", "/conversations", { from, body: "It is broken", ...fields }))
        .conversation_id;
    },
  };
}
