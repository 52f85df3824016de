// Everything that a rebuild guide needs, part by part: one that is refused costs that part and is named.
import { CutoverError } from "../../../errors.ts";
import type { SourceCredentials } from "../../../model/migration.ts";
import type { SourceAutomations } from "../../../model/reports/automation.ts";
import type { ReadingSayings } from "../../../model/sayings/reading.ts";
import type { Saying } from "../../../model/sayings/saying.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchCalendars, fetchSlaUse } from "../records/calendars.ts";
import { fetchScripts } from "./automate.ts";
import { fetchWorkflowRules } from "./workflows.ts";

type Part = ReadingSayings["part_unreadable"]["part"];

export async function fetchAutomations(
  client: ConnectWiseClient,
  credentials: NonNullable<SourceCredentials["connectwise"]>,
  signal?: AbortSignal,
): Promise<SourceAutomations> {
  const warnings: Saying[] = [];
  const warn = (saying: Saying) => void warnings.push(saying);
  /** The fallback, with the reason as a warning, for what this server or member doesn't give. */
  async function part<T>(what: Part, fetch: () => Promise<T>, fallback: T): Promise<T> {
    try {
      return await fetch();
    } catch (error) {
      if (!(error instanceof CutoverError) || error.code === "credentials_refused") throw error;
      warn({ code: "part_unreadable", args: { part: what, error: error.saying } });
      return fallback;
    }
  }
  const { automate, clientId } = credentials;
  const workflows = await part("workflows", () => fetchWorkflowRules(client, warn, signal), []);
  const scripts =
    automate === undefined
      ? undefined
      : await part("scripts", () => fetchScripts({ clientId, ...automate }, signal), undefined);
  return {
    workflows,
    ...(scripts === undefined ? {} : { scripts }),
    calendars: await part("calendars", () => fetchCalendars(client, signal), []),
    slaUse: await part("sla-use", () => fetchSlaUse(client, warn, signal), []),
    warnings,
  };
}
