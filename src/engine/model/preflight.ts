// What preflight found: named checks of both systems and of our own place, each passed, a warning, or failed.
import type { WorkspaceProfile } from "./profile.ts";
import type { FindingSaying } from "./sayings/findings.ts";

/** `failed` blocks approvals; a warning is shown, and overridden by whoever approves the cutover. */
export type CheckResult = "passed" | "warning" | "failed";
/** `staging`: the Intercom workspace for samples. */
export type CheckedSystem = "connectwise" | "csv" | "intercom" | "staging" | "cutover";

export interface CheckReport {
  /** Stable, lower-case with hyphens. */
  readonly name: string;
  readonly system: CheckedSystem;
  readonly result: CheckResult;
  readonly finding: FindingSaying;
}

export interface Preflight {
  /** ISO-8601. */
  readonly at: string;
  readonly checks: readonly CheckReport[];
}

/** With what canaries know of the workspaces. */
export interface PreflightReport {
  readonly preflight: Preflight;
  readonly production?: WorkspaceProfile;
  readonly staging?: WorkspaceProfile;
}

export const failedChecks = ({ checks }: Preflight) => checks.filter(({ result }) => result === "failed");
export const warnedChecks = ({ checks }: Preflight) => checks.filter(({ result }) => result === "warning");
