import { aPreflight } from "../../support/preflight-report.ts";
// An engine whose reports are made up: hostile texts among them, and as many rows as a test wants.

import type { Engine, ReportPage } from "../../../src/engine/engine.ts";
import { RefusedError } from "../../../src/engine/errors.ts";
import type { Certificate, FieldVerdict } from "../../../src/engine/model/reports/certificate.ts";
import type { DeltaSummary } from "../../../src/engine/model/reports/delta-summary.ts";
import type { Survey } from "../../../src/engine/model/survey.ts";
import { makeSigningPair, signCertificate } from "../../../src/engine/proof/sign-certificate.ts";
import { aSurvey } from "../../support/builders.ts";
import { createFakeEngine } from "../../support/fake-engine.ts";
import { someGuides } from "../../support/guide-builders.ts";
import { print, prose, told, toldError } from "../../support/in-words.ts";

export const HOSTILE = `<script>alert("1")</script>&amp;\u202e=cmd|' /C calc'!A0`;

const MIGRATION = {
  id: "m1",
  key: "slack:T/C",
  title: `Acme <b>MSP</b>`,
  createdBy: { team: "T", user: "U" },
  createdAt: "2026-01-01T00:00:00Z",
};

const FIELDS = [
  "title",
  "state",
  "adminId",
  "createdAt",
  "attributes.SLA_Tier__c",
  "attributes.Billable_Hours__c",
];
const VALUES = [
  "Printer offline in the front office",
  "closed",
  "admin 900",
  "1735725600",
  "Gold 24x7",
  "2.75",
];

export function aRow(n: number): FieldVerdict {
  const at = n % FIELDS.length;
  const value = VALUES[at] ?? "";
  const base = {
    source: { type: n % 6 === 5 ? "contact" : "ticket", id: String(48_000 + Math.floor(n / 6)) },
  };
  const row = { ...base, field: FIELDS[at] ?? "", sourceValue: value, rule: "ticket summary as text" };
  if (n === 0) return { ...row, desired: HOSTILE, observed: "nothing", verdict: "missing" };
  if (n < 4) return { ...row, desired: value, observed: `${value} (changed)`, verdict: "different" };
  if (n % 11 === 0) {
    return {
      ...row,
      desired: value,
      observed: value,
      verdict: "altered",
      reason: told("truncated: 255 of 300 characters"),
    };
  }
  return { ...row, desired: value, observed: value, verdict: "same" };
}

const counts = (n: number, discrepant = 0) => ({ expected: n, found: n, same: n - discrepant, discrepant });

function aCertificate(discrepancies: number): Certificate {
  const wrong = Array.from({ length: discrepancies }, (_, n) => ({
    ...aRow(n),
    verdict: "different" as const,
  }));
  return {
    migrationId: "m1",
    environment: "production",
    workspace: { id: "abc123", name: "Acme Support" },
    planHash: "a".repeat(64),
    mapHash: "b".repeat(64),
    verifiedAt: "2026-01-03T08:30:00.000Z",
    objects: {
      company: counts(412),
      contact: counts(9_820),
      conversation: { ...counts(61_254, discrepancies), continued: 3 },
    },
    fieldsCompared: 1_843_220,
    partsCompared: 402_118,
    discrepancies: wrong,
    exceptions: [
      {
        source: { type: "ticket", id: "50001" },
        environment: "production",
        code: "attachment_too_large",
        saying: toldError(
          `The attachment ${HOSTILE} is larger than 10 MB.`,
          "Open it in ConnectWise; the comment holds its link.",
        ),
      },
    ],
    desiredHash: "c".repeat(64),
    observedHash: "d".repeat(64),
    approvals: [
      {
        kind: "plan",
        role: "customer",
        person: "T1/U1",
        name: `Dana ${HOSTILE}`,
        at: "2026-01-02T10:00:00Z",
        hash: "a".repeat(64),
      },
      {
        kind: "cutover",
        role: "account-manager",
        person: "T2/U2",
        at: "2026-01-02T11:00:00Z",
        hash: "a".repeat(64),
      },
    ],
  };
}

