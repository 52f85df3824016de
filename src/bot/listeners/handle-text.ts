// What somebody writes to the bot becomes a question, or a wish to change the map; never more than that.
import { applyChange, type MapChange } from "../../engine/field-map/change.ts";
import { mapHash } from "../../engine/field-map/hash.ts";
import type { Admin, Team } from "../../engine/model/observed.ts";
import type { Words } from "../../words/words.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import { captionsOf } from "../cards/map-rows.ts";
import { describeChanges } from "../cards/proposal-card.ts";
import type { BotContext, ChannelMigration, Surface } from "../context.ts";
import type { CorrectEvent } from "../conversation/event.ts";
import { CHANGES_KEPT, type Proposal } from "../conversation/proposal.ts";
import { parseState } from "../conversation/state.ts";
import type { Runner } from "../shell/runner.ts";
import { orNone } from "../steps/read-engine.ts";
import type { Correctable, Correction, Unclear } from "../understand-port.ts";
import { ask } from "./ask.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

interface Loaded extends Correctable {
  readonly revision: number;
}

/** Undefined while there is no map. A workspace that does not answer leaves its admins and teams out. */
async function loadCorrectable({ engine }: BotContext, migrationId: string): Promise<Loaded | undefined> {
  const found = await engine.fieldMap(migrationId);
  if (!found) return undefined;
  const [survey, admins, teams] = await Promise.all([
    engine.survey(migrationId),
    orNone<Admin>(engine.admins(migrationId)),
    orNone<Team>(engine.teams(migrationId)),
  ]);
  return { ...found, admins, teams, captions: captionsOf(survey) };
}

function formatUnclear(unclear: Unclear, words: Words): string {
  const text = words.correction;
  const said = escapeMrkdwn(unclear.said, 120);
  if (unclear.kind === "rest") return text.rest(said);
  if (unclear.kind === "unknown") return text.unknown[unclear.among](said);
  return text.which(said, unclear.candidates.map((name) => `“${escapeMrkdwn(name, 80)}”`).join(", "));
}

/** A wish that waits for its button, of the same map: a second one is shown together with it, and takes nothing away. */
const joinWaiting = (waiting: Proposal | null, changes: readonly MapChange[], revision: number) =>
  changes.length > 0 &&
  waiting?.revision === revision &&
  waiting.changes.length + changes.length <= CHANGES_KEPT
    ? waiting
    : undefined;

async function assembleEvent(
  bot: BotContext,
  { actor, role, because, words }: PersonInMigration,
  migration: ChannelMigration,
  { changes, unclear }: Correction,
  { map, revision, captions }: Loaded,
): Promise<CorrectEvent> {
  const saved = await bot.engine.loadConversation(migration.id);
  const state = parseState(saved?.state);
  const channel = await bot.people.wordsIn(migration, state?.customer ?? null);
  const joined = joinWaiting(state?.proposal ?? null, changes, revision);
  const all = [...(joined?.changes ?? []), ...changes];
  return {
    kind: "corrected",
    actor,
    role,
    ...(because ? { because } : {}),
    ...(joined ? { joins: joined.id } : {}),
    changes: all,
    lines: describeChanges(map, all, channel, captions),
    asks: unclear.slice(0, 6).map((one) => formatUnclear(one, changes.length > 0 ? channel : words)),
    revision,
    after: mapHash(all.reduce(applyChange, map)),
  };
}

export async function handleText(
  bot: BotContext,
  runner: Runner,
  person: PersonInMigration,
  text: string,
  surface: Surface,
): Promise<void> {
  const { migration, role } = person;
  let loaded: Loaded | undefined;
  const understood = await bot.understand(text, async () => {
    // Strangers are answered by the conversation; their words must not cost a call to Intercom or to a model.
    if (migration && role !== "stranger") loaded = await loadCorrectable(bot, migration.id);
    return loaded;
  });
  if (understood.kind === "question" || !migration || !loaded)
    return ask(
      bot,
      runner,
      person,
      understood.kind === "question" ? understood.question : { about: "unknown" },
      surface,
    );
  const event = await assembleEvent(bot, person, migration, understood.correction, loaded);
  return runner.handle(migration.id, event, surface);
}
