// Plays the scripted week through Cutover, then runs the final source afresh into another workspace, and compares.
import type { IntercomSandbox } from "../../sandbox/intercom/start-intercom.ts";
import type { Discrepancy } from "../../src/engine/model/reports/certificate.ts";
import type { Exception } from "../../src/engine/model/run.ts";
import { assembleNormalForm } from "./load-normal-form.ts";
import { DAY, HOUR, OPERATOR, startWeek } from "./week-drill.ts";
import { scriptWeek, type Week } from "./week-script.ts";

export interface WeekPlayed {
  readonly runs: readonly { readonly name: string; readonly state: string; readonly writes: number }[];
  /** Records that differ from the fresh run's, each with the reason that it must; undefined: there is none. */
  readonly differences: readonly Difference[];
  readonly conflicts: readonly Exception[];
  readonly discrepancies: readonly Discrepancy[];
  readonly touched: Week["touched"];
  stop(): Promise<void>;
}

export interface Difference {
  readonly record: string;
  readonly reason: string | undefined;
  readonly moved?: string;
  readonly fresh?: string;
}

export async function playWeek(options: {
  readonly tickets: number;
  readonly seed?: number;
}): Promise<WeekPlayed> {
  const week = await startWeek(options);
  const { connectwise, clock } = week;
  const script = scriptWeek(connectwise.tenant);
  const { touched } = script;
  const moved = await week.cutover();
  const { migrationId, planHash } = await moved.prepare();
  const once = (work: () => void) => {
    let left = 1;
    return () => {
      if (left-- !== 1) return;
      clock.ms += 1000;
      work();
    };
  };
  const [whileExtracting, whileLoading] = [once(script.whileExtracting), once(script.whileLoading)];
  const runs: { name: string; state: string; writes: number }[] = [];
  clock.ms += HOUR;
  const full = await moved.operator.apply(migrationId, planHash, OPERATOR, ({ phases }) => {
    if ((phases.extract?.done ?? 0) > 50) whileExtracting();
    if ((phases.conversations?.done ?? 0) > 20) whileLoading();
  });
  runs.push({ name: "the full run", state: full.run.state, writes: full.writes });
  for (const id of touched.contested) {
    const conversation = conversationOf(moved.intercom, id);
    moved.intercom.addAgentReply(conversation, { body: "I take this one up in Intercom." });
  }
  for (const { name, work } of script.days) {
    clock.ms += DAY;
    work();
    clock.ms += HOUR;
    const { run, writes } = await moved.operator.delta(migrationId, OPERATOR);
    runs.push({ name, state: run.state, writes });
  }
  const { discrepancies } = await moved.operator.verify(migrationId);
  const listed = await moved.deps.store.exceptions.list(migrationId, "production", 1000);

  const fresh = await week.cutover();
  const map = await moved.deps.store.documents.loadFieldMap(migrationId);
  const other = await fresh.prepare(map?.map);
  await fresh.operator.apply(other.migrationId, other.planHash, OPERATOR);
  return {
    ...{ runs, discrepancies, touched, stop: week.stop },
    differences: compare(moved.intercom, fresh.intercom, script),
    conflicts: listed.filter(({ code }) => code === "changed_on_both_sides"),
  };
}

function conversationOf({ state }: IntercomSandbox, ticketId: number): string {
  const found = [...state.conversations.values()].find(
    (one) => one.custom_attributes.Source_Ticket_ID__c === String(ticketId),
  );
  if (!found) throw new RangeError(`ticket ${ticketId} was not moved`);
  return found.id;
}

/** What can't be equal by its nature, by the record that it happens to. */
const REASONS: Readonly<Record<keyof Week["touched"], string>> = {
  contested: "people worked in it in Intercom: their state was kept",
  edited: "a message can't be changed once written: a note holds the new text",
  noteDeleted: "a message can't be taken back: the deleted note stays",
  entryChanged: "a message can't be changed once written: a note holds the new text",
  ownerChanged: "a note of ours names the owner that the ticket had, and no message can be taken back",
  ticketDeleted: "the conversation is kept, closed, and says that its ticket was deleted",
  requesterChanged: "who opened a conversation can't be changed",
  contactDeleted: "deleting a contact would take its conversations along: it stays",
};

/**
 * Snoozes count from the run, which differs by a week; ids and the times of state changes are in no normal form. What
 * arrives late stands at its own time: messages are compared in the order of their times, not of their arrival.
 */
function compare(moved: IntercomSandbox, fresh: IntercomSandbox, { touched }: Week): readonly Difference[] {
  const linesOf = (intercom: IntercomSandbox) =>
    new Map(
      assembleNormalForm(intercom).map((line) => {
        const calm = inOrderOfTime(line.replace(/"snoozed":\d+/, '"snoozed":""'));
        return [nameOf(calm), calm] as const;
      }),
    );
  const [a, b] = [linesOf(moved), linesOf(fresh)];
  const reasons = new Map<string, string>();
  for (const [chapter, ids] of Object.entries(touched)) {
    const kind = chapter === "contactDeleted" ? "contact connectwise:" : "conversation ";
    for (const id of ids) reasons.set(`${kind}${id}`, REASONS[chapter as keyof Week["touched"]]);
  }
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((record) => a.get(record) !== b.get(record))
    .map((record) => {
      const [one, two] = [a.get(record), b.get(record)];
      return {
        ...{ record, reason: reasons.get(record) },
        ...(one === undefined ? {} : { moved: one }),
        ...(two === undefined ? {} : { fresh: two }),
      };
    });
}

function inOrderOfTime(line: string): string {
  const record = JSON.parse(line) as {
    readonly parts?: readonly (readonly [string, string, number, string])[];
  };
  if (!record.parts) return line;
  const parts = record.parts.toSorted((a, b) => a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
  return JSON.stringify({ ...record, parts });
}

function nameOf(line: string): string {
  const { conversation, contact, company } = JSON.parse(line) as Readonly<Record<string, string>>;
  if (conversation !== undefined) return `conversation ${conversation}`;
  return contact === undefined ? `company ${company}` : `contact ${contact}`;
}
