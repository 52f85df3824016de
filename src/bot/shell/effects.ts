// Carries out what a transition asks of Slack, after the state is saved.

import { isLoopback } from "../../config.ts";
import type { Engine } from "../../engine/engine.ts";
import { assembleDefaultFields } from "../../engine/field-map/default-fields.ts";
import type { Actor, Role } from "../../engine/model/migration.ts";
import type { Admin } from "../../engine/model/observed.ts";
import { moment } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { Modal } from "../blocks/block.ts";
import { buildConnectModal } from "../cards/connect-modal.ts";
import { buildChoiceModal } from "../cards/map-question.ts";
import { captionsOf } from "../cards/map-rows.ts";
import { buildRollbackModal } from "../cards/rollback-modal.ts";
import { buildTicketsModal } from "../cards/tickets-modal.ts";
import type { BotContext, ChannelMigration, Surface } from "../context.ts";
import { type ClickValue, parseRowChoice } from "../conversation/action-ids.ts";
import type { Effect } from "../conversation/outcome.ts";
import { type ConversationState, planHashOf } from "../conversation/state.ts";
import { confirmationWord } from "../conversation/typed-word.ts";
import { orNone } from "../steps/read-engine.ts";
import { answer } from "./answer.ts";
import { updateCard } from "./cards.ts";
import { settleProposal } from "./proposals.ts";
import { laneOf, reply } from "./reply.ts";
import { tellPerson } from "./tell-person.ts";
import { fillWindow } from "./window.ts";

export interface EffectContext {
  readonly bot: BotContext;
  readonly migration: ChannelMigration;
  /** The state that the event met, whose card is on screen. */
  readonly before: ConversationState;
  readonly state: ConversationState;
  /** Undefined for what no person did. */
  readonly actor: Actor | undefined;
  readonly role: Role | undefined;
  /** The language of the person who acted; the channel's where nobody did. */
  readonly words: Words;
  readonly surface: Surface;
}

async function postEphemeral(context: EffectContext, text: string): Promise<void> {
  const { bot, migration, actor, role, surface } = context;
  if (!actor) return;
  const { team, id } = migration.channel;
  const channel = surface.channel ?? id;
  await tellPerson(bot, { team, actor, surface, channel, lane: laneOf(role) }, text);
}

async function postCredentialLink(context: EffectContext): Promise<void> {
  const { bot, migration, actor, words } = context;
  const { publicUrl, engine } = bot;
  if (!actor || !publicUrl) return;
  const { token, code, expiresAt } = await engine.createCredentialLink(migration.id, actor);
  const text = words.connect.linkText(`${publicUrl}/connect/${token}`, moment(expiresAt));
  await postEphemeral(context, isLoopback(publicUrl) ? text : `${text}\n${words.connect.linkCode(code)}`);
}

/** Enough rows for a few tickets as a whole. */
const TICKET_ROWS = 1000;

async function loadTicketRows(engine: Engine, migrationId: string) {
  const [sample, { rows }] = await Promise.all([
    engine.sampleDiff(migrationId),
    engine.sampleRows(migrationId, { type: "ticket", offset: 0, limit: TICKET_ROWS }),
  ]);
  return sample && { written: sample.written, rows: rows.length > 0 ? rows : sample.rows };
}

async function assembleModal(
  { bot, migration, state, words }: EffectContext,
  effect: Extract<Effect, { kind: "modal" }>,
): Promise<Modal | undefined> {
  const { engine, clock } = bot;
  const hash = planHashOf(state);
  const value: ClickValue = { m: migration.id, s: state.step, ...(hash ? { h: hash } : {}) };
  if (effect.modal === "connect") return buildConnectModal(value, clock().toISOString(), words);
  if (effect.modal === "rollback") {
    const [preview, connected] = await Promise.all([
      engine.rollbackPreview(migration.id),
      engine.connected(migration.id),
    ]);
    const word = confirmationWord(connected?.production.name, words);
    return buildRollbackModal({ ...value, a: words.language, w: word }, preview, word, words);
  }
  if (effect.modal === "tickets")
    return buildTicketsModal(
      await loadTicketRows(engine, migration.id),
      await orNone<Admin>(engine.admins(migration.id)),
      words,
    );
  const row = parseRowChoice(effect.argument ?? "");
  const [map, survey, admins, teams] = await Promise.all([
    engine.fieldMap(migration.id),
    engine.survey(migration.id),
    engine.admins(migration.id),
    engine.teams(migration.id),
  ]);
  if (!row || !map || map.revision !== row.r) return undefined;
  const data = {
    map: map.map,
    revision: map.revision,
    admins,
    teams,
    captions: captionsOf(survey),
    defaults: survey ? assembleDefaultFields(survey) : [],
  };
  return buildChoiceModal(data, { kind: row.k, index: row.i }, value, words);
}

async function openModal(context: EffectContext, effect: Extract<Effect, { kind: "modal" }>): Promise<void> {
  const { bot, migration, surface } = context;
  const modal = await assembleModal(context, effect);
  if (!modal || !surface.viewId) return postEphemeral(context, context.words.refusal.changedSince);
  await fillWindow(bot, migration.channel.team, surface.viewId, modal);
}

/** All but `card` and `proposal`, which the runner itself posts, because their messages must be remembered. */
export async function runEffect(
  context: EffectContext,
  effect: Exclude<Effect, { kind: "card" | "proposal" }>,
): Promise<void> {
  const { bot, migration, before, state, actor } = context;
  switch (effect.kind) {
    case "settle":
      return updateCard(bot, migration, before, effect.line);
    case "redraw":
      return updateCard(bot, migration, state);
    case "post": {
      const slack = await bot.slackOf(migration.channel.team);
      await slack.post(migration.channel.id, { text: effect.text, blocks: [] });
      return;
    }
    case "post-ephemeral":
      return postEphemeral(context, effect.text);
    case "reply":
      return reply(context, effect.text);
    case "settle-proposal":
      return settleProposal(bot, migration, before, effect.line);
    case "link":
      return postCredentialLink(context);
    case "modal":
      return openModal(context, effect);
    case "answer":
      return answer(context, effect.question);
    case "audit":
      return bot.engine.audit(migration.id, actor ?? "cutover", effect.event, effect.detail);
  }
}
