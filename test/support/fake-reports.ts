// The report methods of a fake engine: empty reports, whose links say which page they open.
import type { Engine } from "../../src/engine/engine.ts";
import { RefusedError } from "../../src/engine/errors.ts";
import { NO_GUIDES, someGuides } from "./guide-builders.ts";
import { prose } from "./in-words.ts";

type Reports = Pick<
  Engine,
  | "signedCertificate"
  | "reportLink"
  | "openReportLink"
  | "ticketLinks"
  | "ticketLink"
  | "laterEdits"
  | "rebuildGuides"
  | "forget"
>;

export const fakeReports: Reports = {
  signedCertificate: async () => undefined,
  reportLink: async (migrationId, page) => `/r/${migrationId}-${page}`,
  openReportLink: async () => {
    throw new RefusedError(
      prose({
        code: "link_unknown",
        message: "Not one of ours.",
        remedy: "Ask for a new one.",
      }),
    );
  },
  ticketLinks: async () => [],
  ticketLink: async () => undefined,
  laterEdits: async () => undefined,
  rebuildGuides: async () => someGuides("x", NO_GUIDES),
  forget: async () => ({
    records: 0,
    credentials: 0,
    reportRows: 0,
    documents: 0,
    operations: 0,
    files: 0,
    exceptions: 0,
  }),
};
