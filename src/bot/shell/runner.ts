// Runs events through the conversation: load, decide, command, save, show; one at a time for each migration.
import type { Actor, Role } from "../../engine/model/migration.ts";
import type { Words } from "../../words/words.ts";
import { type BotContext, type ChannelMigration, inChannel, type Surface } from "../context.ts";
import type { ConversationEvent } from "../conversation/event.ts";
import type { Outcome } from "../conversation/outcome.ts";
import { type ConversationState, firstState, parseState } from "../conversation/state.ts";
import { transition } from "../conversation/transition.ts";
import { isGone } from "../slack/slack-client.ts";
import { postCard } from "./cards.ts";
import { runCommand } from "./commands.ts";
import { runEffect } from "./effects.ts";
import { loadFacts } from "./load-facts.ts";
import { postProposal } from "./proposals.ts";
import { tellManagers } from "./tell-managers.ts";

export interface Runner {
  /** Brings an event into a conversation. Throws what the engine throws; the state is then as before. */
  handle(migrationId: string, event: ConversationEvent, surface?: Surface): Promise<void>;
  /** Begins a conversation, or does nothing when there is one. True when it began. */
  begin(migration: ChannelMigration, customer: Actor | null): Promise<boolean>;
  /** Posts the card that a crash left unposted. */
  repair(migrationId: string): Promise<void>;
}

interface Loaded {
  readonly state: ConversationState;
  readonly version: number;
}

interface Decided {
  /** The state that the event met. */
  readonly before: ConversationState;
  readonly outcome: Outcome;
  /** The language of whoever acted. */
  readonly words: Words;
}

interface Person {
  readonly actor: Actor | undefined;
  readonly role: Role | undefined;
}

/** Answered from what there is: it changes no state, and posts no card. */
const isMereQuestion = (event: ConversationEvent): boolean =>
  event.kind === "asked" && event.question.about !== "status" && event.question.about !== "start";

/** Somebody else was faster this often: another process is stuck in a loop, or we are. */
const ATTEMPTS = 8;

