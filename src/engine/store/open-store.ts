// All repositories over one database, with its errors translated.
import { makeApprovals } from "./approvals.ts";
import { makeAuditLog } from "./audit-log.ts";
import { makeConnections } from "./connections.ts";
import type { Database } from "./database/database.ts";
import { guardDatabase } from "./database/database-error.ts";
import { makeDeliveries } from "./deliveries.ts";
import { makeDocuments } from "./documents.ts";
import { makeExceptions } from "./exceptions.ts";
import { makeStaging } from "./extract/staging.ts";
import { makeInstallations } from "./installations.ts";
import { makeMigrations } from "./migrations.ts";
import { makeProfiles } from "./profiles.ts";
import { makeReportRows } from "./report-rows.ts";
import type { Store } from "./repositories.ts";
import { makeRetention } from "./retention.ts";
import { makeRuns } from "./runs.ts";
import { makeOneTimeLinks } from "./secrets/one-time-links.ts";
import type { SecretKey } from "./secrets/secrets.ts";
import { makeSigningKeys } from "./secrets/signing-keys.ts";

/** `close` closes the database too. */
export function openStore(database: Database, key: SecretKey): Store {
  return {
    migrations: guardDatabase(makeMigrations(database)),
    connections: guardDatabase(makeConnections(database, key)),
    staging: guardDatabase(makeStaging(database)),
    documents: guardDatabase(makeDocuments(database)),
    approvals: guardDatabase(makeApprovals(database)),
    runs: guardDatabase(makeRuns(database)),
    exceptions: guardDatabase(makeExceptions(database)),
    audit: guardDatabase(makeAuditLog(database)),
    links: guardDatabase(makeOneTimeLinks(database)),
    deliveries: guardDatabase(makeDeliveries(database)),
    installations: guardDatabase(makeInstallations(database, key)),
    reportRows: guardDatabase(makeReportRows(database)),
    profiles: guardDatabase(makeProfiles(database)),
    retention: guardDatabase(makeRetention(database)),
    signingKeys: guardDatabase(makeSigningKeys(database, key)),
    close: () => database.close(),
  };
}
