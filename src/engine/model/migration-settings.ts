// What is set of a migration: the systems that it is bound to, and whether its deltas begin by the clock.
import { z } from "zod";

const sourceIdentity = z.object({
  /** Goes into `Source_System__c`. */
  system: z.enum(["connectwise", "csv"]),
  /** Stable over credentials: site and company, or the directory. */
  key: z.string(),
  /** For people: "ConnectWise PSA, company acme". */
  title: z.string(),
  version: z.string().exactOptional(),
});

const workspace = z.object({
  /** Intercom's `app.id_code`. */
  id: z.string(),
  name: z.string(),
  region: z.string().exactOptional(),
  /** The admin that the token belongs to. */
  adminId: z.string(),
});

const person = z.object({ team: z.string(), user: z.string() });

export const migrationSettings = z.object({
  source: sourceIdentity.exactOptional(),
  /** The newest of each environment, one that is not connected just now included. */
  workspaces: z
    .object({ production: workspace.exactOptional(), staging: workspace.exactOptional() })
    .exactOptional(),
  deltas: z.object({ on: z.boolean(), by: person }).exactOptional(),
});

export type MigrationSettings = Readonly<z.output<typeof migrationSettings>>;
export type SourceIdentity = Readonly<z.output<typeof sourceIdentity>>;
