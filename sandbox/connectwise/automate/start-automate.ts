// ConnectWise Automate over HTTP: a login that gives a token, scripts and their folders in pages; nothing is written.
import { type Context, Hono } from "hono";
import { Faults } from "../../http/faults.ts";
import { serve } from "../../http/serve.ts";
import { makeScripts } from "./make-scripts.ts";

export interface AutomateOptions {
  readonly port?: number;
  readonly seed?: number;
  readonly scripts?: number;
  readonly user?: string;
  readonly password?: string;
  /** The only client id that is let in. */
  readonly clientId?: string;
  /** Whether the user may see scripts. */
  readonly maySeeScripts?: boolean;
  readonly faults?: Faults;
}

export interface AutomateSandbox {
  readonly url: string;
  readonly credentials: { readonly user: string; readonly password: string };
  readonly faults: Faults;
  /** Values that may never reach anybody's storage. */
  readonly plantedSecrets: readonly string[];
  readonly scripts: ReturnType<typeof makeScripts>["scripts"];
  stop(): Promise<void>;
}

/** The server's own cap of a page. */
const MOST_A_PAGE = 1000;

export async function startAutomate(options: AutomateOptions = {}): Promise<AutomateSandbox> {
  const { user = "cutover-reader", password = "Automate-Login-7f3", maySeeScripts = true } = options;
  const clientId = options.clientId ?? "7b9e3f52-52c1-4a34-9d0e-6f1e2c0b4a11";
  const faults = options.faults ?? new Faults();
  const { folders, scripts, planted } = makeScripts(options.seed ?? 1, options.scripts ?? 3);
  const token = `token-${options.seed ?? 1}-${password.length}`;
  const base = "/cwa/api/v1";

  const app = new Hono();
  app.use(faults.middleware());
  app.post(`${base}/apitoken`, async (c) => {
    const body = (await c.req.json()) as { UserName?: unknown; Password?: unknown };
    const known = body.UserName === user && body.Password === password;
    if (!known || c.req.header("clientid") !== clientId) {
      return c.json({ Message: "The credentials supplied were invalid." }, 401);
    }
    return c.json({ UserId: "42", AccessToken: token, TokenType: "bearer", IsTwoFactorRequired: false });
  });
  app.use(`${base}/*`, async (c, next) => {
    const allowed = c.req.header("authorization") === `Bearer ${token}`;
    if (!allowed || c.req.header("clientid") !== clientId) return c.json({ Message: "Unauthorized" }, 401);
    if (!maySeeScripts) return c.json({ Message: "Scripts - View is needed." }, 403);
    return next();
  });
  app.get(`${base}/ScriptFolders`, (c) => c.json(cut(c, folders)));
  app.get(`${base}/Scripts`, (c) => c.json(cut(c, scripts)));
  app.on(["POST", "PUT", "PATCH", "DELETE"], `${base}/*`, (c) =>
    c.json({ Message: "This stand-in is read only." }, 405),
  );
  app.notFound((c) => c.json({ Message: "Not found" }, 404));

  const served = await serve(app, options.port);
  return {
    url: served.url,
    credentials: { user, password },
    faults,
    plantedSecrets: planted,
    scripts,
    stop: () => served.close(),
  };
}

function cut<T>(c: Context, rows: readonly T[]): readonly T[] {
  const size = Math.min(Number(c.req.query("pageSize") ?? 25) || 25, MOST_A_PAGE);
  const page = Math.max(1, Number(c.req.query("page") ?? 1) || 1);
  return rows.slice((page - 1) * size, page * size);
}
