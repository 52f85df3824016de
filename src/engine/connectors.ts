// Opens the vendors' adapters from credentials; everything that uses one token shares one budget.
import { createHash } from "node:crypto";
import type { BlobReader } from "./blobs/port.ts";
import { openIntercom } from "./destination/intercom/open-intercom.ts";
import type { Destination } from "./destination/port.ts";
import { InputError } from "./errors.ts";
import type { DestinationCredentials, SourceCredentials } from "./model/migration.ts";
import { plainTextOf, type WorkspaceProfile } from "./model/profile.ts";
import type { BudgetStore } from "./pace/budget-store.ts";
import { makeGovernor, type SharedGovernor } from "./pace/make-governor.ts";
import { systemClock } from "./pace/system-clock.ts";
import { createConnectWiseSource } from "./source/connectwise/index.ts";
import { createCsvSource } from "./source/csv/index.ts";
import type { Source } from "./source/port.ts";

export interface Connectors {
  source(credentials: SourceCredentials): Source;
  /** `profile`: what a canary learnt of the workspace, for what is written to it. */
  destination(credentials: DestinationCredentials, profile?: WorkspaceProfile): Destination;
}

export interface ConnectorOptions {
  /** Where the budget of a credential is kept; the name is a digest, no secret. */
  readonly budget: (credential: string) => BudgetStore;
  readonly clock: () => Date;
  readonly random: () => number;
  /** Share of Intercom's quota that stays with the customer's other apps. */
  readonly reserveShare?: number;
  /** How long a new record may be missing from Intercom's search before absence is believed, in milliseconds. */
  readonly searchLagMs?: number;
  readonly onError: (error: unknown) => void;
  /** Where files wait for their upload. */
  readonly blobs?: BlobReader;
}

export type OpenConnectors = Connectors & { close(): Promise<void> };

export function openConnectors(options: ConnectorOptions): OpenConnectors {
  const governors = new Map<string, SharedGovernor>();
  const governorOf = ({ intercom }: DestinationCredentials): SharedGovernor => {
    const credential = createHash("sha256")
      .update(`${intercom.url} ${intercom.token}`)
      .digest("hex")
      .slice(0, 32);
    const known = governors.get(credential);
    if (known !== undefined) return known;
    const made = makeGovernor({
      store: options.budget(credential),
      clock: systemClock,
      random: options.random,
      onError: options.onError,
      ...(options.reserveShare === undefined ? {} : { reserveShare: options.reserveShare }),
    });
    governors.set(credential, made);
    return made;
  };
  return {
    source: (credentials) => openSource(credentials),
    destination: (credentials, profile) =>
      openIntercom({
        ...(profile === undefined ? {} : { plainText: plainTextOf(profile) }),
        url: credentials.intercom.url.replace(/\/+$/, ""),
        token: credentials.intercom.token,
        // Each run has a share, so that two migrations of one workspace come forward alike.
        governor: governorOf(credentials).share(),
        now: options.clock,
        ...(options.blobs === undefined ? {} : { blobs: options.blobs }),
        ...(options.searchLagMs === undefined ? {} : { searchLagMs: options.searchLagMs }),
      }),
    close: async () => {
      await Promise.all([...governors.values()].map((governor) => governor.close()));
    },
  };
}

function openSource(credentials: SourceCredentials): Source {
  if (credentials.connectwise !== undefined) return createConnectWiseSource(credentials.connectwise);
  if (credentials.csv !== undefined) return createCsvSource(credentials.csv);
  throw new InputError({ code: "no_source" });
}
