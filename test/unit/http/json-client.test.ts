// What a failed request may be followed by, proven against real sockets.
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { AskError, RetryError, SettleError } from "../../../src/engine/errors.ts";
import { explainFailure } from "../../../src/engine/http/explain-failure.ts";
import { createJsonClient, type JsonClient } from "../../../src/engine/http/json-client.ts";
import { explained } from "../../support/in-words.ts";

const opened: { server?: Server; client?: JsonClient }[] = [];

async function open(
  listener: RequestListener,
  timeoutMs = 5_000,
): Promise<{ url: string; client: JsonClient }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = createJsonClient({
    vendor: "ConnectWise",
    headersTimeoutMs: timeoutMs,
    bodyTimeoutMs: timeoutMs,
  });
  opened.push({ server, client });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, client };
}

afterEach(async () => {
  for (const { server, client } of opened.splice(0)) {
    await client?.close();
    server?.closeAllConnections();
    server?.close();
  }
});

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("the JSON client", () => {
  it("sends and reads JSON and reports status, headers and the vendor's request id", async () => {
    const { url, client } = await open((req, res) => {
      let text = "";
      req.on("data", (piece) => (text += String(piece)));
      req.on("end", () => {
        res.writeHead(429, { "Content-Type": "application/json", "Retry-After": "7", "X-Request-Id": "r1" });
        res.end(JSON.stringify({ got: JSON.parse(text), accept: req.headers.accept }));
      });
    });
    const answer = await client.request({
      method: "POST",
      url,
      read: false,
      body: { a: "ü" },
      headers: { accept: "application/vnd.x" },
    });
    expect(answer).toMatchObject({
      status: 429,
      requestId: "r1",
      html: false,
      body: { got: { a: "ü" }, accept: "application/vnd.x" },
    });
    expect(answer.headers["retry-after"]).toBe("7");
  });

  it("asks once and never again, whatever comes back", async () => {
    let asked = 0;
    const { url, client } = await open((req) => {
      asked += 1;
      req.socket.destroy();
    });
    await failureOf(client.request({ method: "GET", url, read: true }));
    await failureOf(client.request({ method: "POST", url, read: false, body: {} }));
    expect(asked).toBe(2);
  });

  it("lets a read whose answer was lost be repeated, and has a write settled", async () => {
    const { url, client } = await open((req) => req.socket.destroy());
    expect(await failureOf(client.request({ method: "GET", url, read: true }))).toBeInstanceOf(RetryError);
    expect(await failureOf(client.request({ method: "POST", url, read: false }))).toBeInstanceOf(SettleError);
  });

  it("settles a write that was not answered in time", async () => {
    const { url, client } = await open(() => undefined, 60);
    const error = await failureOf(client.request({ method: "POST", url, read: false }));
    expect(error).toBeInstanceOf(SettleError);
    expect(error).toMatchObject({ code: "answer_timeout" });
  });

  it("retries even a write when nothing listens, for it surely never left", async () => {
    const { client } = await open(() => undefined);
    const error = await failureOf(
      client.request({ method: "POST", url: "http://127.0.0.1:9/", read: false, body: {} }),
    );
    expect(error).toBeInstanceOf(RetryError);
    expect(error).toMatchObject({ code: "unreachable" });
  });

  it("settles a write whose 2xx answer is cut in the middle of its JSON", async () => {
    const { url, client } = await open((_req, res) => res.end('{"id": 1, "sum'));
    const error = await failureOf(client.request({ method: "POST", url, read: false }));
    expect(error).toBeInstanceOf(SettleError);
    expect(error).toMatchObject({ code: "broken_answer" });
  });

  it("says that a proxy answered when a web page comes back", async () => {
    const { url, client } = await open((_req, res) => res.end("<!DOCTYPE html><html>Sign in</html>"));
    const error = await failureOf(client.request({ method: "GET", url, read: true }));
    expect(error).toBeInstanceOf(RetryError);
    expect(explained(error as RetryError).message).toContain("proxy, firewall or login page");
  });

  it("returns an error answer that is a web page, and says that it is one", async () => {
    const { url, client } = await open((_req, res) => {
      res.writeHead(502, { "Content-Type": "text/html" });
      res.end("<html>Bad gateway</html>");
    });
    const answer = await client.request({ method: "GET", url, read: true });
    expect(answer).toMatchObject({ status: 502, html: true, body: undefined });
  });

  it("takes an empty answer as an answer without a body", async () => {
    const { url, client } = await open((_req, res) => res.writeHead(204).end());
    expect(await client.request({ method: "DELETE", url, read: false })).toMatchObject({
      status: 204,
      body: undefined,
    });
  });

  it("never lets an aborted write leave, and throws the reason", async () => {
    let asked = 0;
    const { url, client } = await open((_req, res) => {
      asked += 1;
      res.end("{}");
    });
    const reason = new Error("stop");
    const signal = AbortSignal.abort(reason);
    expect(await failureOf(client.request({ method: "POST", url, read: false, signal }))).toBe(reason);
    expect(asked).toBe(0);
  });

  it("settles a write that is aborted while its answer is awaited, and rethrows the reason for a read", async () => {
    const abort = new AbortController();
    const reason = new Error("stop");
    const { url, client } = await open((req) => {
      if (req.method === "GET") abort.abort(reason);
      else writeAbort.abort(reason);
    });
    const writeAbort = new AbortController();
    const write = client.request({ method: "POST", url, read: false, signal: writeAbort.signal });
    expect(await failureOf(write)).toBeInstanceOf(SettleError);
    const read = client.request({ method: "GET", url, read: true, signal: abort.signal });
    expect(await failureOf(read)).toBe(reason);
  });
});

describe("the explanation of a failure", () => {
  it("asks a person about a certificate that is not trusted, and says what to do", () => {
    const failure = Object.assign(new Error("x"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    const error = explainFailure(failure, { vendor: "ConnectWise", host: "psa.example", read: true });
    expect(error).toBeInstanceOf(AskError);
    expect(explained(error as AskError).remedy).toContain("NODE_EXTRA_CA_CERTS");
  });

  it("names a host that does not exist", () => {
    const failure = Object.assign(new Error("x"), { code: "ENOTFOUND" });
    const error = explainFailure(failure, { vendor: "ConnectWise", host: "psa.exampel", read: false });
    expect(error).toBeInstanceOf(RetryError);
    expect(error).toMatchObject({ code: "host_unknown" });
  });
});
