// Serves a Hono app on 127.0.0.1 and says where; every stand-in starts through here.
import { serve as serveNode } from "@hono/node-server";
import type { Hono } from "hono";

export interface Served {
  /** Base URL without a trailing slash, e.g. `http://127.0.0.1:40001`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/** Port 0 (the default) takes a free one. Rejects with the system's error when the port is taken. */
// biome-ignore lint/suspicious/noExplicitAny: a Hono app of any environment can be served
export function serve(app: Hono<any>, port = 0): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serveNode({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (info) => {
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        port: info.port,
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.on("error", reject);
  });
}
