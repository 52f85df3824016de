// Everything that a rebuild guide needs, part by part: one that is refused costs that part and is named.
import { CutoverError } from "../../../errors.ts";
import type { SourceAutomations } from "../../../model/automation.ts";
import type { SourceCredentials } from "../../../model/migration.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchCalendars, fetchSlaUse } from "../records/calendars.ts";
import { fetchScripts } from "./automate.ts";
import { fetchWorkflowRules } from "./workflows.ts";

export async function fetchAutomations(
  client: ConnectWiseClient,
  credentials: NonNullable<SourceCredentials["connectwise"]>,
  signal?: AbortSignal,
): Promise<SourceAutomations> {
  const warnings: string[] = [];
  const warn = (sentence: string) => void warnings.push(sentence);
  /** The fallback, with the reason as a warning, for what this server or member doesn't give. */
  async function part<T>(what: string, fetch: () => Promise<T>, fallback: T): Promise<T> {
    try {
      return await fetch();
    } catch (error) {
      if (!(error instanceof CutoverError) || error.code === "credentials_refused") throw error;
      warn(`${what} could not be read: ${error.message} ${error.remedy}`);
      return fallback;
    }
  }
  const { automate, clientId } = credentials;
  const workflows = await part("Workflows", () => fetchWorkflowRules(client, warn, signal), []);
  const scripts =
    automate === undefined
      ? undefined
      : await part("Automate's scripts", () => fetchScripts({ clientId, ...automate }, signal), undefined);
  return {
    workflows,
    ...(scripts === undefined ? {} : { scripts }),
    calendars: await part("Calendars", () => fetchCalendars(client, signal), []),
    slaUse: await part("The use of SLAs", () => fetchSlaUse(client, warn, signal), []),
    warnings,
  };
}
