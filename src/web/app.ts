// The pages around the chat: the one-time credential page, and health for whoever operates Cutover.
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { isLoopback } from "../config.ts";
import type { Engine } from "../engine/engine.ts";
import { CutoverError } from "../engine/errors.ts";
import type { Secret } from "../engine/model/secret.ts";
import { en } from "../words/en.ts";
import { addHealth } from "./add-health.ts";
import { addMetrics } from "./add-metrics.ts";
import { connectPage, parseConnectForm, withoutSecrets } from "./connect-form.ts";
import { isFromHere } from "./is-from-here.ts";
import { notice, stylesheet } from "./page.ts";
import { addReports } from "./reports/add-reports.ts";

export interface WebOptions {
  readonly engine: Engine;
  /** Where people reach us, e.g. `https://cutover.example.com`; links and the origin check lean on it. */
  readonly publicUrl: string;
  readonly onError: (error: unknown) => void;
  /** What the form shows at first: the sandbox's made-up credentials, and nothing otherwise. */
  readonly prefilled?: Readonly<Record<string, string>>;
  /** Opens `/metrics` to others than this machine. */
  readonly metricsToken?: Secret;
}

/** Secrets travel over TLS only; a machine talking to itself is the exception, and each request must come from it. */
function isSafeForSecrets(c: Context, publicUrl: string): boolean {
  return new URL(publicUrl).protocol === "https:" || (isLoopback(publicUrl) && isFromHere(c));
}

export function makeWebApp({ engine, publicUrl, onError, prefilled = {}, metricsToken }: WebOptions): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: "no-referrer",
      xFrameOptions: "DENY",
      strictTransportSecurity: publicUrl.startsWith("https:") ? "max-age=31536000" : false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  app.get("/style.css", (c) => c.body(stylesheet, 200, { "Content-Type": "text/css; charset=utf-8" }));
  addHealth(app, engine, { onError });
  addMetrics(app, engine, metricsToken === undefined ? {} : { token: metricsToken });
  app.use("/connect/*", async (c, next) => {
    if (!isSafeForSecrets(c, publicUrl)) {
      return c.html(
        notice("Not over plain HTTP", [
          "This address is not encrypted, so no credentials are taken here.",
          "Ask whoever runs Cutover to set PUBLIC_URL to an https address.",
        ]),
        403,
      );
    }
    return next();
  });
  // What comes from this machine alone has nobody else to tell apart.
  const needsCode = !isLoopback(publicUrl);
  app.get("/connect/:token", async (c) => {
    const link = await engine.checkCredentialLink(c.req.param("token"));
    return c.html(connectPage(link.migration.title, { trouble: [], typed: prefilled, needsCode }));
  });
  const limit = bodyLimit({
    maxSize: 64 * 1024,
    onError: (c) =>
      c.html(notice("Too much", ["The form holds far more than keys, so nothing was saved."]), 413),
  });
  app.post("/connect/:token", limit, async (c) => {
    if (isFromElsewhere(c.req.header("origin"), c.req.header("sec-fetch-site"), publicUrl)) {
      return c.html(
        notice("Not from here", ["This form was sent from another site, so nothing was saved."]),
        403,
      );
    }
    const token = c.req.param("token");
    const link = await engine.checkCredentialLink(token);
    const form = textFields(await c.req.parseBody());
    const again = (trouble: readonly string[], status: 400 | 422) =>
      c.html(connectPage(link.migration.title, { trouble, typed: withoutSecrets(form), needsCode }), status);
    const parsed = parseConnectForm(form);
    if (!parsed.ok) return again(parsed.trouble, 400);
    try {
      if (needsCode) await engine.proveCredentialLink(token, form.code ?? "");
      const connected = await engine.redeemCredentialLink(token, parsed.credentials);
      return c.html(
        notice("Connected", [
          `Both systems answered: ${connected.source.title}, and the Intercom workspace ${connected.production.name}.`,
          "You can close this page and go back to Slack. Nothing has been written anywhere.",
        ]),
      );
    } catch (error) {
      if (!(error instanceof CutoverError) || error.code.startsWith("link_")) throw error;
      return again(linesOf(error), 422);
    }
  });
  addReports(app, engine);
  app.notFound((c) =>
    c.html(notice("Nothing here", ["Check the address, or ask Cutover in Slack for a new link."]), 404),
  );
  app.onError((error, c) => {
    if (error instanceof CutoverError) {
      const status = error.code.startsWith("link_") ? 410 : 503;
      return c.html(notice("This did not work", linesOf(error)), status);
    }
    onError(error);
    return c.html(
      notice("Something went wrong on our side", ["Nothing was changed. Try again in a minute."]),
      500,
    );
  });
  return app;
}

/**
 * The secret in the address is what a forger lacks; a foreign origin is refused all the same. Our own page sends
 * `Origin: null`, because it tells nobody where it is from (no-referrer); browsers then say so in Sec-Fetch-Site.
 */
function isFromElsewhere(origin: string | undefined, site: string | undefined, publicUrl: string): boolean {
  if (origin !== undefined && origin !== "null") return origin !== new URL(publicUrl).origin;
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function linesOf(error: CutoverError): readonly string[] {
  const { message, remedy } = en.explain(error.saying);
  return [message, remedy];
}

function textFields(body: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
