// One GET whose answer is bytes and not JSON, streamed to whoever asked; no retry, like the JSON client.
import { Agent, request } from "undici";
import { explainFailure } from "./explain-failure.ts";
import type { JsonResponse } from "./json-client.ts";

export interface DownloadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export type Consume<T> = (content: AsyncIterable<Uint8Array>, contentType: string) => Promise<T>;

export interface DownloadClient {
  /**
   * `value` of a 2xx, whose content was consumed to its end; otherwise the refusal, with its body as JSON where it is.
   * @throws what `consume` throws; RetryError when the answer breaks off; AskError for TLS trouble
   */
  download<T>(
    what: DownloadRequest,
    consume: Consume<T>,
  ): Promise<{ readonly value: T } | { readonly refused: JsonResponse }>;
  close(): Promise<void>;
}

/** What a refusal may say at most. */
const MAX_REFUSAL_BYTES = 65_536;

export function createDownloadClient(options: {
  readonly vendor: string;
  readonly timeoutMs: number;
}): DownloadClient {
  const { vendor, timeoutMs } = options;
  const agent = new Agent({ connections: 8, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return {
    async download(what, consume) {
      const { url, headers, signal } = what;
      signal?.throwIfAborted();
      const explain = (error: unknown) =>
        explainFailure(error, { vendor, host: new URL(url).host, read: true, signal });
      const sent = request(url, { dispatcher: agent, headers, ...(signal ? { signal } : {}) });
      const answer = await sent.catch((error: unknown) => {
        throw explain(error);
      });
      const { statusCode: status, body } = answer;
      const flat: Record<string, string> = {};
      for (const [name, value] of Object.entries(answer.headers)) {
        const first = typeof value === "string" ? value : value?.[0];
        if (first !== undefined) flat[name.toLowerCase()] = first;
      }
      const content = explained(body, explain);
      if (status < 200 || status > 299) {
        const text = await readText(content);
        const html = /^\s*<(!doctype|html)/i.test(text);
        return { refused: { status, headers: flat, body: readJson(text), html } };
      }
      try {
        return { value: await consume(content, flat["content-type"] ?? "") };
      } finally {
        body.destroy();
      }
    },
    close: () => agent.destroy(),
  };
}

/** Only what the wire did is explained as such: errors of whoever consumes the content pass on as they are. */
async function* explained(
  body: AsyncIterable<Uint8Array>,
  explain: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw explain(error);
  }
}

async function readText(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= MAX_REFUSAL_BYTES) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A refusal without JSON says no more than its status.
    return undefined;
  }
}
