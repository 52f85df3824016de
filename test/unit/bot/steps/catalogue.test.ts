// A further step is one record: what depends on it follows by itself, and what is forgotten does not compile.
import { afterEach, expect, test } from "vitest";
import { section } from "../../../../src/bot/blocks/block.ts";
import { buildStatus } from "../../../../src/bot/cards/answers.ts";
import { parseClickValue } from "../../../../src/bot/conversation/action-ids.ts";
import { BOTH, stay } from "../../../../src/bot/conversation/moves.ts";
import { parseState } from "../../../../src/bot/conversation/state.ts";
import { transition } from "../../../../src/bot/conversation/transition.ts";
import { waitsFor } from "../../../../src/bot/conversation/waiting.ts";
import { loadFacts } from "../../../../src/bot/shell/load-facts.ts";
import { STEPS, type StepName } from "../../../../src/bot/step-names.ts";
import { buildCard, stepOf, stepsByName } from "../../../../src/bot/steps/catalogue.ts";
import type { Step } from "../../../../src/bot/steps/step.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { en } from "../../../../src/words/en.ts";
import { dataOf } from "../cards/card-data-of.ts";
import { ordinary } from "../cards/read-models.ts";
import { alex, aProposal, aState, dana, everyState, facts } from "../conversation/conversation-fixtures.ts";

/** A step that nobody has thought of yet, in the place of one that there is. */
const madeUp: Step<"teams"> = {
  name: "teams",
  waitsFor: "account-manager",
  works: null,
  mapEditable: false,
  shows: "guides",
  facts: ["missingTeams"],
  data: async (engine, id) => ({ notes: [(await engine.proposalNotes(id))[0] ?? ""] }),
  card: (_state, { notes = [] }) => ({ text: "Made up", blocks: [section(notes.join())] }),
  actions: {
    "teams.check": {
      who: BOTH,
      run: ({ state, facts: known }) => stay(state, { kind: "reply", text: `${known.missingTeams?.join()}` }),
    },
  },
};

const catalogue = stepsByName as { teams: Step<"teams"> };
const { teams } = catalogue;
afterEach(() => {
  catalogue.teams = teams;
});

const state = aState("teams");
const engine: Pick<Engine, "proposalNotes" | "connected" | "missingTeams"> = {
  proposalNotes: async () => ["drawn from its own data"],
  connected: async () => undefined,
  missingTeams: async () => ["Field crew"],
};

test("whom a made-up step waits for is said in the status", () => {
  catalogue.teams = madeUp;
  expect(waitsFor(state)).toBe("account-manager");
  const report = {
    migration: dataOf(ordinary).migration,
    survey: true,
    runs: [],
    journal: {},
    exceptions: 0,
  };
  expect(buildStatus(report, state, en)).toContain(en.status.waitsFor(en.role("account-manager")));
});

test("a made-up step is drawn from the data that it asks for", async () => {
  catalogue.teams = madeUp;
  const data = { ...dataOf(ordinary), ...(await stepOf(state).data(engine as Engine, "m1", state)) };
  const card = buildCard(state, data, en);
  expect(JSON.stringify(card)).toContain("drawn from its own data");
});

test("whether the map may be changed in a made-up step is asked of the step", () => {
  const human = { kind: "corrected", actor: dana, role: "customer" } as const;
  const { changes, lines, asks, revision, after } = aProposal;
  const wish = { ...human, changes, lines, asks, revision, after };
  expect(transition(state, wish, facts, en).state.proposal).not.toBeNull();
  catalogue.teams = madeUp;
  const said = JSON.stringify(transition(state, wish, facts, en).effects);
  expect(said).toContain(JSON.stringify(en.correction.tooLate(en.where("teams"))).slice(1, -1));
});

test("what a made-up step must know is loaded for it, and its button runs with that", async () => {
  catalogue.teams = madeUp;
  const button = { kind: "clicked", action: "teams.check", step: "teams" } as const;
  const click = { ...button, actor: alex, role: "account-manager" } as const;
  const known = await loadFacts(engine as Engine, "m1", state, click, new Date(0), en);
  expect(transition(state, click, known, en).effects).toContainEqual({ kind: "reply", text: "Field crew" });
});

test("every state that can be kept is read again, in its own step", () => {
  for (const kept of everyState()) expect(parseState(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(STEPS.map((name) => stepsByName[name].name)).toEqual(STEPS);
});

test("a step's older name is understood, in kept states and on old buttons", () => {
  expect(parseState({ ...aState("delta"), step: "updating" })?.step).toBe("delta");
  const decided = [{ step: "updating", what: "delta", by: dana, at: facts.at }];
  expect(parseState({ ...aState("migrated"), decisions: decided })?.decisions[0]?.step).toBe("delta");
  expect(parseClickValue(JSON.stringify({ m: "m1", s: "updating" }))?.s).toBe("delta");
});

test("what is forgotten does not compile; `npm run check` compiles tests too", () => {
  const { silence: _silence, ...withoutOne } = stepsByName;
  const { shows: _shows, ...withoutReport } = madeUp;
  const { data: _data, ...withoutData } = madeUp;
  // @ts-expect-error a step that is missing in the catalogue
  const tooFew: { readonly [S in StepName]: Step<S> } = withoutOne;
  // @ts-expect-error a step without the report that it shows
  const unread: Step<"teams"> = withoutReport;
  // @ts-expect-error a step that doesn't say what its card is drawn from
  const undrawn: Step<"teams"> = withoutData;
  // @ts-expect-error a step in which work is under way, without that work
  const idle: Step<"running"> = { ...stepsByName.running, works: null };
  // @ts-expect-error work in a step that the words have no title of work for
  const untitled: Step<"teams"> = { ...madeUp, works: { task: "plan" } };
  expect([tooFew, unread, undrawn, idle, untitled]).toHaveLength(5);
});