/** A desk with something of everything to say. */
function hardSurvey(): Survey {
  return aSurvey({
    counts: {
      ...{ board: 6, member: 14, company: 412, contact: 9_820, ticket: 61_254, timeEntry: 88_410 },
      ...{ configuration: 3_204, agreement: 388, project: 41 },
    },
    rights: {
      modules: [
        { module: "Companies", level: "All", needed: "All", enough: true },
        { module: "Contacts", level: "My", needed: "All", enough: false },
        { module: "Time entry and billing view time", level: "None", needed: "All", enough: false },
      ],
    },
    boards: [
      { id: "1", name: "Help Desk", tickets: 48_210, readable: true },
      { id: "2", name: `Sales ${HOSTILE}`, tickets: 0, readable: false },
    ],
    statuses: [
      { boardId: "1", id: "1", name: "New", closed: false, seen: 12 },
      { boardId: "1", id: "2", name: "Waiting on Client", closed: false, seen: 61 },
      { boardId: "1", id: "3", name: "Completed - No Email", closed: true, seen: 402 },
      { boardId: "1", id: "4", name: "Closed-Survey", closed: true, seen: 0 },
    ],
    customFields: [
      {
        ...{ id: "1", caption: "Vendor Ticket Number", object: "ticket", type: "Text", options: [] },
        ...{ fillRate: 0.41, samples: ["INC-20441", HOSTILE, "x".repeat(400)] },
      },
      {
        ...{ id: "2", caption: `Root cause ${HOSTILE}`, object: "ticket", type: "Text" },
        ...{ options: ["Gremlins", "Power"], samples: [], fillRate: 0.07 },
      },
      {
        id: "3",
        caption: "Notes for Dispatch",
        object: "company",
        type: "TextArea",
        options: [],
        samples: [],
      },
    ],
    oddCases: [
      {
        code: "contacts_without_email",
        count: 1_204,
        sentence: "About 1,204 contacts have no e-mail address.",
      },
      {
        ...{ code: "merged_tickets", count: 322, tickets: ["48017", "48020", "51200"] },
        sentence:
          "About 322 tickets were merged into another one. They become conversations of their own that name it.",
      },
    ],
    grade: {
      overall: "D",
      axes: [
        { axis: "objects", grade: "B", reason: "About 12% of tickets or contacts need a rule of their own." },
        { axis: "fields", grade: "C", reason: "1 of 3 custom fields in use need a decision." },
        { axis: "timeline", grade: "B", reason: "The full run takes 4.1 to 11.6 hours, within a day." },
        { axis: "api", grade: "D", reason: "The API member sees only a part of: Contacts (My)." },
        { axis: "volume", grade: "B", reason: "159,896 records are moved or read." },
      ],
    },
    estimate: {
      ...{ sourceRequests: 124_310, destinationRequests: 512_004, hoursLow: 4.1, hoursHigh: 11.6 },
      ...{ price: { amount: 14_200, currency: "EUR" }, scopedIndividually: false },
    },
    warnings: [`The tickets of board “Sales ${HOSTILE}” may not be read; they would be left out.`],
  });
}

function aDelta(tickets: number): DeltaSummary {
  return {
    ...{ runId: "run-7", startedAt: "2026-01-04T08:00:00.000Z", endedAt: "2026-01-04T08:02:00.000Z" },
    tickets: { new: 1, changed: tickets - 2, closed: 1, deleted: 1 },
    ...{ notes: 2, timeEntries: 0, edited: 0, articles: 0 },
    ...{ contacts: { new: 0, changed: 1 }, companies: { new: 0, changed: 0 } },
    conflicts: { policy: "keep", list: [{ ticketId: "48000", decided: "kept", what: told(HOSTILE) }] },
    changes: Array.from({ length: tickets }, (_, n) => ({
      ...{ ticketId: String(48_000 + n), conversationId: `c${n}`, title: HOSTILE },
      kind: (["changed", "deleted", "new"] as const)[n] ?? "changed",
      ...(n === 0 ? { state: "closed" as const } : {}),
      ...{ notes: n === 0 ? 2 : 0, timeEntries: 0, edited: 0, fields: true, assigned: false },
    })),
  };
}

