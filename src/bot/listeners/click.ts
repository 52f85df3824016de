// A click on a button or a choice in a menu becomes an event of the conversation.

import type { Engine } from "../../engine/engine.ts";
import { assembleDefaultFields } from "../../engine/field-map/default-fields.ts";
import type { BotContext, Surface } from "../context.ts";
import {
  ACTIONS,
  MORE,
  parseActionId,
  parseClickValue,
  parseRowChoice,
  SHOW_DELTA,
  SHOW_EXCEPTIONS,
  SHOW_GUIDES,
  SHOW_PREFLIGHT,
  SHOW_REPORT,
  SHOW_TICKETS,
  WINDOWS,
} from "../conversation/action-ids.ts";
import type { ClickEvent } from "../conversation/event.ts";
import { assembleChanges } from "../conversation/map-choice.ts";
import { BOTH } from "../conversation/moves.ts";
import type { Runner } from "../shell/runner.ts";
import { openWindow } from "../shell/window.ts";
import { stepsByName } from "../steps/catalogue.ts";
import { ask } from "./ask.ts";
import type { ActionBody } from "./payloads.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

/** What an option of the map's menus means now; null when the map has moved on. */
export async function loadChanges(engine: Engine, migrationId: string, option: string) {
  const choice = parseRowChoice(option);
  const map = await engine.fieldMap(migrationId);
  if (!choice || !map) return null;
  const [admins, teams, survey] = await Promise.all([
    choice.k === "member" ? engine.admins(migrationId) : [],
    choice.k === "board" ? engine.teams(migrationId) : [],
    choice.k === "field" ? engine.survey(migrationId) : undefined,
  ]);
  const defaults = survey ? assembleDefaultFields(survey) : [];
  return assembleChanges({ map: map.map, revision: map.revision, admins, teams, defaults }, choice);
}

/** Buttons that answer a question, in any step. */
const SHOWS: Readonly<
  Record<string, "exceptions" | "report" | "preflight" | "guides" | "delta" | "tickets">
> = {
  [SHOW_EXCEPTIONS]: "exceptions",
  [SHOW_REPORT]: "report",
  [SHOW_PREFLIGHT]: "preflight",
  [SHOW_GUIDES]: "guides",
  [SHOW_DELTA]: "delta",
  [SHOW_TICKETS]: "tickets",
};

interface Pressed {
  readonly name: string;
  /** Of a button, or of the button that an option of a menu stands for. */
  readonly value: string | undefined;
  /** Chosen in a menu. */
  readonly option: string | undefined;
}

function readPressed({ actions: [action] }: ActionBody): Pressed {
  const name = parseActionId(action?.action_id ?? "");
  const option = action?.selected_option?.value;
  if (name === MORE && option !== undefined)
    return { name: option, value: action?.block_id ?? undefined, option: undefined };
  return { name, value: action?.value ?? undefined, option };
}

export async function click(
  bot: BotContext,
  runner: Runner,
  person: PersonInMigration,
  body: ActionBody,
  surface: Surface,
): Promise<void> {
  const pressed = readPressed(body);
  const about = SHOWS[pressed.name];
  if (about) return ask(bot, runner, person, { about }, surface);
  const { name, option } = pressed;
  const { migration, actor, role, because } = person;
  const known = ACTIONS.find((candidate) => candidate === name);
  if (!known || !migration) return;
  const human = { kind: "clicked", actor, role, ...(because ? { because } : {}) } as const;
  if (known === "map.change" && option !== undefined) {
    // A stranger's click is refused by the conversation; it must not cost a call to Intercom.
    const changes = role === "stranger" ? null : await loadChanges(bot.engine, migration.id, option);
    return runner.handle(migration.id, { ...human, action: known, step: "map-review", changes }, surface);
  }
  // A menu of rows says which row and which revision of the map; it needs no more.
  const value =
    known === "map.choose" && option !== undefined
      ? { m: migration.id, s: "map-review" as const, a: option }
      : parseClickValue(pressed.value);
  if (value?.m !== migration.id) return;
  const event: ClickEvent = {
    ...human,
    action: known,
    step: value.s,
    ...(value.h ? { hash: value.h } : {}),
    ...(value.a ? { argument: value.a } : {}),
  };
  if (opensWindow(event)) {
    const channel = migration.channel.id;
    if (!(await openWindow(bot, { team: person.team, actor, surface, channel }))) return;
  }
  return runner.handle(migration.id, event, surface);
}

/** Only for whom it will be filled: anybody else hears where they are why not. */
function opensWindow({ action, step, role }: ClickEvent): boolean {
  if (!WINDOWS.includes(action)) return false;
  const { actions } = stepsByName[step];
  return (actions[action]?.who ?? BOTH).includes(role);
}
