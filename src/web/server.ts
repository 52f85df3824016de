// One port for Slack's requests and our pages.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { isLoopback } from "../config.ts";
import { InputError } from "../engine/errors.ts";

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Where to listen, so that nobody else comes by where people reach us on this machine alone; undefined for all
 * interfaces. Without an address requests may come from a proxy anywhere.
 */
export function listeningAddress(publicUrl: string | undefined): string | undefined {
  if (publicUrl === undefined || !isLoopback(publicUrl)) return undefined;
  return new URL(publicUrl).hostname === "[::1]" ? "::1" : "127.0.0.1";
}

/** `slack` is asked first and says whether a request was its own. Rejects with an InputError when the port is taken. */
export function startServer(options: {
  readonly pages: Hono;
  readonly slack?: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly port: number;
  /** All interfaces when absent. */
  readonly hostname?: string;
}): Promise<WebServer> {
  const pages = getRequestListener(options.pages.fetch);
  const server = createServer((request, response) => {
    if (options.slack?.(request, response) !== true) pages(request, response);
  });
  return new Promise((resolve, reject) => {
    server.on("error", (error: NodeJS.ErrnoException) => reject(portError(error, options.port)));
    server.listen(options.port, options.hostname, () =>
      resolve({ port: portOf(server), close: () => close(server) }),
    );
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE") return error;
  return new InputError({ code: "port_taken", args: { port }, cause: error });
}