/** Links are `MIGRATION-PAGE`. */
export function makeReportEngine({ rows = 1000, discrepancies = 4 } = {}): Engine {
  const all = Array.from({ length: rows }, (_, n) => aRow(n));
  const signed = signCertificate(
    {
      certificate: print(aCertificate(discrepancies)),
      proof: {
        coverage: { scope: "all", expected: 71_486, readBack: 71_486 },
        journal: { operations: 512_004, standing: 512_004, first: "1", last: "512004" },
        audit: { sequence: 214, hash: "e".repeat(64) },
      },
      issuedAt: "2026-01-03T08:30:01.000Z",
    },
    makeSigningPair(),
  );
  const link = (n: number) => ({
    ticketId: String(48_000 + n),
    conversationId: String(n),
    title: n === 0 ? HOSTILE : `Printer ${n} is offline`,
    url: `https://app.intercom.com/a/inbox/abc123/inbox/conversation/${n}`,
  });
  return {
    ...createFakeEngine(),
    reportLink: async (id, page) => `/r/${id}-${page}`,
    openReportLink: async (token) => {
      const [id, page] = token.split("-");
      if (id === "m1") return { migration: MIGRATION, page: page as ReportPage };
      const remedy = "Ask Cutover in Slack for a new link.";
      throw new RefusedError(
        prose({ code: "link_unknown", message: "This link is not one of ours.", remedy }),
      );
    },
    sampleDiff: async () => ({
      ...{ environment: "staging", written: true, tickets: 150, contacts: 88, fieldsCompared: rows },
      ...{ coverage: 0.94, rows: all.slice(0, 500), discrepancies },
      classes: {
        values: { total: 91, covered: 91 },
        pairs: { total: 210, covered: 192 },
        combinations: { total: 160, covered: 101 },
        ticketShare: 0.83,
        notLookedAt: ["notes", "configurations", "documents"],
        missed: [
          { kind: "pair", words: `Help Desk / ${HOSTILE} × Priority 1`, tickets: 12 },
          { kind: "combination", words: "Sales / Won × Priority 2 × Quote", tickets: 3 },
        ],
      },
    }),
    survey: async () => hardSurvey(),
    preflight: async () => aPreflight(HOSTILE),
    sampleRows: async (_id, { search, verdict, type, offset, limit }) => {
      const found = all.filter(
        (row) =>
          (!verdict || row.verdict === verdict) &&
          (!type || row.source.type === type) &&
          (!search || JSON.stringify(row).toLowerCase().includes(search.toLowerCase())),
      );
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    signedCertificate: async () => signed,
    rebuildGuides: async () => someGuides(`${HOSTILE} ${"x".repeat(300)}`),
    deltaSummary: async () => aDelta(1200),
    laterEdits: async () => ({
      exportedAt: "2026-01-05T07:00:00.000Z",
      workspace: { id: "abc123", name: "Acme Support" },
      conversations: [
        {
          conversationId: "17",
          ticketId: "48017",
          title: HOSTILE,
          messages: [
            {
              ...{ id: "p1", partType: "comment", at: "2026-01-04T09:12:00.000Z", html: "" },
              author: { kind: "admin" as const, id: "900", name: "Priya Raman" },
              text: `I looked at the printer.\n\nIt needs a new ${HOSTILE}`,
            },
            {
              ...{ id: "p2", partType: "comment", at: "2026-01-04T10:30:00.000Z", html: "" },
              author: { kind: "contact" as const, id: "6a5f00c0" },
              text: "Thank you!",
            },
          ],
        },
      ],
    }),
    exceptions: async (_id, limit) => {
      const exceptions = Array.from({ length: 3 }, () => aCertificate(0).exceptions).flat();
      return { total: exceptions.length, first: exceptions.slice(0, limit) };
    },
    ticketLinks: async (_id, after, limit) => {
      const start = after === undefined ? 0 : Number(after) - 48_000 + 1;
      return Array.from({ length: Math.max(0, Math.min(limit, 450 - start)) }, (_, n) => link(start + n));
    },
    ticketLink: async (_id, ticketId) => {
      if (ticketId === "48008") return { ...link(8), continued: [link(9), link(10)] };
      return ticketId === "48007" ? link(7) : undefined;
    },
  };
}
