// What a check is: a name, the system that it asks, and a question that only reads.
import type { BlobStore } from "../blobs/port.ts";
import type { Destination } from "../destination/port.ts";
import type { FieldMap } from "../field-map/schema.ts";
import type { SourceIdentity } from "../model/migration-settings.ts";
import type { Workspace } from "../model/observed.ts";
import type { CheckedSystem, CheckResult } from "../model/preflight.ts";
import type { FindingSaying } from "../model/sayings/findings.ts";
import type { Source } from "../source/port.ts";
import type { Profiles, SourceStaging } from "../store/repositories.ts";

export interface ConnectedWorkspace {
  readonly destination: Destination;
  readonly workspace: Workspace;
}

/** What checks may ask; all of it is read and closed by whoever runs them. */
export interface PreflightContext {
  readonly migrationId: string;
  readonly source: Source;
  readonly identity: SourceIdentity;
  readonly production: ConnectedWorkspace;
  readonly staging?: ConnectedWorkspace;
  /** Absent before one was proposed. */
  readonly map?: FieldMap;
  readonly extract: SourceStaging;
  readonly profiles: Profiles;
  /** Where files wait; a place for the preflight's own. Absent: files are not moved. */
  readonly files?: BlobStore;
  /** Of the database and of the disk that it and the files are on. */
  readonly machine: { readonly database: string; freeBytes(): Promise<number | undefined> };
  readonly signal?: AbortSignal;
}

export type Finding = { readonly result: CheckResult } & FindingSaying;

export interface Check {
  readonly name: string;
  readonly system: (context: PreflightContext) => CheckedSystem;
  /** Undefined: there is nothing to ask here. What it throws is told as "could not be asked", and is no failure. */
  run(context: PreflightContext): Promise<Finding | undefined>;
}

export const ofSource = ({ identity }: PreflightContext): CheckedSystem => identity.system;
export const ofIntercom = (): CheckedSystem => "intercom";
export const ofStaging = (): CheckedSystem => "staging";
export const ofOurs = (): CheckedSystem => "cutover";
