// A click on a button or a choice in a menu becomes an event of the conversation.

import type { Engine } from "../../engine/engine.ts";
import type { BotContext, Surface } from "../context.ts";
import {
  ACTIONS,
  parseActionId,
  parseClickValue,
  parseRowChoice,
  SHOW_DELTA,
  SHOW_EXCEPTIONS,
  SHOW_GUIDES,
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
  const [admins, teams] = await Promise.all([
    choice.k === "member" ? engine.admins(migrationId) : [],
    choice.k === "board" ? engine.teams(migrationId) : [],
  ]);
  return assembleChanges({ map: map.map, revision: map.revision, admins, teams }, choice);
}

export async function click(
  bot: BotContext,
  runner: Runner,
  person: PersonInMigration,
  body: ActionBody,
  surface: Surface,
): Promise<void> {
  const [action] = body.actions;
  if (!action) return;
  const name = parseActionId(action.action_id);
  if (name === SHOW_EXCEPTIONS) return ask(bot, runner, person, { about: "exceptions" }, surface);
  if (name === SHOW_REPORT) return ask(bot, runner, person, { about: "report" }, surface);
  if (name === SHOW_GUIDES) return ask(bot, runner, person, { about: "guides" }, surface);
  if (name === SHOW_DELTA) return ask(bot, runner, person, { about: "delta" }, surface);
  if (name === SHOW_TICKETS) return ask(bot, runner, person, { about: "tickets" }, surface);
  const { migration, actor, role, because } = person;
  const known = ACTIONS.find((candidate) => candidate === name);
  if (!known || !migration) return;
  const human = { kind: "clicked", actor, role, ...(because ? { because } : {}) } as const;
  const option = action.selected_option?.value;
  if (known === "map.change" && option !== undefined) {
    // A stranger's click is refused by the conversation; it must not cost a call to Intercom.
    const changes = role === "stranger" ? null : await loadChanges(bot.engine, migration.id, option);
    return runner.handle(migration.id, { ...human, action: known, step: "map-review", changes }, surface);
  }
  const value = parseClickValue(action.value);
  if (!value || value.m !== migration.id) return;
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
