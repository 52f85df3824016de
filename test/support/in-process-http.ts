// A JSON client that calls a stand-in in this process: no socket, the same answers, the same ways to lose one.
import { explainFailure } from "../../src/engine/http/explain-failure.ts";
import type { JsonClient } from "../../src/engine/http/json-client.ts";

export interface InProcessServer {
  fetch(request: Request, env: object): Response | Promise<Response>;
}

/** A fault that cuts the connection ends as undici ends then. */
export function makeInProcessClient(server: InProcessServer, vendor: string): JsonClient {
  return {
    async request({ method, url, headers, body, read, signal }) {
      signal?.throwIfAborted();
      let cut = false;
      const outgoing = {
        destroy: () => {
          cut = true;
        },
      };
      const answer = await server.fetch(
        new Request(url, {
          method,
          headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
        { outgoing },
      );
      if (cut) {
        const broken = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
        throw explainFailure(broken, { vendor, host: new URL(url).host, read, signal });
      }
      const text = await answer.text();
      const requestId = answer.headers.get("x-request-id");
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: text === "" ? undefined : JSON.parse(text),
        html: false,
        ...(requestId === null ? {} : { requestId }),
      };
    },
    close: async () => undefined,
  };
}
