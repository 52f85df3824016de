// The stand-in's face: an inbox to read what arrived, and a form to create the teams that no API call can.
import { readFileSync } from "node:fs";
import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Workspace } from "../workspace.ts";
import { buildInboxPage } from "./build-inbox-page.ts";
import type { TeamForm } from "./build-team-list.ts";
import { buildHref, INBOX_PATH, parseInboxQuery } from "./inbox-query.ts";

/** One stylesheet; the narrow screens' rules come last because they overrule. */
const STYLE = ["frame", "columns", "conversation", "narrow"]
  .map((name) => readFileSync(new URL(`./style/${name}.css`, import.meta.url), "utf8"))
  .join("\n");

/** Should hostile text ever get past the escaping, the browser runs and loads nothing of it. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  // `no-referrer` would have browsers send forms with the origin "null".
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

const nameSchema = z
  .string("Type the team's name.")
  .transform((name) => name.replace(/[\s\p{Cc}]+/gu, " ").trim())
  .pipe(z.string().min(1, "Type the team's name.").max(100, "A name has at most 100 characters."));

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** A browser says where a form comes from; other programs don't, and may. */
function isFromElsewhere(c: Context): boolean {
  const origin = c.req.header("origin");
  return origin !== undefined && origin !== `http://${c.req.header("host")}`;
}

/** Before the API's routes: the page needs no token and is no request of the API's quota. */
export function defineInboxPage(app: Hono, workspace: Workspace): void {
  const show = (c: Context, form: TeamForm, status: 200 | 422 = 200) =>
    c.html(buildInboxPage(workspace, parseInboxQuery(c.req.query()), form), status, HEADERS);

  app.get("/", (c) => c.redirect(INBOX_PATH));
  app.get(`${INBOX_PATH}/inbox.css`, (c) =>
    c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" }),
  );

  app.get(INBOX_PATH, (c) => {
    const created = workspace.teams.get(c.req.query("created") ?? "")?.name ?? null;
    return show(c, { name: "", trouble: null, created });
  });

  app.post(`${INBOX_PATH}/teams`, async (c) => {
    if (isFromElsewhere(c)) return c.text("This form can be sent from the inbox only.", 403);
    const typed = (await c.req.parseBody()).name;
    const name = nameSchema.safeParse(typed);
    const refuse = (trouble: string) =>
      show(c, { name: typeof typed === "string" ? typed : "", trouble, created: null }, 422);
    if (!name.success) return refuse(name.error.issues[0]?.message ?? "Type the team's name.");
    const taken = [...workspace.teams.values()].find((team) => same(team.name, name.data));
    if (taken) return refuse(`There is a team “${taken.name}” already.`);
    const team = workspace.createTeam(name.data);
    return c.redirect(buildHref(parseInboxQuery(c.req.query()), { created: team.id }), 303);
  });
}
