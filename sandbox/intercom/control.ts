// What other processes ask a stand-in: its state, faults to inject, a team made as a person would.
import type { Hono } from "hono";
import { z } from "zod";
import type { Fault, Faults } from "../http/faults.ts";
import { habitsSchema } from "./habits.ts";
import { computeStateHash } from "./state-hash.ts";
import type { Workspace } from "./workspace.ts";

const faultSchema = z.strictObject({
  kind: z.enum(["lost-answer", "reset", "status", "latency"]),
  method: z.string().optional(),
  path: z.string().optional(),
  rate: z.number().min(0).max(1).optional(),
  times: z.int().optional(),
  status: z.int().optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  latencyMs: z.number().optional(),
});

const withoutUndefined = (value: z.infer<typeof faultSchema>) => JSON.parse(JSON.stringify(value)) as Fault;

/** Counts, hash and counters; the body of `GET /_sandbox/state`. */
export function buildState(workspace: Workspace) {
  return { ...buildCounters(workspace), stateHash: computeStateHash(workspace) };
}

/** Without the hash, which takes a second for 60,000 conversations. */
function buildCounters(workspace: Workspace) {
  const { counters } = workspace;
  return {
    counts: {
      contacts: workspace.contacts.size,
      companies: workspace.companies.size,
      conversations: workspace.conversations.size,
      teams: workspace.teams.size,
      articles: workspace.articles.size,
      collections: workspace.collections.size,
      conversationAttributes: workspace.conversationAttributeByName.size,
      dataAttributes: workspace.dataAttributeByName.size,
    },
    requests: counters.requests,
    byRoute: counters.byRoute,
    rateLimited: counters.rateLimited,
    throttled: counters.throttled,
    notificationsSent: counters.notificationsSent,
    utilisation: workspace.rate.utilisation(),
  };
}

export function defineControl(app: Hono, workspace: Workspace, faults: Faults): void {
  app.get("/_sandbox/state", (c) =>
    c.json(c.req.query("hash") === "no" ? buildCounters(workspace) : buildState(workspace)),
  );

  app.post("/_sandbox/faults", async (c) => {
    const fault = faultSchema.safeParse(await c.req.json());
    if (!fault.success) return c.json({ error: z.prettifyError(fault.error) }, 400);
    faults.inject(withoutUndefined(fault.data));
    return c.json({ injected: fault.data });
  });

  app.delete("/_sandbox/faults", (c) => {
    faults.clear();
    return c.json({ cleared: true });
  });

  app.put("/_sandbox/rate", async (c) => {
    const rate = z.strictObject({ perWindow: z.int().positive() }).safeParse(await c.req.json());
    if (!rate.success) return c.json({ error: z.prettifyError(rate.error) }, 400);
    workspace.rate.limitTo(rate.data.perWindow);
    return c.json(rate.data);
  });

  app.get("/_sandbox/habits", (c) => c.json(workspace.habits));

  app.put("/_sandbox/habits", async (c) => {
    const habits = habitsSchema.partial().safeParse(await c.req.json());
    if (!habits.success) return c.json({ error: z.prettifyError(habits.error) }, 400);
    const given = Object.entries(habits.data).filter(([, value]) => value !== undefined);
    workspace.habits = { ...workspace.habits, ...Object.fromEntries(given) };
    return c.json(workspace.habits);
  });

  app.post("/_sandbox/teams", async (c) => {
    const team = z.strictObject({ name: z.string().min(1) }).safeParse(await c.req.json());
    if (!team.success) return c.json({ error: z.prettifyError(team.error) }, 400);
    return c.json(workspace.createTeam(team.data.name));
  });
}
