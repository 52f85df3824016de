// A preflight with one failure, a few warnings and what a canary learnt, for pages and screenshots.
import type { CheckReport, PreflightReport } from "../../src/engine/model/preflight.ts";
import type { WorkspaceProfile } from "../../src/engine/model/profile.ts";

/** `many`: how often what failed is told. */
export const aPreflight = (hostile: string, many = 1): PreflightReport => ({
  preflight: {
    at: "2026-11-29T14:05:00.000Z",
    checks: [
      {
        ...{ name: "source-rights", system: "connectwise", result: "passed" },
        finding: { code: "rights_enough" },
      },
      {
        ...{ name: "source-lists", system: "connectwise", result: "warning" },
        finding: { code: "could_not_ask", args: { error: { code: "check_slow" } } },
      },
      ...Array.from({ length: many }, () => seats(hostile)),
      {
        ...{ name: "shared-emails", system: "intercom", result: "warning" },
        finding: {
          code: "emails_shared",
          args: { emails: ["info@a-customer-with-a-long-name.example", "jane@client.example"], looked: 150 },
        },
      },
      {
        ...{ name: "quota", system: "intercom", result: "passed" },
        finding: { code: "quota_free", args: { share: 0.94 } },
      },
      {
        ...{ name: "database", system: "cutover", result: "passed" },
        finding: { code: "database_ready", args: { kind: "postgres" } },
      },
    ],
  },
  production: aProfile({ name: hostile }),
});

const seats = (name: string): CheckReport => ({
  ...{ name: "seats", system: "intercom", result: "failed" },
  finding: { code: "admin_cannot_act", args: { name, why: "no-seat", fallback: true } },
});

const aProfile = ({ name }: { readonly name: string }): WorkspaceProfile => ({
  ...{ workspaceId: "abc123", askedAt: "2026-11-29T14:06:00.000Z", runId: "run-1" },
  times: { opening: true, contact: true, admin: true, note: true },
  texts: { opening: "kept", contact: "tags-lost", admin: "kept", note: "kept" },
  asHtml: "kept",
  files: {
    picture: { place: "body", nameKept: false },
    document: { place: "attachment", name, nameKept: false },
  },
  partTypes: { replyOnClosed: "open", assignmentOnClosed: "assign_and_reopen" },
  reopens: { reply: true, assignment: true },
  ...{ defaults: { adminId: "900" }, assignedOnReply: "901", partsPerAttribute: 1, lostAttributes: [] },
  ...{ readLagMs: 1840, searchLagMs: 12_000, metricsRemain: true },
});
