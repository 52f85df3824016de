// Serves the stand-in with room for Socket Mode's upgrade, which the plain server of stand-ins lacks.
import type { Server } from "node:http";
import { serve, upgradeWebSocket, type WebSocketServerLike } from "@hono/node-server";
import type { Hono } from "hono";
import { type WebSocket, WebSocketServer } from "ws";

export interface ServedSlack {
  readonly url: string;
  close(): Promise<void>;
}

/** The route of Socket Mode; `accept` gets each socket once it is open. */
export const socketRoute = (accept: (socket: WebSocket) => void) =>
  upgradeWebSocket(() => ({ onOpen: (_event, context) => accept(context.raw as unknown as WebSocket) }));

/** Says goodbye first: a client that is leaving itself would log a cut line as an error. */
function closeSocket(socket: WebSocket): Promise<void> {
  return new Promise((done) => {
    const impatient = setTimeout(() => socket.terminate(), 500);
    socket.once("close", () => {
      clearTimeout(impatient);
      done();
    });
    socket.close(1001);
  });
}

/** Port 0 takes a free one. Rejects with the system's error when the port is taken. */
// biome-ignore lint/suspicious/noExplicitAny: a Hono app of any environment can be served
export function serveSlack(app: Hono<any>, port: number): Promise<ServedSlack> {
  const sockets = new WebSocketServer({ noServer: true });
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        port,
        hostname: "127.0.0.1", // ws fits; only the two packages' types of its "connection" event differ
        websocket: { server: sockets as unknown as WebSocketServerLike },
      },
      (info) =>
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          close: async () => {
            await Promise.all([...sockets.clients].map(closeSocket));
            await new Promise<void>((done) => {
              server.close(() => done());
              (server as Server).closeAllConnections();
            });
          },
        }),
    );
    server.on("error", reject);
  });
}
