// What is kept of a migration beside its map, plans and certificates: the shape of each kind, checked when it is read.
import { z } from "zod";
import type { Preflight } from "../model/preflight.ts";
import type { SignedCertificate } from "../model/reports/certificate.ts";
import type { LaterEdits } from "../model/reports/later-edits.ts";
import type { RebuildGuides } from "../model/reports/rebuild-guides.ts";
import type { RollbackResult } from "../model/run.ts";
import type { SampleDiff } from "../model/sample.ts";
import { signedCertificate } from "../proof/certificate-schema.ts";
import { rebuildGuides } from "../rebuild-guide/stored-guides.ts";

export interface KeptReports {
  "sample-diff": SampleDiff;
  "proposal-notes": readonly string[];
  "model-costs": { promptTokens: number; completionTokens: number; dollars?: number };
  preflight: Preflight;
  /** Of an environment; `production:sample` is the removal of a sample. */
  rollback: RollbackResult;
  /** Of an environment. */
  "rescued-work": LaterEdits;
  "rebuild-guides": RebuildGuides;
  /** Of an environment. */
  "signed-certificate": SignedCertificate;
  /** Of a run: the plan that it prepared for, and whether a canary goes beside it. */
  prepared: { plan: string; asks?: boolean };
}
export type KeptKind = keyof KeptReports;

const text = z.string();
const count = z.number();
const object = <T>() => z.custom<T>((value) => typeof value === "object" && value !== null);

const verdict = z.object({
  ...{ source: z.object({ type: text, id: text }), field: text, desired: text, observed: text },
  verdict: z.enum(["same", "altered", "missing", "different", "extra"]),
});
const deleted = {
  ...{ conversation: count, contact: count, company: count },
  ...{ article: count.exactOptional(), collection: count.exactOptional() },
};
const message = z.object({
  ...{ id: text, partType: text, at: text, text, html: text },
  author: z.object({ kind: z.enum(["contact", "admin", "bot"]), id: text, name: text.exactOptional() }),
});

/** `again`: it can be made again or done without, so that one of another version counts as none. */
export const KEPT: { readonly [K in KeptKind]: { schema: z.ZodType<KeptReports[K]>; again: boolean } } = {
  "sample-diff": {
    schema: z.object({
      ...{ environment: z.enum(["staging", "production"]), written: z.boolean(), tickets: count },
      ...{ contacts: count, fieldsCompared: count, coverage: count, discrepancies: count },
      rows: z.array(verdict),
    }),
    again: true,
  },
  "proposal-notes": { schema: z.array(text), again: true },
  "model-costs": {
    schema: z.object({ promptTokens: count, completionTokens: count, dollars: count.exactOptional() }),
    again: true,
  },
  preflight: {
    schema: z.object({ at: text, checks: z.array(object<Preflight["checks"][number]>()) }),
    again: true,
  },
  rollback: {
    schema: z.object({
      ...{ deleted: z.object(deleted), restored: count, archivedAttributes: count },
      remains: z.array(object<RollbackResult["remains"][number]>()),
      kept: z.array(
        z.object({
          kind: text,
          destinationId: text,
          reason: object<RollbackResult["kept"][number]["reason"]>(),
        }),
      ),
    }),
    again: true,
  },
  "rescued-work": {
    schema: z.object({
      ...{ exportedAt: text, workspace: z.object({ id: text, name: text }) },
      conversations: z.array(
        z.object({
          ...{ conversationId: text, ticketId: text, title: text.exactOptional() },
          messages: z.array(message),
        }),
      ),
    }),
    again: false,
  },
  "rebuild-guides": { schema: rebuildGuides, again: true },
  "signed-certificate": {
    schema: z.custom<SignedCertificate>((value) => signedCertificate.safeParse(value).success),
    again: false,
  },
  prepared: { schema: z.object({ plan: text, asks: z.boolean().exactOptional() }), again: true },
};
