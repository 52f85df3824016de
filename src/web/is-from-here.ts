// Whether a request comes from this machine itself: told by its connection, never by a setting.
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { isLoopback } from "../config.ts";

/** A request that a proxy passed on comes from this machine too; such a one says so in a header. */
const PASSED_ON = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** The socket's other end is this machine, no proxy says that it stands between, and the address asked for is a local one. */
export function isFromHere(c: Context): boolean {
  if (PASSED_ON.some((name) => c.req.header(name) !== undefined)) return false;
  if (c.env?.incoming === undefined) return false;
  const address = getConnInfo(c).remote.address ?? "";
  if (address !== "::1" && !/^(::ffff:)?127\./.test(address)) return false;
  const asked = `http://${c.req.header("host") ?? ""}`;
  return URL.canParse(asked) && isLoopback(asked);
}
