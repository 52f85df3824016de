// What the command line prints, and with which code it ends.
import { describe, expect, it } from "vitest";
import {
  describeCertificate,
  describePlan,
  describeRollback,
  describeRun,
  describeSample,
  describeStatus,
  describeSurvey,
} from "../../../src/cli/describe.ts";
import { exitCodeOf, explainFailure } from "../../../src/cli/exit-code.ts";
import { makeOutput } from "../../../src/cli/output.ts";
import { AbortError, AskError, InputError, RefusedError, SkipError } from "../../../src/engine/errors.ts";
import type { Progress } from "../../../src/engine/model/run.ts";
import type { RunReport } from "../../../src/engine/operator.ts";
import { print, prose, told, toldError } from "../../support/in-words.ts";
import * as models from "../bot/cards/read-models.ts";

const size = models.ordinary;
const progress = (more: Partial<Progress> = {}): Progress => ({
  phases: { conversations: { done: 120, total: 812 } },
  phase: "conversations",
  writes: 300,
  exceptions: 4,
  rate: 160.7,
  ...more,
});

function printing(options: { readonly terminal?: boolean; readonly json?: boolean } = {}) {
  const printed = { out: "", error: "" };
  const output = makeOutput(
    {
      out: (text) => {
        printed.out += text;
      },
      error: (text) => {
        printed.error += text;
      },
      terminal: options.terminal ?? false,
    },
    options.json ?? false,
  );
  return { printed, output };
}

describe("output", () => {
  it("is lines for a person", () => {
    const { printed, output } = printing();
    output.result({ a: 1 }, ["one", "two"]);
    expect(printed).toEqual({ out: "one\ntwo\n", error: "" });
  });

  it("is one JSON document for a machine, and nothing else, whatever happens meanwhile", () => {
    const { printed, output } = printing({ json: true, terminal: true });
    output.progress(progress());
    output.result({ a: 1 }, ["one"]);
    expect(JSON.parse(printed.out)).toEqual({ a: 1 });
    expect(printed.error).toBe("");
  });

  it("shows progress on one line of a terminal that is rewritten, and ends it before the result", () => {
    const { printed, output } = printing({ terminal: true });
    output.progress(progress());
    output.progress(progress({ waiting: { code: "waits_for_quota", args: { seconds: 6 } } }));
    output.result({}, ["done"]);
    expect(printed.error.match(/\r/g)).toHaveLength(2);
    expect(printed.error).toContain("conversations 120 of 812 · 161 requests a second · 4 exceptions");
    expect(printed.error).toContain("going on in 6 s.");
    expect(printed.error.endsWith("\n")).toBe(true);
    expect(printed.out).toBe("done\n");
  });

  it("keeps progress out of a file", () => {
    const { printed, output } = printing({ terminal: false });
    output.progress(progress());
    expect(printed.error).toBe("");
  });

  it("says that it is starting while there is nothing to count", () => {
    const { printed, output } = printing({ terminal: true });
    output.progress({ phases: {}, writes: 0, exceptions: 0, rate: 0 });
    expect(printed.error).toMatch(/starting$/);
  });
});

describe("the exit code", () => {
  const report = (state: RunReport["run"]["state"], exceptions: number): RunReport => ({
    run: models.aRun({ state }),
    writes: 1,
    exceptions: Array.from({ length: exceptions }, (_, i) => models.anException(size, i)),
  });

  it.each([
    ["done", 0, 0],
    ["done", 3, 1],
    ["paused", 0, 2],
    ["failed", 0, 2],
    ["cancelled", 3, 2],
  ] as const)("of a run that is %s with %i exceptions is %i", (state, exceptions, code) => {
    expect(exitCodeOf(report(state, exceptions))).toBe(code);
  });

  const facts = prose({ code: "x", message: "It is so.", remedy: "Do this." });
  it.each([
    [new InputError(facts), 2],
    [new AskError(facts), 2],
    [new AbortError(facts), 2],
    [new SkipError(facts), 2],
    [new RefusedError(facts), 3],
  ])("of %s says what to do, without a stack", (error, code) => {
    let printed = "";
    expect(
      explainFailure(error, (text) => {
        printed += text;
      }),
    ).toBe(code);
    expect(printed).toBe("It is so.\nDo this.\n");
  });

  it("of a fault of our own is 70, with the stack that a report needs", () => {
    let printed = "";
    const print = (text: string) => {
      printed += text;
    };
    expect(explainFailure(new TypeError("undefined is no function"), print)).toBe(70);
    expect(printed).toMatch(/on our side: TypeError: undefined is no function\n\s+at /);
    expect(explainFailure("odd", print)).toBe(70);
  });
});