/** `onMove` is told of every conversation that went on. */
export function createRunner(
  bot: BotContext,
  onMove: (migrationId: string, step: ConversationState["step"]) => void = () => undefined,
): Runner {
  const { engine, people, log, clock, withLock } = bot;

  async function load(migrationId: string): Promise<Loaded | undefined> {
    const saved = await engine.loadConversation(migrationId);
    if (!saved) return undefined;
    const state = parseState(saved.state);
    if (state) return { state, version: saved.version };
    log.error({ migration: migrationId }, "the conversation's state is damaged; it starts over");
    return { state: firstState(null), version: saved.version };
  }

  /** Remembers the message of a card, unless the conversation has moved on meanwhile. */
  async function rememberCard(
    migrationId: string,
    step: ConversationState["step"],
    ts: string,
  ): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const loaded = await load(migrationId);
      if (!loaded || loaded.state.step !== step || loaded.state.card) return;
      const next = { ...loaded.state, card: { ts } };
      if (await engine.saveConversation(migrationId, next, loaded.version)) return;
    }
    log.warn({ migration: migrationId, step }, "a card's message was not remembered");
  }

  async function rememberProposal(migrationId: string, id: string, ts: string): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const loaded = await load(migrationId);
      const proposal = loaded?.state.proposal;
      if (!loaded || proposal?.id !== id) return;
      const next = { ...loaded.state, proposal: { ...proposal, ts } };
      if (await engine.saveConversation(migrationId, next, loaded.version)) return;
    }
    log.warn({ migration: migrationId }, "the message of a proposed change was not remembered");
  }

  async function showProposal(migration: ChannelMigration, thread?: string): Promise<void> {
    const state = (await load(migration.id))?.state;
    if (!state?.proposal || state.proposal.ts !== null) return;
    const ts = await postProposal(bot, migration, state, thread);
    if (ts) await rememberProposal(migration.id, state.proposal.id, ts);
  }

  /** False when the channel can't be written to. */
  async function showCard(migration: ChannelMigration): Promise<boolean> {
    const loaded = await load(migration.id);
    if (!loaded || loaded.state.card) return true;
    const ts = await postCard(bot, migration, loaded.state);
    if (ts) await rememberCard(migration.id, loaded.state.step, ts);
    return ts !== undefined;
  }

  /** With the card that was just posted: they are led to it. */
  async function tellManagersOf(migration: ChannelMigration): Promise<void> {
    const loaded = await load(migration.id);
    if (loaded) await tellManagers(bot, migration, loaded.state);
  }

  /** What was decided stays decided though Slack fails: then the person hears that, and the card comes later. */
  async function show(
    migration: ChannelMigration,
    { before, outcome, words }: Decided,
    { actor, role }: Person,
    surface: Surface,
    post: () => Promise<boolean>,
  ): Promise<void> {
    const context = { bot, migration, before, state: outcome.state, words, actor, role, surface };
    try {
      let isShown = true;
      for (const effect of outcome.effects) {
        if (effect.kind === "card") isShown = await post();
        else if (effect.kind === "proposal") await showProposal(migration, surface.thread);
        else await runEffect(context, effect);
      }
      if (!outcome.state.card && isShown) isShown = await post();
      if (isShown && outcome.state !== before) await tellManagersOf(migration);
      if (!isShown) await runEffect(context, { kind: "post-ephemeral", text: words.refusal.inviteMe });
    } catch (error) {
      if (isGone(error)) {
        // Trying again can't help, and the move is kept: who comes back finds it by asking.
        bot.channels.markUnavailable(migration.id);
        log.warn({ migration: migration.id, step: outcome.state.step, err: error }, "nobody could be told");
        return;
      }
      if (outcome.state === before || !actor) throw error;
      log.error({ migration: migration.id, step: outcome.state.step, err: error }, "a step was not shown");
      await runEffect(context, { kind: "post-ephemeral", text: words.error.notShown });
    }
  }

  async function decide(migration: ChannelMigration, event: ConversationEvent): Promise<Decided | undefined> {
    const actor = "actor" in event ? event.actor : undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const loaded = await load(migration.id);
      if (!loaded) return undefined;
      const { state: before, version } = loaded;
      const channel = await people.wordsIn(migration, before.customer);
      const words = actor ? await people.wordsOf(migration.channel.team, actor.user) : channel;
      const facts = await loadFacts(engine, migration.id, before, event, clock(), channel);
      const outcome = transition(before, event, facts, words, channel);
      if (actor && "role" in event && outcome.commands.length > 0) {
        // For the certificate, which people read who know nobody's id.
        const name = (await people.load(migration.channel.team, actor.user))?.name;
        for (const command of outcome.commands)
          await runCommand(engine, migration.id, command, actor, event.role, name);
      }
      if (outcome.state === before) return { before, outcome, words };
      if (await engine.saveConversation(migration.id, outcome.state, version))
        return { before, outcome, words };
    }
    throw new Error("the conversation changed under every attempt to change it");
  }

  async function bring(
    migration: ChannelMigration,
    event: ConversationEvent,
    surface: Surface,
    post: () => Promise<boolean>,
  ): Promise<void> {
    const decided = await decide(migration, event);
    if (!decided) return;
    const person =
      "role" in event ? { actor: event.actor, role: event.role } : { actor: undefined, role: undefined };
    await show(migration, decided, person, surface, post);
    const { before, outcome } = decided;
    if (outcome.state !== before) onMove(migration.id, outcome.state.step);
  }

  return {
    async handle(migrationId, event, surface = {}) {
      const migration = inChannel(await engine.findMigration(migrationId));
      if (!migration) return;
      // Who only asks holds nobody up, and waits for nobody.
      if (isMereQuestion(event))
        return bring(migration, event, surface, () => withLock(migrationId, () => showCard(migration)));
      await withLock(migrationId, () => bring(migration, event, surface, () => showCard(migration)));
    },
    begin: (migration, customer) =>
      withLock(migration.id, async () => {
        const began = await engine.saveConversation(migration.id, firstState(customer), 0);
        await showCard(migration);
        return began;
      }),
    repair: (migrationId) =>
      withLock(migrationId, async () => {
        const migration = inChannel(await engine.findMigration(migrationId));
        if (migration) await showCard(migration);
      }),
  };
}
