// Basic authentication with company+publicKey:privateKey, and the clientId header beside it.
import type { MiddlewareHandler } from "hono";
import { CwError } from "./cw-error.ts";
import type { Credentials } from "./options.ts";

export function authenticate(credentials: Credentials, wrongStatus: 401 | 404): MiddlewareHandler {
  const { company, publicKey, privateKey, clientId } = credentials;
  const expected = `Basic ${Buffer.from(`${company}+${publicKey}:${privateKey}`).toString("base64")}`;
  return async (c, next) => {
    if (c.req.header("authorization") !== expected) {
      if (wrongStatus === 404)
        throw new CwError(404, "NotFound", "The resource you are looking for was not found");
      throw new CwError(401, "Unauthorized", "Unable to authenticate the company and keys given");
    }
    if (c.req.header("clientid") !== clientId)
      throw new CwError(401, "Unauthorized", "Invalid or missing clientId");
    return next();
  };
}