describe("a description", () => {
  it("of a survey has the counts, the grade and why, and the estimate", () => {
    const survey = models.aSurvey(size);
    const text = describeSurvey(survey).join("\n");
    expect(text).toContain(`${survey.counts.ticket.toLocaleString("en-US")} tickets`);
    expect(text).toContain(`Grade ${survey.grade.overall}:`);
    for (const axis of survey.grade.axes) expect(text).toContain(axis.reason);
    expect(text).toMatch(/Estimate: (about )?[\d.]+/);
    const huge = { ...survey, estimate: { ...survey.estimate, scopedIndividually: true } };
    expect(describeSurvey(huge).join("\n")).toContain("scoped individually");
  });

  it("of a plan ends with its hash and names the teams that people create", () => {
    const plan = models.aPlan(size, "hash-1", "map-1");
    const lines = describePlan({ ...plan, teamsToCreate: ["NOC"] });
    expect(lines.at(-1)).toBe("Plan hash-1");
    expect(lines).toContain("Create these teams in Intercom first:");
    expect(lines).toContain("  NOC");
  });

  it("of a sample says how much of the source it covers, and each discrepancy with both values", () => {
    const sample = models.aSample(size);
    const [row] = sample.rows;
    if (row === undefined) throw new Error("The model sample has no rows");
    const lines = describeSample({
      ...sample,
      discrepancies: 1,
      rows: [{ ...row, verdict: "different", desired: "a".repeat(100), observed: "b" }],
    });
    expect(lines).toContain("1 discrepancy");
    expect(lines.at(-1)).toContain(`should be "${"a".repeat(77)}…", is "b"`);
  });

  it("of a sample that was chosen from lists says what no figure speaks of", () => {
    const none = { total: 0, covered: 0 };
    const classes = { values: none, pairs: none, combinations: none, ticketShare: 1, missed: [] };
    const told = (more: object) =>
      describeSample({ ...models.aSample(size), classes: { ...classes, ...more } }).join("\n");
    expect(told({ notLookedAt: ["notes", "documents"] })).toContain(
      "the notes, documents of all other tickets were not looked at",
    );
    expect(told({})).not.toContain("not looked at");
  });

  it("of a run lists no more than twenty exceptions and says how many more there are", () => {
    const exceptions = Array.from({ length: 25 }, (_, i) => models.anException(size, i));
    const lines = describeRun({ run: models.aRun({ state: "done" }), writes: 9, exceptions });
    expect(lines[0]).toBe("full run done: 9 writes");
    expect(lines).toContain("25 exceptions:");
    expect(lines.at(-2)).toBe("  … and 5 more (--json has all)");
    expect(lines.at(-1)).toContain("--only-failed");
    expect(lines).toHaveLength(25);
  });

  it("of a delta says what came, the first dozen tickets, and what changed on both sides under which policy", () => {
    const delta = models.aDeltaSummary({ ...size, many: 15 });
    const lines = describeRun({ run: models.aRun({ kind: "delta" }), writes: 9, exceptions: [], delta });
    expect(lines).toContain("Tickets: 1 new, 5 changed (2 of them closed), 1 deleted in ConnectWise");
    expect(lines).toContain("  ticket 0: changed, now closed; 0 notes, 1 time entries");
    expect(lines).toContain('15 changed on both sides (policy "conflicts": keep):');
    expect(lines.filter((line) => line === "  … and 3 more (--json has all)")).toHaveLength(2);
  });

  it("of a certificate counts what was read back", () => {
    const certificate = models.aCertificate(size, true);
    const text = describeCertificate(print(certificate)).join("\n");
    expect(text).toContain(`${certificate.fieldsCompared} fields`);
    expect(text).toContain(`${certificate.discrepancies.length} discrepancies`);
  });

  it("of a rollback names what is kept and what remains", () => {
    const text = describeRollback({
      deleted: { conversation: 3, contact: 2, company: 1 },
      restored: 4,
      archivedAttributes: 5,
      kept: [{ kind: "contact", destinationId: "c-9", reason: told("Somebody edited it since.") }],
      remains: [told("Tags stay.")],
    }).join("\n");
    expect(text).toContain(
      "Deleted 3 conversations, 2 contacts, 1 company; restored 4; archived 5 attributes",
    );
    expect(text).toContain("kept contact c-9: Somebody edited it since.");
    expect(text).toContain("! Tags stay.");
  });

  it("of a status tells what has not happened yet", () => {
    const migration = {
      id: "m1",
      key: "k",
      title: "Harbor to Intercom",
      createdBy: { team: "T", user: "U" },
      createdAt: "2026-01-01T00:00:00Z",
    };
    const lines = describeStatus({ migration, survey: false, runs: [], journal: {}, exceptions: 0 });
    expect(lines).toEqual([
      "Harbor to Intercom",
      "Not surveyed yet",
      "No field map yet",
      "No plan yet",
      "Journal: empty",
      "0 exceptions",
    ]);
    const paused = models.aRun({ state: "paused", reason: toldError("The token was revoked.", "") });
    const later = describeStatus({
      migration,
      survey: true,
      fieldMapRevision: 3,
      plan: { hash: "h", environment: "production" },
      runs: [paused],
      journal: { done: 12, unknown: 1 },
      exceptions: 2,
    });
    expect(later).toContain("full run: paused (The token was revoked.)");
    expect(later).toContain("Journal: 12 done, 1 unknown");
  });
});
